package dev.almanac.timeline.file;

import java.util.Locale;

/**
 * Something wrong in a file of events, told so that an editor can mend it.
 *
 * @param line from 1
 * @param column from 1
 * @param field the field it is about; empty when it is about no field
 * @param right what would be right; empty when that can't be said
 */
public record Problem(String file, int line, int column, String field, String wrong, String right) {
    /** {@code events.json:812:14 "date": month is 13; would be right: 1867-03}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s:%d:%d%s: %s%s",
                file,
                line,
                column,
                field.isEmpty() ? "" : " \"" + field + "\"",
                wrong,
                right.isEmpty() ? "" : "; would be right: " + right);
    }
}
