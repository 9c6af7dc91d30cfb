package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import mockwebserver3.MockResponse;

/** An answer of the REST API: a status and a body. */
record RestAnswer(int status, String body) {
    static RestAnswer ok(JsonNode body) {
        return new RestAnswer(200, body.toString());
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
        return new RestAnswer(
                429,
                new ObjectMapper()
                        .createObjectNode()
                        .put("message", "You are being rate limited.")
                        .put("retry_after", wait.toMillis() / 1000.0)
                        .put("global", false)
                        .toString());
    }

    MockResponse response() {
        MockResponse.Builder response = new MockResponse.Builder();
        if (status == 429) {
            response.setHeader("Retry-After", "1").setHeader("X-RateLimit-Scope", "user");
        }
        // Without Via, JDA takes a 429 for a ban by the servers in front of Discord.
        return response.code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("Via", "1.1 stand-in")
                .body(body)
                .build();
    }
}
