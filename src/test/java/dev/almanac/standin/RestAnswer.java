package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    MockResponse response() {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .setHeader("Via", "1.1 stand-in")
                .body(body)
                .build();
    }
}
