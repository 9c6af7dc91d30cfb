package dev.almanac.search;

import java.util.List;

/** Numbers as kings and treaties have them: {@code Alexander II}, {@code SALT I}. Whoever types in a hurry writes figures. */
final class RomanNumerals {
    private static final List<String> NUMERALS = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    /** The folded word in figures, where it is a numeral up to 20; else itself. */
    static String inFigures(String word) {
        int place = NUMERALS.indexOf(word);
        return place < 0 ? word : String.valueOf(place + 1);
    }

    private RomanNumerals() {}
}
