package dev.almanac.timeline.file;

import dev.almanac.timeline.HistoryEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the fields of one JSON object. Whatever is wrong is noted as a problem and read as empty, so that one run finds
 * every problem of a file; of a list that is too long only as many items as it may have are read.
 */
final class ObjectReader {
    private static final int LONGEST_URL = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final Json.Fields object;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    ObjectReader(Json.Fields object, Problems problems) {
        this.object = object;
        this.problems = problems;
        object.repeated()
                .forEach(again -> problems.add(again.place(), again.name(), "appears twice in the same place", "once"));
    }

    /** Notes a problem at the value of a field, or at the object where it is missing. */
    void problem(String field, String wrong, String right) {
        problems.add(placeOf(field), field, wrong, right);
    }

    private Place placeOf(String field) {
        Json.Member member = object.members().get(field);
        return member == null ? object.place() : member.value().place();
    }

    boolean has(String field) {
        return object.members().containsKey(field);
    }

    /** A text that must be there and may not be blank. */
    String text(String field, int longest) {
        if (value(field).isEmpty()) {
            problem(field, "is missing", "a text of at most " + longest + " characters");
            return "";
        }
        return optionalText(field, longest);
    }

    /** The field {@code id}, of the form that ids have. */
    String id() {
        String id = text("id", HistoryEvent.LONGEST_ID);
        return id.isEmpty() || isId("id", id) ? id : "";
    }

    /** A text that may be left out; empty then. */
    String optionalText(String field, int longest) {
        return value(field).map(value -> checked(field, value, longest)).orElse("");
    }

    /** An http or https address; empty when left out. */
    String optionalUrl(String field) {
        String url = optionalText(field, LONGEST_URL);
        if (!url.isEmpty() && !isWebAddress(url)) {
            problem(field, "\"" + url + "\" isn't a web address", "https://example.org/page");
            return "";
        }
        return url;
    }

    /** A whole number that may be left out. */
    int number(String field, int least, int most, int otherwise) {
        Optional<Json> value = value(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        String written = value.get() instanceof Json.Literal literal
                ? literal.written()
                : value.get().kind();
        if (NUMBER.matcher(written).matches()
                && Integer.parseInt(written) >= least
                && Integer.parseInt(written) <= most) {
            return Integer.parseInt(written);
        }
        problem(field, "is " + written, "a whole number from " + least + " to " + most);
        return otherwise;
    }

    boolean flag(String field) {
        Optional<Json> value = value(field);
        boolean given = value.isPresent()
                && value.get() instanceof Json.Literal literal
                && (literal.written().equals("true") || literal.written().equals("false"));
        if (value.isPresent() && !given) {
            problem(field, "is " + value.get().kind(), "true, or left out");
        }
        return given && ((Json.Literal) value.get()).written().equals("true");
    }

    /** A list of texts; empty when left out. */
    List<String> texts(String field, int longest, int most) {
        List<String> texts = new ArrayList<>();
        for (Json item : items(field, most)) {
            String text = checked(field, item, longest);
            if (texts.contains(text)) {
                problems.add(item.place(), field, "\"" + text + "\" appears twice", "once");
            } else if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** An object; empty when left out. */
    Optional<ObjectReader> object(String field) {
        Optional<Json> value = value(field);
        if (value.isPresent() && !(value.get() instanceof Json.Fields)) {
            problem(field, "is " + value.get().kind(), "fields in braces, { and }");
        }
        return value.filter(Json.Fields.class::isInstance)
                .map(fields -> new ObjectReader((Json.Fields) fields, problems));
    }

    /** A list of ids that may be left out. */
    List<String> ids(String field, int most) {
        return texts(field, HistoryEvent.LONGEST_ID, most).stream()
                .filter(id -> isId(field, id))
                .toList();
    }

    private boolean isId(String field, String id) {
        boolean matches = HistoryEvent.ID.matcher(id).matches();
        if (!matches) {
            problem(field, "\"" + id + "\" has more in it than a-z, 0-9 and single hyphens", "name-of-the-event");
        }
        return matches;
    }

    /** A list of objects; empty when left out. */
    List<ObjectReader> objects(String field, int most) {
        List<ObjectReader> readers = new ArrayList<>();
        for (Json item : items(field, most)) {
            if (item instanceof Json.Fields fields) {
                readers.add(new ObjectReader(fields, problems));
            } else {
                problems.add(item.place(), field, "is " + item.kind(), "fields in braces, { and }");
            }
        }
        return readers;
    }

    /** To be called last: notes every field that wasn't asked for. */
    void noOthers() {
        object.members().forEach((name, member) -> {
            if (!known.contains(name)) {
                problems.add(
                        member.name(),
                        name,
                        "isn't a field that is known here",
                        Nearest.to(name, known)
                                .orElseGet(() -> "one of "
                                        + String.join(
                                                ", ", known.stream().sorted().toList())));
            }
        });
    }

    private List<Json> items(String field, int most) {
        Optional<Json> value = value(field);
        if (value.isPresent() && !(value.get() instanceof Json.Items)) {
            problem(field, "is " + value.get().kind(), "a list in square brackets");
        }
        List<Json> items = value.isPresent() && value.get() instanceof Json.Items list ? list.values() : List.of();
        if (items.size() > most) {
            problem(field, "has " + items.size() + " items", "at most " + most);
            return items.subList(0, most);
        }
        return items;
    }

    private String checked(String field, Json value, int longest) {
        if (!(value instanceof Json.Text text)) {
            problems.add(value.place(), field, "is " + value.kind(), "a text in quotation marks");
            return "";
        }
        String wrong = wrongWith(text.value(), longest);
        if (!wrong.isEmpty()) {
            problems.add(
                    text.place(), field, wrong, "1 to " + longest + " characters, without white space around them");
            return "";
        }
        return text.value();
    }

    private static String wrongWith(String text, int longest) {
        if (text.isBlank()) {
            return "is blank";
        }
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            return "has " + text.codePointCount(0, text.length()) + " characters";
        }
        // All of the file passes here, so that a start would notice a regular expression.
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\n') {
                return "has a control character in it";
            }
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(character)) {
                return "has half a character in it, as only a \\u escape can write it";
            }
        }
        return text.strip().equals(text) ? "" : "begins or ends with white space";
    }

    private Optional<Json> value(String field) {
        known.add(field);
        return Optional.ofNullable(object.members().get(field)).map(Json.Member::value);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
