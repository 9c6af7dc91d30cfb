package dev.almanac.search;

/**
 * The places where an event has words, and what is indexed of it. A better place counts more than any better way of matching, so the
 * gaps between places are wider than {@link #FORM} and the others.
 */
enum Field {
    TITLE(300),
    /** People, places, categories, and the id. */
    NAMES(200),
    /** Text and note. */
    TEXT(100);

    /** What a word in another form counts less than the word itself. */
    static final int FORM = 30;

    /** What a word counts that is spelt otherwise, as a part of what it counts itself. */
    static final float MISSPELT = 0.9f;

    /** What a word counts that only begins so, as a part of what it counts itself. */
    static final float BEGUN = 0.8f;

    /** What a word counts more for each step of its event's weight: more than how the title has it, less than its form. */
    static final int WEIGHT = 8;

    /** What a word counts more that is a person's last name, or a place, and in the title. */
    static final int NAMED = 5;

    /** What a word counts more that the title begins with. */
    static final int OPENING = 2;

    /** All words of an event side by side as they stand, for phrases. */
    static final String TEXTS = "texts";

    /** All words of an event, their other forms and the words that they begin with, each with its worth. */
    static final String WORD = "word";

    /** All that the words in titles and names begin with, each with its worth in {@link #BEGINNING_WORTH}. */
    static final String BEGINNING = "beginning";

    /** Worths of beginnings are few, and small in the index: that of a title is 6, of a name 4, and 1 more for the whole word. */
    static final int BEGINNING_WORTH = 40;

    /** The year of an event's date. */
    static final String YEAR = "year";

    /** The date of a year that is searched for counts more than a title that has the number. */
    static final int DATED = 350;

    static final String ID = "id";
    static final String CATEGORY = "category";
    static final String FIRST_YEAR = "firstYear";

    private final int worth;

    Field(int worth) {
        this.worth = worth;
    }

    int worth() {
        return worth;
    }
}
