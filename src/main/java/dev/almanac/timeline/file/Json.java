package dev.almanac.timeline.file;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where in its file it begins; line and column count from 1. */
sealed interface Json {
    Place place();

    /** What an editor would call such a value. */
    String kind();

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
     * @param repeated the names that appear more than once; of their values the last is kept
     */
    record Fields(Place place, Map<String, Member> members, List<Repeated> repeated) implements Json {
        @Override
        public String kind() {
            return "fields in braces";
        }
    }

    /** {@code true}, {@code false}, {@code null} or a number, as written. */
    record Literal(Place place, String written) implements Json {
        private static final int LONGEST_SHOWN = 40;

        @Override
        public String kind() {
            return written.length() <= LONGEST_SHOWN ? written : "a number of " + written.length() + " characters";
        }
    }

    record Member(Place name, Json value) {}

    record Repeated(Place place, String name) {}
}
