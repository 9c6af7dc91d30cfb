package dev.almanac.timeline;

import java.util.regex.Pattern;

/** Numbers as kings, centuries and treaties have them: {@code Alexander II}, {@code XIX}, {@code SALT I}. */
public final class RomanNumerals {
    private static final Pattern NUMERAL = Pattern.compile("x{0,3}(ix|iv|v?i{0,3})");

    /**
     * What a numeral means.
     *
     * @param word folded: see {@link Folding}
     * @return 1 to 39; -1 for any other word
     */
    public static int value(String word) {
        if (word.isEmpty()
                || digit(word.charAt(0)) == 0
                || !NUMERAL.matcher(word).matches()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            int one = digit(word.charAt(i));
            value += i + 1 < word.length() && one < digit(word.charAt(i + 1)) ? -one : one;
        }
        return value;
    }

    private static int digit(char letter) {
        return letter == 'x' ? 10 : letter == 'v' ? 5 : letter == 'i' ? 1 : 0;
    }

    private RomanNumerals() {}
}
