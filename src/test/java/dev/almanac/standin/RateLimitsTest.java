package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That Discord's limits hold when a test wants them, and that requests are counted. */
class RateLimitsTest {
    private DiscordStandIn discord;
    private RestClient client;
    private Place place;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 1);
        client = new RestClient(discord);
        place = discord.guilds().add(40);
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
    }

    @Test
    void limitsTheWholeBot() {
        discord.limits().allowPerSecond(2);
        List<RestClient.Reply> replies =
                IntStream.range(0, 3).mapToObj(i -> client.get("/users/@me")).toList();

        assertEquals(
                List.of(200, 200, 429),
                replies.stream().map(RestClient.Reply::status).toList());
        RestClient.Reply refused = replies.get(2);
        assertEquals(
                List.of("true", "global", "1.1 stand-in", "1"),
                List.of("X-RateLimit-Global", "X-RateLimit-Scope", "Via", "Retry-After").stream()
                        .map(name -> refused.headers().firstValue(name).orElse("none"))
                        .toList());
        double wait = refused.body().path("retry_after").asDouble();
        assertTrue(wait > 0 && wait <= 1, () -> "wait " + wait);
    }

    @Test
    void limitsTheMessagesOfAChannel() {
        discord.limits().limitChannels(true);
        List<RestClient.Reply> replies = IntStream.range(0, 6)
                .mapToObj(i -> client.say(place.channel(), "x"))
                .toList();

        assertEquals(
                List.of("4", "3", "2", "1", "0", "0"),
                replies.stream()
                        .map(reply -> reply.headers()
                                .firstValue("X-RateLimit-Remaining")
                                .orElse("none"))
                        .toList());
        assertEquals(429, replies.get(5).status());
        assertEquals(
                200,
                client.say(discord.guilds().channels(place.guild()).get(1), "x").status());
    }

    @Test
    void countsWhatWasAsked() {
        client.get("/users/@me");
        client.say(place.channel(), "x");
        client.say(place.channel(), "");
        client.say(5, "x");
        discord.guilds().remove(place.guild());
        client.say(place.channel(), "x");

        assertEquals(5, discord.traffic().requests());
        assertEquals(1, discord.traffic().invalid());
        assertEquals(
                Map.of("GET /users/@me", 1, "POST /channels/{channel}/messages", 4),
                discord.traffic().byRoute());
    }

    @Test
    void jdaDoesNotPaceItselfOverChannelsButSendsAllInTheEnd() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            discord.limits().allowPerSecond(50);
            CompletableFuture<?>[] sent = discord.guilds().channels(place.guild()).stream()
                    .flatMap(channel -> IntStream.range(0, 2)
                            .mapToObj(i -> bot.jda().getTextChannelById(channel).sendMessage("x")))
                    .map(action -> action.submit())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(sent).join();

            assertEquals(80, discord.messages().posts().size());
            assertTrue(discord.traffic().answered(429) > 0);
        }
    }
}
