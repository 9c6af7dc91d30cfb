package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the stand-in refuses what Discord refuses: otherwise the tests over it would prove nothing. */
class DiscordStandInTest {
    private static final Place PLACE = new Place(Place.Kind.BOT_DM, 0, 5, false);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final Payloads payloads = new Payloads();
    private final Snowflakes ids = new Snowflakes(clock);
    private final Interactions interactions =
            new Interactions(payloads, new Messages(payloads, ids, clock), ids, clock);

    private String asked() {
        ObjectNode interaction = payloads.interaction(2, 7, "token-7", PLACE, 1);
        assertEquals(false, interactions.sent(interaction, PLACE, 1).isDone());
        return "token-7";
    }

    private RestAnswer answer(String token, String body) {
        return interactions.callback(token, payloads.read(body));
    }

    private static String message(String components) {
        return "{\"type\":4,\"data\":{\"flags\":32768,\"components\":[" + components + "]}}";
    }

    private static String text(int length) {
        return "{\"type\":10,\"content\":\"" + "x".repeat(length) + "\"}";
    }

    private static String button(String id) {
        return "{\"type\":2,\"style\":2,\"label\":\"Go\",\"custom_id\":\"" + id + "\"}";
    }

    @Test
    void takesOneAnswerAndRefusesTheSecond() {
        String token = asked();

        assertEquals(200, answer(token, message(text(10))).status());
        RestAnswer second = answer(token, message(text(10)));
        assertEquals(400, second.status());
        assertTrue(second.body().contains("40060"), second.body());
    }

    @Test
    void refusesAnAnswerAfterThreeSeconds() {
        String token = asked();
        clock.pass(Duration.ofMillis(3001));

        RestAnswer late = answer(token, message(text(10)));
        assertEquals(404, late.status());
        assertTrue(late.body().contains("10062"), late.body());
    }

    @Test
    void refusesWhatIsMalformedOrTooLong() {
        for (String body : List.of(
                message(text(4001)),
                message(text(2000) + "," + text(2001)),
                message(text(0)),
                message(""),
                message((text(1) + ",").repeat(40) + text(1)),
                message("{\"type\":1,\"components\":[]}"),
                message("{\"type\":1,\"components\":[" + button("a") + "," + button("a") + "]}"),
                message("{\"type\":1,\"components\":[" + button("a".repeat(101)) + "]}"),
                message("{\"type\":1,\"components\":[" + button("1") + ",{}".repeat(5) + "]}"),
                message("{\"type\":17,\"accent_color\":16777216,\"components\":[" + text(1) + "]}"),
                message("{\"type\":9,\"components\":[" + text(1) + "]}"),
                message("{\"type\":99}"),
                "{\"type\":4,\"data\":{\"flags\":32768,\"content\":\"x\",\"components\":[" + text(1) + "]}}",
                "{\"type\":4,\"data\":{\"components\":[" + text(1) + "]}}",
                "{\"type\":4,\"data\":{\"content\":\"" + "x".repeat(2001) + "\"}}",
                "{\"type\":5,\"data\":{\"flags\":32768}}",
                "{\"type\":8,\"data\":{\"choices\":[{\"name\":\"" + "x".repeat(101) + "\",\"value\":\"x\"}]}}",
                "{\"type\":99}")) {
            RestAnswer refused = answer(asked(), body);
            assertEquals(400, refused.status(), body);
            assertTrue(refused.body().contains("50035"), refused.body());
        }
    }

    @Test
    void refusesAWrongTokenAndARouteThatIsNotThere() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(clock, 1)) {
            assertEquals(401, get(discord, "/users/@me", "wrong"));
            assertEquals(200, get(discord, "/users/@me", DiscordStandIn.TOKEN));
            assertEquals(404, get(discord, "/nothing", DiscordStandIn.TOKEN));
            assertEquals(List.of("GET /nothing"), discord.unknownRoutes());
        }
    }

    private static int get(DiscordStandIn discord, String route, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiBase() + route))
                .header("Authorization", "Bot " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
