package dev.almanac.search;

import java.util.regex.Pattern;

/** Names from other alphabets, however they are written in ours: Spassky, Spasski and Spaskij are one. */
final class Romanised {
    private static final Pattern DOUBLE = Pattern.compile("(\\p{L})\\1+");

    /** A folded word with one letter wherever ways of writing Russian differ. */
    static String of(String word) {
        String plain = word.replace('y', 'i')
                .replace('j', 'i')
                .replace('w', 'v')
                .replace("tch", "ch")
                .replace("kh", "h")
                .replace("ks", "x")
                .replace("ph", "f");
        return DOUBLE.matcher(plain).replaceAll("$1");
    }

    private Romanised() {}
}
