package dev.almanac.timeline;

import java.text.Normalizer;
import java.util.Map;

/**
 * What is the same when people type: letters of either case, with or without accents, in Unicode's compatibility forms (NFKC,
 * UAX 15); every apostrophe, quotation mark, dash and minus; every blank; the digits of all scripts. What can't be seen is left out.
 */
public final class Folding {
    private static final char APOSTROPHE = '\'';
    private static final char QUOTATION_MARK = '"';
    private static final char HYPHEN = '-';
    private static final char BLANK = ' ';
    private static final char LAST_OF_ASCII = 0x7F;

    /** Latin letters that Unicode doesn't take apart, as English writes them. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"));

    /** The text as anyone might have typed it, in one way only: blanks single, none at the ends. Folding it again changes nothing. */
    public static String of(String text) {
        // Most of what is typed needs no normalization: none of ASCII does.
        return isAscii(text)
                ? folded(text).toString().strip()
                : Normalizer.normalize(folded(Normalizer.normalize(text, Normalizer.Form.NFKD)), Normalizer.Form.NFKC)
                        .strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static StringBuilder folded(String apart) {
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); ) {
            int point = apart.codePointAt(i);
            append(folded, Character.toLowerCase(point));
            i += Character.charCount(point);
        }
        return folded;
    }

    private static void append(StringBuilder folded, int point) {
        String letters = point > LAST_OF_ASCII ? LETTERS.get(point) : null;
        if (letters != null) {
            folded.append(letters);
            return;
        }
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> {}
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL -> blank(folded);
            case Character.DECIMAL_DIGIT_NUMBER -> folded.append(Character.digit(point, 10));
            case Character.DASH_PUNCTUATION -> folded.append(HYPHEN);
            default -> folded.appendCodePoint(mark(point));
        }
    }

    private static void blank(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != BLANK) {
            folded.append(BLANK);
        }
    }

    private static int mark(int point) {
        return switch (point) {
            case '‘', '’', '‚', '‛', '`', '´', 'ʹ', 'ʻ', 'ʼ', '′', '＇' -> APOSTROPHE;
            case '“', '”', '„', '‟', '«', '»', '″' -> QUOTATION_MARK;
            case '−', '⁻' -> HYPHEN;
            default -> point;
        };
    }

    private Folding() {}
}
