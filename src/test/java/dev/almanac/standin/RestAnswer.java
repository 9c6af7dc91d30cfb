package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * An answer of the REST API. Status 0 is none: the connection ends without a word.
 *
 * @param headers replace those that each answer has; an empty value leaves one out
 * @param broken whether the connection ends in the middle of the body
 * @param delay until it is sent, by the machine's time
 */
record RestAnswer(int status, String body, Map<String, String> headers, boolean broken, Duration delay) {
    RestAnswer {
        headers = Map.copyOf(headers);
    }

    RestAnswer(int status, String body, Map<String, String> headers) {
        this(status, body, headers, false, Duration.ZERO);
    }

    RestAnswer(int status, String body) {
        this(status, body, Map.of());
    }

    static RestAnswer ok(JsonNode body) {
        return new RestAnswer(200, body.toString());
    }

    static RestAnswer done() {
        return new RestAnswer(204, "");
    }

    static RestAnswer cut() {
        return new RestAnswer(0, "");
    }

    /** In the shape of https://discord.com/developers/docs/reference#error-messages. */
    static RestAnswer error(int status, int code, String message) {
        return new RestAnswer(
                status,
                new ObjectMapper()
                        .createObjectNode()
                        .put("code", code)
                        .put("message", message)
                        .toString());
    }

    /** A rate limit (https://discord.com/developers/docs/topics/rate-limits) that is over after so long. */
    static RestAnswer limited(Duration wait) {
        return limited(wait, false, Map.of("X-RateLimit-Scope", "user"));
    }

    /** The rate limit of the whole bot. */
    static RestAnswer limitedEverywhere(Duration wait) {
        return limited(wait, true, Map.of("X-RateLimit-Scope", "global", "X-RateLimit-Global", "true"));
    }

    private static RestAnswer limited(Duration wait, boolean global, Map<String, String> headers) {
        String body = new ObjectMapper()
                .createObjectNode()
                .put("message", "You are being rate limited.")
                .put("retry_after", wait.toMillis() / 1000.0)
                .put("global", global)
                .toString();
        Map<String, String> all = new HashMap<>(headers);
        all.put("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()));
        return new RestAnswer(429, body, all);
    }

    RestAnswer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(headers);
        return new RestAnswer(status, body, all, broken, delay);
    }

    /** The same with one header that is another. */
    RestAnswer replacing(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new RestAnswer(status, body, all, broken, delay);
    }

    RestAnswer half() {
        return new RestAnswer(status, body, headers, true, delay);
    }

    RestAnswer after(Duration wait) {
        return new RestAnswer(status, body, headers, broken, wait);
    }

    MockResponse response() {
        MockResponse.Builder response = new MockResponse.Builder();
        if (status == 0) {
            return response.onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        // Without Via, JDA takes a 429 for a ban by the servers in front of Discord.
        response.code(status).setHeader("Via", "1.1 stand-in");
        if (status != 204) {
            response.setHeader("Content-Type", "application/json");
        }
        headers.forEach((name, value) -> {
            response.removeHeader(name);
            if (!value.isEmpty()) {
                response.addHeader(name, value);
            }
        });
        response.headersDelay(delay.toMillis(), TimeUnit.MILLISECONDS);
        if (broken) {
            response.onResponseBody(new SocketEffect.CloseSocket());
        }
        return status == 204 ? response.build() : response.body(body).build();
    }
}
