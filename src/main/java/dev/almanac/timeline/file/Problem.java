package dev.almanac.timeline.file;

import java.util.Locale;
import java.util.Set;

/**
 * Something wrong in a file of events, told so that an editor can mend it.
 *
 * @param line from 1
 * @param column from 1
 * @param field the field it is about; empty when it is about no field
 * @param right what would be right; empty when that can't be said
 */
public record Problem(String file, int line, int column, String field, String wrong, String right) {
    private static final int LONGEST_PART = 600;
    private static final Set<Byte> HIDDEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE);

    /**
     * One line: {@code events.json:812:14 "date": there is no month 13; would be right: 1867-03}. What isn't fit to be
     * shown, like a line break in a name or half a character, is written as in JSON, and what is long is cut.
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s:%d:%d%s: %s%s",
                file,
                line,
                column,
                field.isEmpty() ? "" : " \"" + shown(field) + "\"",
                shown(wrong),
                right.isEmpty() ? "" : "; would be right: " + shown(right));
    }

    private static String shown(String part) {
        StringBuilder shown = new StringBuilder();
        part.codePoints().limit(LONGEST_PART).forEach(codePoint -> {
            if (HIDDEN.contains((byte) Character.getType(codePoint))) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return part.codePointCount(0, part.length()) > LONGEST_PART
                ? shown.append('…').toString()
                : shown.toString();
    }
}
