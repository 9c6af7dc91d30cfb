package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That messages fail as a test orders it, and what JDA makes of it. */
class FaultsTest {
    private DiscordStandIn discord;
    private RestClient client;
    private Place place;
    private Place other;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 1);
        client = new RestClient(discord);
        place = discord.guild();
        other = discord.guilds().addChannel(place.guild());
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
    }

    private List<String> texts() {
        return discord.messages().posts().stream().map(Post::text).toList();
    }

    private int status(long channel, String text) {
        return client.say(channel, text).status();
    }

    @Test
    void refusesAsManyMessagesAsOrderedInTheChannelThatWasNamed() {
        discord.faults().refuseMessages(place.channel(), 2, 502);
        discord.faults().refuseMessages(Faults.ANYWHERE, 1, 429);

        assertEquals(
                List.of(502, 429, 502, 200, 200),
                List.of(
                        status(place.channel(), "1"),
                        status(other.channel(), "2"),
                        status(place.channel(), "3"),
                        status(place.channel(), "4"),
                        status(other.channel(), "5")));
        assertEquals(List.of("4", "5"), texts());
        assertEquals(0, discord.faults().left());
    }

    @Test
    void takesAMessageAndDoesNotSaySo() {
        discord.faults().refuseAfterStoring(place.channel(), 1, 500);
        assertEquals(500, client.say(place.channel(), "1", "n").status());
        assertEquals(200, client.say(place.channel(), "1", "n").status());
        discord.faults().cutAfterStoring(place.channel(), 3);
        assertThrows(UncheckedIOException.class, () -> client.say(place.channel(), "2", "m"));

        assertEquals(List.of("1", "2"), texts());
    }

    @Test
    void holdsAnswersAtAGate() {
        Gate gate = discord.faults().holdAnswers(place.channel());
        CompletableFuture<Integer> held = CompletableFuture.supplyAsync(() -> status(place.channel(), "1"));
        ConnectedBot.until(() -> gate.waiting() == 1);

        assertFalse(held.isDone());
        assertEquals(List.of("1"), texts());
        assertEquals(200, status(other.channel(), "2"));
        gate.open();
        assertEquals(200, held.join());
    }

    @Test
    void delaysAnswers() {
        discord.faults().delayAnswers(place.channel(), Duration.ofMillis(50));
        long before = System.nanoTime();

        assertEquals(200, status(place.channel(), "1"));
        assertTrue(System.nanoTime() - before >= 50_000_000);
    }

    @Test
    void letsATestSeeAMessageBeforeItIsStoredAndBeforeItIsAnswered() {
        List<String> seen = new ArrayList<>();
        discord.faults()
                .beforeStoring(
                        place.channel(), body -> seen.add(body.path("content").asText() + " " + texts()));
        discord.faults().afterStoring(place.channel(), post -> seen.add(post.text() + " " + texts()));

        status(other.channel(), "1");
        status(place.channel(), "2");
        assertEquals(List.of("2 [1]", "2 [1, 2]"), seen);
    }

    @Test
    void letsATestSeeAMessageThatIsThenRefused() {
        List<String> seen = new ArrayList<>();
        discord.faults()
                .onArrival(
                        place.channel(), body -> seen.add(body.path("content").asText()));
        discord.faults().refuseMessages(place.channel(), 1, 500);

        assertEquals(500, status(place.channel(), "1"));
        assertEquals(200, status(other.channel(), "2"));
        assertEquals(List.of("1"), seen);
    }

    @Test
    void jdaTriesAgainAfterA502ButNotAfterA500() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            TextChannel channel = bot.jda().getTextChannelById(place.channel());
            discord.faults().refuseMessages(place.channel(), 1, 502);
            channel.sendMessage("1").complete();
            discord.faults().refuseMessages(place.channel(), 1, 500);
            ErrorResponseException refused = assertThrows(
                    ErrorResponseException.class, () -> channel.sendMessage("2").complete());

            assertEquals(
                    List.of(500, 0, true),
                    List.of(refused.getResponse().code, refused.getErrorCode(), refused.isServerError()));
            assertEquals(List.of("1"), texts());
        }
    }

    @Test
    void jdaGivesUpWhenTheConnectionEndsAgainAndAgain() {
        try (ConnectedBot bot = new ConnectedBot(discord)) {
            TextChannel channel = bot.jda().getTextChannelById(place.channel());
            discord.faults().cutAfterStoring(place.channel(), 20);
            ErrorResponseException failed = assertThrows(
                    ErrorResponseException.class,
                    () -> channel.sendMessage("1").setNonce("n").complete());

            assertEquals(-1, failed.getErrorCode());
            assertTrue(failed.getCause() instanceof IOException);
            assertEquals(List.of("1"), texts());
        }
    }
}
