package dev.almanac.timeline.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads one text as JSON. Of Jackson's limits only the one on depth is left, which is ours: whatever else is too long is
 * refused where its field is known. Jackson's table of names is off, because it gives up on many names of one hash.
 */
final class JsonText {
    /** Ten times what a timeline needs, and little enough for methods that call themselves. */
    private static final int DEEPEST = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 1)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final String text;
    private final boolean places;

    /** A text whose values know where they begin. */
    JsonText(String text) {
        this(text, true);
    }

    /**
     * A text that is yet to be read.
     *
     * @param places whether its values are to know where they begin; else each says {@link Place#UNKNOWN}, and a start is spared 57,000
     *     places
     */
    JsonText(String text, boolean places) {
        this.text = text;
        this.places = places;
    }

    /**
     * The one value of the text.
     *
     * @throws Unreadable where it stops being JSON, or is nested too deep
     */
    Json read() throws Unreadable {
        try (JsonParser parser = FACTORY.createParser(text)) {
            try {
                if (parser.nextToken() == null) {
                    throw new Unreadable(new Place(1, 1), "is empty", "a head and \"events\" in braces, { and }");
                }
                Json read = value(parser, 1);
                if (parser.nextToken() != null) {
                    throw new Unreadable(place(parser), "something follows the last brace of the file", "nothing");
                }
                return read;
            } catch (JsonProcessingException e) {
                throw refusal(e, parser.getParsingContext());
            }
        } catch (IOException e) {
            // A text is in memory, so there is nothing else to fail.
            throw new UncheckedIOException(e);
        }
    }

    private Json value(JsonParser parser, int depth) throws IOException, Unreadable {
        Place place = place(parser);
        if (depth > DEEPEST) {
            throw new Unreadable(
                    place, "has more than " + DEEPEST + " brackets inside one another", "the fields of docs/events.md");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(parser, place, depth);
            case START_ARRAY -> items(parser, place, depth);
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            default -> new Json.Literal(place, parser.getText());
        };
    }

    private Json fields(JsonParser parser, Place place, int depth) throws IOException, Unreadable {
        Map<String, Json.Member> members = new LinkedHashMap<>();
        List<Json.Repeated> repeated = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place(parser);
            parser.nextToken();
            if (members.put(name, new Json.Member(at, value(parser, depth + 1))) != null) {
                repeated.add(new Json.Repeated(at, name));
            }
        }
        return new Json.Fields(place, members, repeated);
    }

    private Json items(JsonParser parser, Place place, int depth) throws IOException, Unreadable {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser, depth + 1));
        }
        return new Json.Items(place, values);
    }

    private Place place(JsonParser parser) {
        return places ? place(parser.currentTokenLocation()) : Place.UNKNOWN;
    }

    private static Place place(JsonLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    /** What stands at the place where Jackson gave up, in our words: its own are for programmers. */
    private Unreadable refusal(JsonProcessingException e, JsonStreamContext within) {
        JsonLocation location = Objects.requireNonNullElse(e.getLocation(), new JsonLocation(null, 0, 0, 1, 1));
        int offset = (int) Math.max(0, location.getCharOffset());
        if (e instanceof JsonEOFException || offset >= text.length()) {
            return new Unreadable(place(location), "the file ends too early", right(within));
        }
        int found = text.codePointAt(offset);
        // A line may end anywhere but inside a text or a word.
        if (found == '\n' || found == '\r') {
            return new Unreadable(
                    place(location),
                    "a text isn't closed before the line ends",
                    "a quotation mark at its end, or \\n in it for a new line");
        }
        String before = text.substring(0, offset).stripTrailing();
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        if ((found == '}' || found == ']') && last == ',') {
            return new Unreadable(
                    place(location),
                    "there is a comma too many before \"" + Character.toString(found) + "\"",
                    "no comma there");
        }
        if ((found == '"' || found == '{' || found == '[')
                && (last == '}' || last == ']' || last == '"' || isOfAWord(last))) {
            return new Unreadable(place(location), "a comma is missing before this", right(within));
        }
        if (found == '\u201C' || found == '\u201D' || found == '\u201E' || found == '\'') {
            return new Unreadable(
                    place(location),
                    Character.toString(found) + " isn't the quotation mark that the file is written with",
                    "the straight one, \"");
        }
        return new Unreadable(place(location), "\"" + Character.toString(found) + "\" can't stand here", right(within));
    }

    private static boolean isOfAWord(char character) {
        return Character.isLetterOrDigit(character);
    }

    private static String right(JsonStreamContext within) {
        if (within.inObject()) {
            return "a name in double quotes, a colon and a value, and a comma before the next name";
        }
        return within.inArray() ? "values with a comma between them" : "a head and \"events\" in braces, { and }";
    }
}
