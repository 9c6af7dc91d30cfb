package dev.almanac.reading;

import java.util.List;

/** English words for numbers, as far as dates have them. */
final class NumberWords {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> DECADES =
            List.of("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    /** 0 to 20; -1 for any other word. */
    static int small(String word) {
        return SMALL.indexOf(word);
    }

    /** 20, 30 and so on to 90; -1 for any other word. */
    static int tens(String word) {
        int place = TENS.indexOf(word);
        return place < 0 ? -1 : (place + 2) * 10;
    }

    /** 20 for the twenties, and so on to 90; -1 for any other word. */
    static int decade(String word) {
        int place = DECADES.indexOf(word);
        return place < 0 ? -1 : (place + 2) * 10;
    }

    /** 1 for first, to 20; 30 for thirtieth; -1 for any other word. */
    static int ordinal(String word) {
        return word.equals("thirtieth") ? 30 : ORDINALS.indexOf(word) < 0 ? -1 : ORDINALS.indexOf(word) + 1;
    }

    private NumberWords() {}
}
