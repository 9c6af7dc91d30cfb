package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a nonce keeps a message from being sent twice as long as it is remembered. */
class NoncesTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private DiscordStandIn discord;
    private RestClient bot;
    private Place place;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        bot = new RestClient(discord);
        place = discord.guild();
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
    }

    @Test
    void anEnforcedNonceGivesTheFirstMessageAgainInsideItsWindow() {
        RestClient.Reply first = bot.say(place.channel(), "1", "day-1");
        clock.pass(Duration.ofMinutes(4));
        RestClient.Reply again = bot.say(place.channel(), "2", "day-1");

        assertEquals(first.body(), again.body());
        assertEquals("day-1", first.body().path("nonce").asText());
        assertEquals("1", again.body().path("content").asText());
        assertFalse(bot.get("/channels/" + place.channel() + "/messages")
                .body()
                .path(0)
                .has("nonce"));

        clock.pass(Duration.ofMinutes(1));
        assertNotEquals(first.body(), bot.say(place.channel(), "3", "day-1").body());
        assertEquals(2, discord.messages().count(place.channel()));
    }

    @Test
    void withoutAWindowANonceIsNotRemembered() {
        discord.messages().rememberNoncesFor(Duration.ZERO);
        bot.say(place.channel(), "1", "day-1");
        bot.say(place.channel(), "2", "day-1");

        assertEquals(2, discord.messages().count(place.channel()));
    }

    @Test
    void aNonceWhoseMessageWasDeletedIsAnUnknownMessage() {
        long id = bot.say(place.channel(), "1", "day-1").body().path("id").asLong();
        assertTrue(discord.messages().delete(id));

        assertEquals("404 10008", bot.say(place.channel(), "1", "day-1").refusal());
    }
}
