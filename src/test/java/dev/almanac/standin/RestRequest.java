package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * A request to a route that there is.
 *
 * @param parts the variable parts of its path, in order
 */
record RestRequest(List<String> parts, HttpUrl url, JsonNode body) {
    String part(int index) {
        return parts.get(index);
    }

    long id(int index) {
        return Long.parseLong(parts.get(index));
    }

    /** A number of the query; 0 when it is not there. */
    long query(String name) {
        String value = url.queryParameter(name);
        return value == null ? 0 : Long.parseLong(value);
    }

    /** Whether the query has that as true. */
    boolean asks(String name) {
        return "true".equals(url.queryParameter(name));
    }
}
