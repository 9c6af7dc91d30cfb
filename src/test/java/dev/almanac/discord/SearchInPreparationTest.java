package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.at;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.SearchCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.search.SearchWatch;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Place;
import dev.almanac.standin.Post;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see who search before that is possible, over real JDA. */
class SearchInPreparationTest {
    private static final long ANNA = 501;
    private static final Timeline TIMELINE = timeline(at("1867-03-30"), of("Yuri Gagarin"));

    @TempDir
    Path folder;

    /** Builds the index when a test says so. */
    private final List<Runnable> indexing = new ArrayList<>();

    private DiscordStandIn discord;
    private RunningBot bot;
    private Place place;

    private static HistoryEvent of(String person) {
        HistoryEvent event = at("1961-04-12");
        return new HistoryEvent(
                event.id(),
                event.date(),
                "",
                null,
                event.title(),
                event.text(),
                "",
                event.categories(),
                List.of(person),
                List.of(),
                null,
                false,
                event.confidence(),
                event.sources(),
                List.of());
    }

    @BeforeEach
    void connect() throws IOException {
        HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
        discord = new DiscordStandIn(clock, 1);
        place = discord.guild();
        PreparedSearch search = new PreparedSearch(TIMELINE, SearchWatch.NONE, Duration.ofHours(1));
        search.prepare(indexing::add);
        Examples examples = Examples.of(TIMELINE);
        List<Command> commands = List.of(
                new SearchCommand(TIMELINE, search, examples),
                new EventCommand(TIMELINE, search, examples),
                new TimelineCommand(TIMELINE, search, new Pictures(TIMELINE), examples),
                new OnThisDayCommand(TIMELINE, examples),
                new YearCommand(TIMELINE, examples));
        bot = RunningBot.launch(
                new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(0), true, Optional.empty()),
                new Commands(commands, new Random(1)),
                TIMELINE,
                clock,
                folder);
        until(() -> !discord.commands().isEmpty());
    }

    @AfterEach
    void disconnect() throws IOException {
        bot.close();
        discord.close();
    }

    private CompletableFuture<Answer> search(String words) {
        return discord.slash(place, ANNA, "search", Map.of("words", words));
    }

    private void untilDeferred() {
        until(() -> discord.traffic().byRoute().keySet().stream().anyMatch(route -> route.contains("callback")));
    }

    @Test
    void seeThatAnAnswerIsComingAndThenTheAnswer() {
        CompletableFuture<Answer> answer = search("1867");
        untilDeferred();
        assertFalse(answer.isDone());

        indexing.forEach(Runnable::run);
        assertTrue(answer.join().text().contains("30 March 1867"), answer.join().text());
        assertFalse(answer.join().isPrivate());
        assertTrue(answer.join().deferredAfter().isPresent());
    }

    @Test
    void seeTheirMistakesAlone() {
        CompletableFuture<Answer> answer = search("?!");
        untilDeferred();
        indexing.forEach(Runnable::run);

        assertTrue(
                answer.join().text().contains("has no word to search for"),
                answer.join().text());
        assertTrue(answer.join().isPrivate());
    }

    @Test
    void getAPictureInAMessageOfItsOwn() {
        CompletableFuture<Answer> answer = discord.slash(place, ANNA, "timeline", Map.of("words", "1867"));
        untilDeferred();
        assertFalse(answer.isDone());

        indexing.forEach(Runnable::run);
        assertTrue(answer.join().text().contains("1 event"), answer.join().text());
        assertFalse(answer.join().isPrivate());
        assertEquals(1, discord.messages().newestAnswer().findValues("media").size());
    }

    @Test
    void waitForNoSearchWherePicturesNeedNone() {
        Answer answer = discord.slash(place, ANNA, "timeline", Map.of()).join();

        assertTrue(answer.deferredAfter().isEmpty());
        assertEquals(1, discord.messages().newestAnswer().findValues("media").size());
    }

    @Test
    void turnAMessageOnceItIsPossible() {
        long message = discord.earlierMessage(place, ANNA, "1|t|1|search|1867");
        CompletableFuture<Answer> answer = discord.press(place, ANNA, message, "1|t|1|search|1867");
        untilDeferred();
        assertFalse(answer.isDone());

        indexing.forEach(Runnable::run);
        assertEquals(6, answer.join().type());
        assertTrue(answer.join().text().contains("30 March 1867"), answer.join().text());
    }

    @Test
    void areAnsweredWhereTheyWrote() {
        Place direct = discord.directMessagesOf(ANNA);
        discord.write(direct, ANNA, "title of 1867");
        discord.write(direct, ANNA, "");
        until(() -> discord.messages().posts(direct.channel()).size() == 1);

        indexing.forEach(Runnable::run);
        until(() -> discord.messages().posts(direct.channel()).size() == 2);
        Post answer = discord.messages().posts(direct.channel()).get(1);
        assertTrue(answer.text().contains("30 March 1867"), answer.text());
    }

    @Test
    void areToldWhatAMessageIsAboutOnceItIsPossible() {
        long message = discord.messages().write(place.channel(), ANNA, "Gagarin was first, wasn't he?");
        CompletableFuture<Answer> answer = discord.menu(place, ANNA, "What happened then?", message);
        untilDeferred();
        assertFalse(answer.isDone());

        indexing.forEach(Runnable::run);
        assertTrue(answer.join().text().contains("12 April 1961"), answer.join().text());
        assertTrue(answer.join().isPrivate());
    }
}
