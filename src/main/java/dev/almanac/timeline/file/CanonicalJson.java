package dev.almanac.timeline.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.InvalidDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a file of events in its one order and layout, so that a change to it shows as just that change. */
final class CanonicalJson {
    /** One order for the fields of all objects; it fits each of them. */
    private static final List<String> FIELDS = List.of(
            ("id name date dateText oldStyle title text note description publisher section alt credit url language "
                            + "licence keptUntil colour sign eras categories people places era sensitive confidence weight "
                            + "formerly image imageHosts names also furtherReading sources facts events")
                    .split(" "));

    private final StringBuilder out = new StringBuilder();

    String print(Json json) {
        value(json, "\n");
        return out.append('\n').toString();
    }

    private void value(Json json, String newLine) {
        if (json instanceof Json.Text text) {
            quoted(text.value());
        } else if (json instanceof Json.Literal literal) {
            out.append(literal.written());
        } else if (json instanceof Json.Items items) {
            items(items.values(), newLine);
        } else if (json instanceof Json.Fields fields) {
            fields(fields, isLeaf(fields) ? " " : newLine + "  ", isLeaf(fields) ? "" : newLine);
        }
    }

    private void items(List<Json> values, String newLine) {
        boolean inline = values.stream().noneMatch(Json.Fields.class::isInstance);
        String separator = "";
        out.append('[');
        for (Json value : values) {
            out.append(separator).append(inline ? "" : newLine + "  ");
            value(value, newLine + "  ");
            separator = inline ? ", " : ",";
        }
        out.append(inline ? "]" : newLine + "]");
    }

    private void fields(Json.Fields fields, String between, String before) {
        List<Map.Entry<String, Json>> members = fields.members().entrySet().stream()
                .map(member -> Map.entry(
                        member.getKey(),
                        ordered(member.getKey(), member.getValue().value())))
                .sorted(Comparator.comparingInt(member -> FIELDS.indexOf(member.getKey())))
                .toList();
        String separator = before.isEmpty() ? "" : between;
        out.append('{');
        for (Map.Entry<String, Json> member : members) {
            out.append(separator);
            quoted(member.getKey());
            out.append(": ");
            value(member.getValue(), between);
            separator = "," + between;
        }
        out.append(before).append('}');
    }

    /** Whether it stands on one line: what has nothing but texts and numbers, and an entry of other names. */
    private static boolean isLeaf(Json.Fields fields) {
        return fields.members().containsKey("also")
                || fields.members().values().stream()
                        .allMatch(member ->
                                member.value() instanceof Json.Text || member.value() instanceof Json.Literal);
    }

    private static Json ordered(String field, Json value) {
        // Where a date can't be read there is no order, and the events stay where they are.
        if (!field.equals("events")
                || !(value instanceof Json.Items items)
                || !items.values().stream().allMatch(event -> isDated(event))) {
            return value;
        }
        Comparator<Json> byDate = Comparator.comparing(event -> HistoricalDate.parse(text(event, "date")));
        return new Json.Items(
                items.place(),
                items.values().stream()
                        .sorted(byDate.thenComparing(event -> text(event, "id")))
                        .collect(Collectors.toList()));
    }

    private static boolean isDated(Json event) {
        try {
            HistoricalDate.parse(text(event, "date"));
            return event instanceof Json.Fields;
        } catch (InvalidDate e) {
            return false;
        }
    }

    private static String text(Json event, String field) {
        Json.Member member =
                event instanceof Json.Fields fields ? fields.members().get(field) : null;
        return member != null && member.value() instanceof Json.Text text ? text.value() : "";
    }

    private void quoted(String text) {
        out.append('"');
        if (text.codePoints().noneMatch(CanonicalJson::isHalf)) {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        } else {
            text.codePoints().mapToObj(CanonicalJson::escaped).forEach(out::append);
        }
        out.append('"');
    }

    /** Half a character, which an escape can write and UTF-8 can't. */
    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String escaped(int point) {
        return isHalf(point)
                ? String.format(Locale.ROOT, "\\u%04x", point)
                : new String(JsonStringEncoder.getInstance().quoteAsString(Character.toString(point)));
    }
}
