package dev.almanac.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers as kings and treaties have them: {@code Alexander II}, {@code SALT I}. Whoever types in a hurry writes figures. */
final class RomanNumerals {
    private static final List<String> NUMERALS = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    private static final Map<String, String> FIGURES = IntStream.range(0, NUMERALS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(NUMERALS::get, place -> String.valueOf(place + 1)));

    /** The folded word in figures, where it is a numeral up to 20; else itself. */
    static String inFigures(String word) {
        return FIGURES.getOrDefault(word, word);
    }

    private RomanNumerals() {}
}
