package dev.almanac.search;

import java.util.List;

/**
 * The places where an event has words. A better place counts more than any better way of matching, so the gaps between places are wider
 * than {@link #STEM} and the others. The words of each place are indexed side by side, for phrases, and by their first letters; which
 * words and stems an event has at all stands in {@link #ANY_WORD} and {@link #ANY_STEM}, with the worth of the best place.
 */
enum Field {
    TITLE("title", 300),
    /** People, places, categories, and the id. */
    NAMES("names", 200),
    /** Text and note. */
    TEXT("text", 100);

    /** What a word in another form counts less than the word itself. */
    static final int STEM = 30;

    /** What a word counts that is spelt otherwise, as a part of what it counts itself. */
    static final float MISSPELT = 0.9f;

    /** What a word counts that only begins so, as a part of what it counts itself. */
    static final float BEGINNING = 0.8f;

    /** What a word counts more for each step of its event's weight: more than how the title has it, less than its form. */
    static final int WEIGHT = 8;

    /** What a word counts more that is a person's last name, or a place, and in the title. */
    static final int NAMED = 5;

    /** What a word counts more that the title begins with. */
    static final int OPENING = 2;

    /** All words of an event, each with its worth. */
    static final String ANY_WORD = "word";

    /** The stems of all words, each with its worth. */
    static final String ANY_STEM = "stem";

    /** The year of an event's date. */
    static final String YEAR = "year";

    /** The date of a year that is searched for counts more than a title that has the number. */
    static final int DATED = 350;

    static final String ID = "id";
    static final String CATEGORY = "category";
    static final String FIRST_YEAR = "firstYear";

    /** First letters are indexed up to so many; longer beginnings have few words each. */
    static final int LONGEST_BEGINNING = 3;

    static final String BEGINNING_SUFFIX = ".begin";

    static final List<Field> ALL = List.of(values());

    private final String words;
    private final int worth;

    Field(String words, int worth) {
        this.words = words;
        this.worth = worth;
    }

    String words() {
        return words;
    }

    String beginnings() {
        return words + BEGINNING_SUFFIX;
    }

    int worth() {
        return worth;
    }
}
