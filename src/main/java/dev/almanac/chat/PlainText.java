package dev.almanac.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that can't rewrite what stands around it, in whichever front it is shown. */
public final class PlainText {
    /** What a reader sees as one character. */
    public static final Pattern CHARACTER = Pattern.compile("\\X");

    /** The same text with a replacement character for each that is not safe. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                safe.setCharAt(i, '\uFFFD');
            }
        }
        return safe.toString();
    }

    /** Control characters but the line feed, line separators, and the marks that turn the direction of writing (UAX 9). */
    private static boolean isUnsafe(char unit) {
        if (unit >= ' ' && unit <= '~') {
            return false;
        }
        return (Character.isISOControl(unit) && unit != '\n')
                || unit == '\u061C'
                || unit == '\u200E'
                || unit == '\u200F'
                || (unit >= '\u2028' && unit <= '\u202E')
                || (unit >= '\u2066' && unit <= '\u2069');
    }

    /** The text within so many UTF-16 units, with an ellipsis where it was cut, which is never inside a character. */
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, end(text, longest - 1)) + "…";
    }

    /**
     * Where to cut a text so that what stands before takes at most so many UTF-16 units and ends with a whole character: one that a
     * reader sees as one, with its accents, its skin tone, or the family that it joins (extended grapheme clusters, UAX 29). A first
     * character that is longer than that is cut between code points, so that whoever cuts a text piece by piece comes to an end.
     */
    public static int end(String text, int longest) {
        if (text.length() <= longest) {
            return text.length();
        }
        int end = 0;
        for (Matcher next = CHARACTER.matcher(text); next.find() && next.end() <= longest; ) {
            end = next.end();
        }
        if (end > 0 || longest <= 0) {
            return end;
        }
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? Math.max(1, longest - 1) : longest;
    }

    private PlainText() {}
}
