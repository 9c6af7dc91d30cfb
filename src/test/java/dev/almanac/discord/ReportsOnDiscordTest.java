package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button under an event, its form, and where the words go, over real JDA. */
class ReportsOnDiscordTest {
    private static final long ANNA = 501;
    private static final long BORIS = 502;
    private static final String BUTTON = "Report a mistake";
    private static final Timeline TIMELINE = timeline(named("alaska", "1867-03-30"), named("gagarin", "1961-04-12"));

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private DiscordStandIn discord;
    private Place place;

    @BeforeEach
    void start() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        place = discord.guild();
    }

    @AfterEach
    void stop() {
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private RunningBot bot(Optional<WebhookAddress> reports) {
        RunningBot bot = RunningBot.launch(
                new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(0), false, reports),
                TIMELINE,
                clock,
                folder);
        until(() -> !discord.commands().isEmpty());
        return bot;
    }

    private RunningBot botTakingReports() {
        return bot(WebhookAddress.parse(discord.webhook().url()));
    }

    private static Answer seen(CompletableFuture<Answer> asked) {
        return asked.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private Answer event(String id) {
        return seen(discord.slash(place, ANNA, "event", Map.of("event", id)));
    }

    private Answer report(long person, String words, String name) {
        Answer event = event("alaska");
        Answer form = seen(discord.press(place, person, event.message(), event.button(BUTTON)));
        return seen(discord.fillIn(place, person, event.message(), form, Map.of("words", words, "name", name)));
    }

    @Test
    void bringsTheWordsToTheWebhookAndMentionsNobody() {
        try (RunningBot bot = botTakingReports()) {
            Answer event = event("alaska");
            Answer form = seen(discord.press(place, BORIS, event.message(), event.button(BUTTON)));
            assertEquals(9, form.type());
            assertEquals("Report a mistake", form.data().path("title").asText());
            Answer thanks = seen(discord.fillIn(
                    place, BORIS, event.message(), form, Map.of("words", "It was *1868*, @everyone.\nSee page 3.")));

            assertTrue(thanks.isPrivate());
            assertTrue(thanks.text().contains("now has your words on “Title of alaska”"), thanks.text());
            JsonNode sent = discord.webhook().messages().get(0);
            assertEquals(1, discord.webhook().messages().size());
            assertEquals("[]", sent.path("allowed_mentions").path("parse").toString());
            JsonNode embed = sent.path("embeds").get(0);
            assertEquals("A mistake in alaska", embed.path("title").asText());
            assertEquals(
                    "It was \\*1868\\*, \\@everyone.\nSee page 3.",
                    embed.path("description").asText());
            assertEquals(List.of("Event", "Sources", "Reported in"), embed.findValuesAsText("name"));
            assertFalse(sent.toString().contains(String.valueOf(BORIS)));
            assertFalse(bot.connection().sessions().isEmpty());
        }
    }

    @Test
    void namesWhoeverWantsToBeNamed() {
        try (RunningBot bot = botTakingReports()) {
            report(BORIS, "The year is wrong.", "Boris");

            JsonNode embed = discord.webhook().messages().get(0).path("embeds").get(0);
            assertEquals(List.of("Event", "Sources", "Reported in", "By"), embed.findValuesAsText("name"));
            assertTrue(embed.toString().contains("Boris"));
            assertFalse(bot.connection().sessions().isEmpty());
        }
    }

    @Test
    void passesOnThreeAnHourOfAPerson() {
        try (RunningBot bot = botTakingReports()) {
            for (int i = 0; i < 3; i++) {
                report(BORIS, "Wrong " + i, "");
            }
            Answer refused = report(BORIS, "Wrong again", "");
            report(ANNA, "Wrong, too", "");

            assertTrue(refused.isPrivate());
            assertTrue(refused.text().contains("Send this one later."), refused.text());
            assertTrue(refused.text().contains("Wrong again"), refused.text());
            assertEquals(4, discord.webhook().messages().size());

            clock.pass(Duration.ofHours(1));
            report(BORIS, "Wrong after an hour", "");
            assertEquals(5, discord.webhook().messages().size());
            assertFalse(bot.connection().sessions().isEmpty());
        }
    }

    @Test
    void givesTheWordsBackWhereTheyDidNotArrive() {
        try (RunningBot bot = botTakingReports()) {
            discord.webhook().delete();
            for (int i = 0; i < 4; i++) {
                Answer answer = report(BORIS, "The year is wrong.", "");

                assertTrue(answer.isPrivate());
                assertTrue(answer.text().contains("didn't arrive"), answer.text());
                assertTrue(answer.text().contains("The year is wrong."), answer.text());
            }
            assertFalse(bot.connection().sessions().isEmpty());
        }
    }

    @Test
    void hasNoButtonWhereNobodyTakesReports() {
        try (RunningBot bot = bot(Optional.empty())) {
            assertEquals(List.of("All of 1867"), event("alaska").data().findValuesAsText("label"));
            long earlier = discord.earlierMessage(place, ANNA, "1|t|1|report|AAAAAAAA");
            Answer answer = seen(discord.press(place, ANNA, earlier, "1|t|1|report|AAAAAAAA"));
            assertTrue(answer.text().contains("This button is from another version"), answer.text());
            assertFalse(bot.connection().sessions().isEmpty());
        }
    }
}
