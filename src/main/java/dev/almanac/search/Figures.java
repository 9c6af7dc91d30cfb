package dev.almanac.search;

import dev.almanac.timeline.RomanNumerals;

/** Whoever types in a hurry writes figures for Roman numerals: {@code salt 1}, {@code alexander 2}. */
final class Figures {
    private static final int LARGEST = 20;

    /** The folded word in figures, where it is a numeral up to 20; else itself. */
    static String of(String word) {
        int value = RomanNumerals.value(word);
        return value > 0 && value <= LARGEST ? String.valueOf(value) : word;
    }

    private Figures() {}
}
