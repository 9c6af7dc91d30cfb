package dev.almanac.discord;

import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.RealCommands;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot over real JDA and real sockets, against our own Discord. */
@Order(Integer.MAX_VALUE)
class DiscordBotTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final long BORIS = 101_000_000_000_000_002L;
    private static final Timeline TIMELINE = timelineOf(
            "1867-03-30",
            "1867-04-09",
            "1867-10-18",
            "1867-03",
            "1867",
            "1866/1867",
            "1860/1869",
            "1903-11-25",
            "1914",
            "2001-01-01",
            "2001-01-02",
            "2001-01-03",
            "2001-01-04",
            "2001-01-05",
            "2001-01-06",
            "2001-01-07",
            "2001-01-08",
            "2001-01-09",
            "2001-01-10",
            "2001-01-11",
            "2001-01-12",
            "2001-01-13",
            "2001-01-14",
            "2001-01-15",
            "2001-01-16",
            "2001-01-17",
            "2001-01-18",
            "2001-01-19",
            "2001-01-20",
            "2001-01-21");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T22:30:00Z"), ZoneId.of("Europe/Moscow"));

    @TempDir
    private Path folder;

    private final List<RunningBot> bots = new ArrayList<>();
    private DiscordStandIn discord;
    private Place guild;
    private Place otherGuild;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 2);
        guild = discord.guild();
        otherGuild = discord.guild();
    }

    @AfterEach
    void stopAll() {
        bots.forEach(RunningBot::close);
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private RunningBot launch(String token, URI api) {
        return launch(new DiscordSettings(token, api, Sharding.of(0), false, Optional.empty()));
    }

    private RunningBot launch(DiscordSettings settings) {
        RunningBot running = RunningBot.launch(settings, TIMELINE, CLOCK, folder);
        bots.add(running);
        return running;
    }

    private RunningBot start() {
        int before = discord.gateway().identifies();
        RunningBot running = launch(DiscordStandIn.TOKEN, discord.apiBase());
        until(() -> discord.gateway().identifies() == before + 2
                && !discord.commands().isEmpty());
        return running;
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    private static Answer answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Answer year(Place place, long user, String year) {
        return answer(discord.slash(place, user, "year", Map.of("year", year)));
    }

    @Test
    void registersItsCommandsOnceAndNotAgainWhenNothingChanged() {
        RunningBot first = start();
        List<String> registered = discord.commands().stream()
                .map(command -> command.path("name").asText())
                .filter(name -> !name.equals("daily"))
                .toList();
        assertEquals(
                Stream.concat(
                                RealCommands.list(TIMELINE).stream()
                                        .map(command -> command.usage().name()),
                                Stream.of("What happened then?"))
                        .toList(),
                registered);
        year(guild, ANNA, "1867");
        first.close();

        start();
        Answer help = answer(discord.slash(guild, ANNA, "help", Map.of()));
        // So seldom that a person's sixty answers last.
        await().atMost(RunningBot.PATIENCE)
                .pollInterval(Duration.ofMillis(400))
                .until(() -> answer(discord.slash(guild, ANNA, "help", Map.of()))
                        .text()
                        .contains("</year:"));
        assertEquals(1, discord.commandWrites());
        assertTrue(help.text().contains("A timeline of US"), help.text());
    }

    @Test
    void answersInEveryContext() {
        start();

        List<Answer> answers = Stream.of(
                        guild, discord.foreignGuild(), discord.directMessages(), discord.privateChannel())
                .map(place -> year(place, ANNA, "1903"))
                .toList();
        for (Answer answer : answers) {
            assertEquals(List.of(4, false), List.of(answer.type(), answer.isPrivate()));
            assertEquals(
                    "## 1903\n-# **25 November 1903**\n### Title of 1903-11-25\nText of 1903-11-25.\n-# Treaty · "
                            + "[A Small Almanac](https://example.org/almanac)",
                    answer.text());
            assertEquals(0, answer.data().path("allowed_mentions").path("parse").size());
        }
    }

    @Test
    void takesTodayInTheZoneItIsSetTo() {
        start();

        assertTrue(answer(discord.slash(guild, ANNA, "onthisday", Map.of()))
                .text()
                .startsWith("## Today, 25 November\n-# **25 November 1903** · 123 years ago"));
        assertTrue(answer(discord.slash(guild, ANNA, "onthisday", Map.of("month", "3", "day", "30")))
                .text()
                .startsWith("## 30 March\n-# **30 March 1867** · 159 years ago"));
    }

    @Test
    void answersAMistakePrivatelyAndSaysWhatWorks() {
        start();
        until(() -> year(guild, ANNA, "banana").text().contains("</year:"));

        Answer banana = year(guild, ANNA, "banana @everyone");
        assertTrue(banana.isPrivate());
        assertEquals(
                "“banana \\@everyone” isn't a year I know. Try </year:ID> 1867, /year 1867-1870 or /year 1860s.",
                banana.text().replaceAll(":\\d+>", ":ID>"));
        assertTrue(year(guild, ANNA, "1".repeat(300)).text().contains("is too long for year: at most 60 characters"));
    }

    @Test
    void completesWhileSomeoneTypes() {
        start();

        Answer choices = answer(discord.type(guild, ANNA, "year", "year", "186"));
        assertEquals(8, choices.type());
        assertEquals(
                List.of(
                        "186 (nothing)=AD 186",
                        "1860–1869 (7 events)=1860-1869",
                        "1860 (1 event)=1860",
                        "1866 (2 events)=1866",
                        "1867 (7 events)=1867"),
                choices.choices());
        assertEquals(
                0,
                answer(discord.type(guild, ANNA, "year", "year", "x".repeat(2000)))
                        .data()
                        .path("choices")
                        .size());
    }

    @Test
    void turnsThePageForTheOneWhoAskedAndShowsItPrivatelyToAnother() {
        start();
        Answer first = year(guild, ANNA, "2001");

        Answer turned = answer(discord.press(guild, ANNA, first.message(), first.button("Next page")));
        assertEquals(List.of(7, first.message()), List.of(turned.type(), turned.message()));
        assertTrue(turned.data().toString().contains("\"2 of 2\""), turned.text());
        Answer copy = answer(discord.press(guild, BORIS, first.message(), first.button("Next page")));
        assertEquals(List.of(4, true), List.of(copy.type(), copy.isPrivate()));
        assertEquals(turned.text(), copy.text());
        Answer back = answer(discord.press(guild, BORIS, copy.message(), copy.button("Previous page")));
        assertEquals(7, back.type());
        assertEquals(first.text(), back.text());
    }

    @Test
    void opensAnEventOfAListInPlaceAndGoesBackToItsPage() {
        start();
        Answer first = year(guild, ANNA, "2001");
        Answer list = answer(discord.press(guild, ANNA, first.message(), first.button("Next page")));
        assertEquals(List.of("Title of 2001-01-21"), list.options());

        Answer opened = answer(discord.choose(guild, ANNA, list.message(), list.menu(), "Title of 2001-01-21"));
        assertEquals(List.of(7, first.message()), List.of(opened.type(), opened.message()));
        assertTrue(opened.text().contains("### Title of 2001-01-21\nText of 2001-01-21."), opened.text());
        Answer back = answer(discord.press(guild, ANNA, opened.message(), opened.button("Back to the list")));
        assertEquals(List.of(7, first.message()), List.of(back.type(), back.message()));
        assertEquals(list.data().path("components"), back.data().path("components"));
    }

    @Test
    void opensAnEventPrivatelyForAnotherAndThereInPlace() {
        start();
        Answer list = year(guild, ANNA, "1867");

        Answer opened = answer(discord.choose(guild, BORIS, list.message(), list.menu(), "Title of 1867-03-30"));
        assertEquals(List.of(4, true), List.of(opened.type(), opened.isPrivate()));
        assertTrue(opened.text().contains("Text of 1867-03-30."), opened.text());
        Answer back = answer(discord.press(guild, BORIS, opened.message(), opened.button("Back to the list")));
        assertEquals(7, back.type());
        assertEquals(list.text(), back.text());
        Answer another = answer(discord.choose(guild, BORIS, back.message(), back.menu(), "Title of 1867-10-18"));
        assertEquals(7, another.type());
    }

    @Test
    void aButtonOfBeforeOpensThatPageOfTheListOrTheLast() {
        start();

        for (String id : List.of("1|t|2|year|2001", "1|t|5|year|2001")) {
            Answer turned = answer(discord.press(guild, ANNA, discord.earlierMessage(guild, ANNA, id), id));
            assertTrue(turned.data().toString().contains("\"2 of 2\""), turned.text());
        }
    }

    @Test
    void buttonsWorkAfterARestart() {
        RunningBot old = start();
        Answer first = year(guild, ANNA, "2001");
        old.close();

        start();
        Answer turned = answer(discord.press(guild, ANNA, first.message(), first.button("Next page")));
        assertEquals(7, turned.type());
        assertTrue(turned.data().toString().contains("\"2 of 2\""));
    }

    @Test
    void answersAForgedOrOutdatedButtonKindly() {
        start();

        for (String id :
                List.of("0|x", "1|t|1|decade|1867", "2|t|1|year|1867", "1|t|0|year|1867", "1|t|1|year|1867|x|y|z")) {
            Answer answer = answer(discord.press(guild, ANNA, discord.earlierMessage(guild, ANNA, id), id));
            assertTrue(answer.isPrivate());
            assertTrue(answer.text().startsWith("This button is from another version"), answer.text());
        }
        Answer gone = answer(discord.press(
                guild, ANNA, discord.earlierMessage(guild, ANNA, "1|s|1|event|gone"), "1|s|1|event|gone"));
        assertEquals(
                "No event has “gone”. Try </event:ID> with another word, or </random:ID>.",
                gone.text().replaceAll(":\\d+>", ":ID>"));
        assertTrue(gone.isPrivate());
    }

    @Test
    void answersTwoGuildsAtOnceOnTheirShards() {
        start();

        List<CompletableFuture<Answer>> asked = IntStream.range(0, 40)
                .mapToObj(i -> discord.slash(
                        i % 2 == 0 ? guild : otherGuild,
                        ANNA + i,
                        "year",
                        Map.of("year", i % 2 == 0 ? "1867" : "1903")))
                .toList();
        for (int i = 0; i < 40; i++) {
            assertTrue(answer(asked.get(i)).text().startsWith(i % 2 == 0 ? "## 1867" : "## 1903"));
        }
    }

    @Test
    void showsDiscordThatItIsAlive() {
        start();

        until(() -> discord.gateway().heartbeats() >= 2);
        assertEquals(2, discord.gateway().identifies());
    }

    /** What it said when it gave up. */
    private static String refusal(RunningBot running) {
        try {
            running.run().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            return "it ended without a refusal";
        } catch (CompletionException e) {
            return e.getCause() instanceof DiscordRefusal refusal
                    ? (refusal.heals() ? "heals: " : "") + refusal.getMessage()
                    : e.toString();
        }
    }

    @Test
    void aRefusedTokenEndsItWithOneSentence() {
        String sentence = "Discord does not accept the bot's token. Make a new one at "
                + "https://discord.com/developers/applications (your application, Bot, Reset Token) and put it into "
                + "DISCORD_TOKEN or the file that DISCORD_TOKEN_FILE names.";

        assertEquals(sentence, refusal(launch("wrong.token", discord.apiBase())));
        discord.gateway().refuse(4004);
        assertEquals(sentence, refusal(launch(DiscordStandIn.TOKEN, discord.apiBase())));
    }

    @Test
    void aSessionThatIsGivenUpEndsItToo() {
        RunningBot running = start();
        running.connection().session(1).orElseThrow().shutdown();

        assertEquals(
                "heals: The connection of shard [1 / 2] was given up (close code 1000). Start the bot again.",
                refusal(running));
    }

    @Test
    void aFaultWhileItConnectsEndsItAndIsNotTakenForANetworkThatIsAway() {
        RunningBot running = launch(new DiscordSettings(
                "a token of\ntwo lines", discord.apiBase(), Sharding.of(0), false, Optional.empty()));

        assertTrue(refusal(running).contains("IllegalArgumentException"), refusal(running));
    }

    @Test
    void waitsForANetworkThatIsNotThereYet() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        launch(DiscordStandIn.TOKEN, URI.create("http://127.0.0.1:" + port + "/api/v10"));
        try (DiscordStandIn late = new DiscordStandIn(Clock.systemUTC(), 1, port)) {
            Place there = late.guild();
            until(() -> !late.commands().isEmpty());
            assertTrue(answer(late.slash(there, ANNA, "year", Map.of("year", "1867")))
                    .text()
                    .startsWith("## 1867"));
            bots.forEach(RunningBot::close);
        }
    }

    @Test
    void closesWithinTenSeconds() {
        RunningBot running = start();
        year(guild, ANNA, "1867");
        long before = System.nanoTime();

        running.close();
        running.run().orTimeout(1, TimeUnit.SECONDS).join();
        assertTrue(Duration.ofNanos(System.nanoTime() - before).compareTo(Duration.ofSeconds(10)) < 0);
    }

    private static List<String> files(Answer answer) {
        return answer.data().path("attachments").findValuesAsText("filename");
    }

    @Test
    void sendsAPictureAsOftenAsItIsAskedForThoughItIsDrawnOnce() {
        start();
        Set<String> drawn = new HashSet<>();
        for (int time = 0; time < 2; time++) {
            Answer answer = answer(discord.slash(guild, ANNA, "timeline", Map.of("from", "1866", "to", "1914")));

            assertFalse(answer.isPrivate());
            assertEquals(List.of("timeline.png"), files(answer));
            assertTrue(answer.data().path("attachments").get(0).path("size").asInt() > 5_000);
            drawn.add(answer.data().path("attachments").get(0).path("url").asText());
            assertTrue(answer.text().endsWith("8 events of US-Russian relations."), answer.text());
        }
        assertEquals(1, drawn.size());
    }

    @Test
    void aPictureIsAMessageOfItsOwnForAllWhereTheAskerPresses() {
        start();
        Answer day = answer(discord.slash(guild, ANNA, "onthisday", Map.of("month", "3", "day", "30")));
        String button = day.button("As a picture");

        Answer own = answer(discord.press(guild, ANNA, day.message(), button));
        assertNotEquals(day.message(), own.message());
        assertFalse(own.isPrivate());
        assertEquals(List.of("day.png"), files(own));

        Answer others = answer(discord.press(guild, BORIS, day.message(), button));
        assertTrue(others.isPrivate());
        assertEquals(List.of("day.png"), files(others));

        Answer read = answer(discord.press(guild, ANNA, own.message(), own.button("Read about this day")));
        assertNotEquals(own.message(), read.message());
        assertTrue(read.isPrivate());
        assertEquals(List.of(), files(read));
    }
}
