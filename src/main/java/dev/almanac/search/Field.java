package dev.almanac.search;

import java.util.List;

/**
 * What is indexed of an event, each in three ways: the words as they are, their stems, and their first letters. A better place
 * counts more than any better way of matching, so the gaps between places are wider than {@link #STEM} and the others.
 */
enum Field {
    TITLE("title", 300),
    /** People, places, categories, and the id. */
    NAMES("names", 200),
    /** Text and note. */
    TEXT("text", 100);

    /** What a word in another form counts less than the word itself. */
    static final int STEM = 10;

    /** What a word counts less that is spelt otherwise. */
    static final int MISSPELT = 30;

    /** What a word counts less that only begins so. */
    static final int BEGINNING = 50;

    /** What a word counts more that is a person's last name, or a place, and in the title. */
    static final int NAMED = 15;

    /** What a word counts more that the title begins with. */
    static final int OPENING = 5;

    /** The last names of people, and places that are a word. */
    static final String NAME = "name";

    /** The first words of a title. */
    static final String OPENING_WORDS = "opening";

    /** The year of an event's date. */
    static final String YEAR = "year";

    /** The date of a year that is searched for counts more than a title that has the number. */
    static final int DATED = 350;

    static final String ID = "id";
    static final String CATEGORY = "category";
    static final String FIRST_YEAR = "firstYear";

    /** First letters are indexed up to so many; longer beginnings have few words each. */
    static final int LONGEST_BEGINNING = 3;

    static final String STEM_SUFFIX = ".stem";
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

    String stems() {
        return words + STEM_SUFFIX;
    }

    String beginnings() {
        return words + BEGINNING_SUFFIX;
    }

    int worth() {
        return worth;
    }
}
