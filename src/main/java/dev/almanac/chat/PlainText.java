package dev.almanac.chat;

import java.util.regex.Pattern;

/** Text that can't rewrite what stands around it, in whichever front it is shown. */
public final class PlainText {
    /** Control characters but the line feed, line separators, and the marks that turn the direction of writing (UAX 9). */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069&&[^\n]]");

    /** The same text with a replacement character for each that is not safe. */
    public static String of(String text) {
        return UNSAFE.matcher(text).replaceAll("\uFFFD");
    }

    /** The text cut to so many characters (UTF-16 units), with an ellipsis and never inside of a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private PlainText() {}
}
