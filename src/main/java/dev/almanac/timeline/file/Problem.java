package dev.almanac.timeline.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something wrong in a file of events, told so that an editor can mend it.
 *
 * @param line from 1
 * @param column from 1
 * @param field the field it is about; empty when it is about no field
 * @param right what would be right; empty when that can't be said
 * @param also the further lines that have the very same wrong with them, in the order of the file
 */
public record Problem(String file, int line, int column, String field, String wrong, String right, List<Integer> also) {
    private static final int LONGEST_PART = 600;
    private static final int MOST_LINES = 8;
    private static final Set<Byte> HIDDEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE);

    public Problem {
        also = List.copyOf(also);
    }

    Problem(String file, int line, int column, String field, String wrong, String right) {
        this(file, line, column, field, wrong, right, List.of());
    }

    /**
     * One line: {@code events.json:812:14 "date": there is no month 13; would be right: 1867-03}. What isn't fit to be
     * shown, like a line break in a name or half a character, is written as in JSON, and what is long is cut.
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s:%d:%d%s: %s%s%s",
                file,
                line,
                column,
                field.isEmpty() ? "" : " \"" + shown(field) + "\"",
                shown(wrong),
                right.isEmpty() ? "" : "; would be right: " + shown(right),
                alsoLines());
    }

    private String alsoLines() {
        if (also.isEmpty()) {
            return "";
        }
        List<String> lines =
                also.stream().limit(MOST_LINES).map(String::valueOf).toList();
        int more = also.size() - lines.size();
        String last = more > 0 ? more + " more" : lines.get(lines.size() - 1);
        List<String> first = more > 0 ? lines : lines.subList(0, lines.size() - 1);
        return "; also in line" + (also.size() == 1 ? " " : "s ")
                + (first.isEmpty() ? last : String.join(", ", first) + " and " + last);
    }

    static String shown(String part) {
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
