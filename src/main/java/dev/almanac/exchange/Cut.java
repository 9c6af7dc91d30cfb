package dev.almanac.exchange;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens texts where a reader would. Lengths are in characters as the format counts them: code points. */
final class Cut {
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("(.{12,}?[\\p{L}\\p{N}\\p{Pe}\\p{Pf}]{2})[.!?](?:\\s+\\p{Lu}.*)?", Pattern.DOTALL);

    static boolean isLonger(String text, int most) {
        return text.codePointCount(0, text.length()) > most;
    }

    /** At most so long, cut after a whole word, with an ellipsis. */
    static String words(String text, int most) {
        if (!isLonger(text, most)) {
            return text;
        }
        return upTo(text, most - 1, BreakIterator.getWordInstance(Locale.ROOT)).replaceFirst("[\\s,;:–—-]+$", "") + "…";
    }

    /** At most so long, cut after a whole sentence where that leaves half of it or more, else after a word. */
    static String sentences(String text, int most) {
        if (!isLonger(text, most)) {
            return text;
        }
        String cut =
                upTo(text, most, BreakIterator.getSentenceInstance(Locale.ROOT)).strip();
        return cut.length() * 2 >= most ? cut : words(text, most);
    }

    private static String upTo(String text, int most, BreakIterator places) {
        int end = text.offsetByCodePoints(0, most);
        places.setText(text);
        int at = places.isBoundary(end) ? end : places.preceding(end);
        return text.substring(0, at > 0 ? at : end).strip();
    }

    /** A title for a text that has none: its first sentence without its full stop, cut to the length. */
    static String title(String text, int most) {
        String line = text.replaceAll("\\s+", " ");
        Matcher sentence = FIRST_SENTENCE.matcher(line);
        String first = sentence.matches() ? sentence.group(1) : line.replaceFirst("(?<=[\\p{L}\\p{N}]{2})\\.$", "");
        return words(first, most);
    }

    private Cut() {}
}
