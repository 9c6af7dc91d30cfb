package dev.almanac.timeline.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where in its file it begins; line and column count from 1. */
sealed interface Json {
    Place place();

    /** What an editor would call such a value. */
    String kind();

    record Place(int line, int column) {}

    record Text(Place place, String value) implements Json {
        @Override
        public String kind() {
            return "a text";
        }
    }

    record Items(Place place, List<Json> values) implements Json {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * An object.
     *
     * @param repeated the names that stand more than once, of which the last value is kept
     */
    record Fields(Place place, Map<String, Member> members, List<Repeated> repeated) implements Json {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** {@code true}, {@code false}, {@code null} or a number, as written. */
    record Literal(Place place, String written) implements Json {
        @Override
        public String kind() {
            return written;
        }
    }

    record Member(Place name, Json value) {}

    record Repeated(Place place, String name) {}

    /** Reads a whole text. @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON */
    static Json parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Json read = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(
                        parser, "something follows the end of the file's object", parser.currentTokenLocation());
            }
            return read;
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        Place place = place(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser, place);
            case START_ARRAY -> items(parser, place);
            case VALUE_STRING -> new Text(place, parser.getText());
            default -> new Literal(place, parser.getText());
        };
    }

    private static Json fields(JsonParser parser, Place place) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        List<Repeated> repeated = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place(parser);
            parser.nextToken();
            if (members.put(name, new Member(at, value(parser))) != null) {
                repeated.add(new Repeated(at, name));
            }
        }
        return new Fields(place, members, repeated);
    }

    private static Json items(JsonParser parser, Place place) throws IOException {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Items(place, values);
    }

    private static Place place(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return new Place(location.getLineNr(), location.getColumnNr());
    }
}
