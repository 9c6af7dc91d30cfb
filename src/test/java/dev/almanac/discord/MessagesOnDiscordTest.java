package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.HelpCommand;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.SearchCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Permission;
import dev.almanac.standin.Place;
import dev.almanac.standin.Post;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.dv8tion.jda.api.JDA;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that people write to the bot, and the menu of a message, over real JDA. */
class MessagesOnDiscordTest {
    private static final long ANNA = 501;
    private static final long BORIS = 502;
    private static final String MENTION = "<@" + DiscordStandIn.BOT + ">";
    private static final String MENU = "What happened then?";
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1903", "1961-04-12", "1975-07-17");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private DiscordStandIn discord;
    private RunningBot bot;
    private Place place;

    @BeforeEach
    void connect() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        place = discord.guild();
        YearCommand year = new YearCommand(TIMELINE, Examples.of(TIMELINE));
        PreparedSearch search = new PreparedSearch(TIMELINE);
        search.prepare();
        until(() -> search.ready().isPresent());
        FakeSettings settings = new FakeSettings();
        Commands commands = new Commands(
                List.of(
                        year,
                        new SearchCommand(TIMELINE, search, Examples.of(TIMELINE)),
                        new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                        new TimelineCommand(TIMELINE, search, new Pictures(TIMELINE), Examples.of(TIMELINE)),
                        settings,
                        new HelpCommand(TIMELINE.head(), List.of(year.usage(), settings.usage()))),
                new Random(1));
        bot = RunningBot.launch(
                new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(0), true, Optional.empty()),
                commands,
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

    private List<Post> posts(Place where) {
        return discord.messages().posts(where.channel());
    }

    private Post answered(Place where, int number) {
        until(() -> posts(where).size() >= number);
        assertEquals(number, posts(where).size());
        return posts(where).get(number - 1);
    }

    /** Nothing comes of what was written before this: what is written now is answered first. */
    private void nothingElseWasAnswered(int before) {
        Place aside = discord.directMessagesOf(900 + before);
        discord.write(aside, 900 + before, "1867");
        until(() -> posts(aside).size() == 1);
        assertEquals(before, posts(place).size());
    }

    @Test
    void answersALineInADirectMessage() {
        Place direct = discord.directMessagesOf(ANNA);
        long asked = discord.write(direct, ANNA, "what happened in 1867?");

        Post answer = answered(direct, 1);
        assertTrue(answer.text().contains("30 March 1867"), answer.text());
        assertEquals(
                String.valueOf(asked),
                answer.body().path("message_reference").path("message_id").asText());

        discord.write(direct, ANNA, "banana");
        assertTrue(
                answered(direct, 2).text().contains("has that word."),
                answered(direct, 2).text());
        discord.write(direct, ANNA, "");
        assertTrue(answered(direct, 3).text().contains("I can only read text."));
    }

    @Test
    void answersAMessageThatBeginsOrEndsWithItsMention() {
        discord.write(place, ANNA, MENTION + " 1867");
        Post first = answered(place, 1);
        assertTrue(first.text().contains("30 March 1867"), first.text());
        assertFalse(first.pingsEveryone());

        discord.write(place, BORIS, "And 1903? <@!" + DiscordStandIn.BOT + ">");
        assertTrue(answered(place, 2).text().contains("1903"));
        discord.write(place, ANNA, MENTION);
        assertTrue(answered(place, 3).text().contains("/year"));
    }

    @Test
    void keepsSilentWhereItIsNotAsked() {
        discord.write(place, ANNA, "1867");
        discord.write(place, ANNA, "I asked " + MENTION + " about 1867 before");
        discord.write(place, ANNA, "@everyone 1867");
        discord.write(place, ANNA, "<@&" + place.guild() + "> 1867");
        nothingElseWasAnswered(0);

        discord.write(place, ANNA, MENTION + " 1867");
        Post answer = answered(place, 1);
        discord.reply(place, BORIS, answer.id(), "thanks, 1903 was better");
        nothingElseWasAnswered(1);
    }

    /** Takes a right from the bot where people ask, and waits until it knows. */
    private void deny(Permission right, net.dv8tion.jda.api.Permission known) {
        discord.guilds().deny(place.channel(), right);
        JDA session = bot.connection().session(0).orElseThrow();
        until(() -> !session.getGuildById(place.guild())
                .getSelfMember()
                .hasPermission(session.getTextChannelById(place.channel()), known));
    }

    @Test
    void keepsSilentWhereItMayNotAnswer() {
        deny(Permission.READ_MESSAGE_HISTORY, net.dv8tion.jda.api.Permission.MESSAGE_HISTORY);
        discord.write(place, ANNA, MENTION + " 1867");
        nothingElseWasAnswered(0);
    }

    @Test
    void saysWhyItShowsNoPictureWhereItMayNotAttachFiles() {
        discord.write(place, ANNA, MENTION + " /timeline 1867 1975");
        assertEquals(1, answered(place, 1).body().findValues("media").size());

        deny(Permission.ATTACH_FILES, net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES);
        discord.write(place, ANNA, MENTION + " /timeline 1867 1975");
        assertTrue(
                answered(place, 2).text().contains("I may not attach files in this channel"),
                answered(place, 2).text());
    }

    @Test
    void pointsToACommandThatIsNoLine() {
        discord.write(place, ANNA, MENTION + " /settings");

        Post answer = answered(place, 1);
        assertTrue(answer.text().contains("works only as a command"), answer.text());
    }

    @Test
    void answersAPersonFiveTimesAMinute() {
        for (int asked = 1; asked <= 5; asked++) {
            discord.write(place, ANNA, MENTION + " 1867");
            answered(place, asked);
        }
        discord.write(place, ANNA, MENTION + " 1903");
        nothingElseWasAnswered(5);

        clock.pass(Duration.ofSeconds(61));
        discord.write(place, ANNA, MENTION + " 1903");
        assertTrue(answered(place, 6).text().contains("1903"));
    }

    @Test
    void whoeverWritesTooMuchTakesNothingOfTheirChannels() {
        for (int asked = 1; asked <= 5; asked++) {
            discord.write(place, ANNA, MENTION + " 1867");
            answered(place, asked);
        }
        for (int asked = 0; asked < 20; asked++) {
            discord.write(place, ANNA, MENTION + " 1903");
        }
        discord.write(place, BORIS, MENTION + " 1903");

        assertTrue(answered(place, 6).text().contains("1903"));
    }

    private Answer slash(long person, String year) {
        return discord.slash(place, person, "year", Map.of("year", year)).join();
    }

    @Test
    void givesAPersonSixtyAnswersAMinuteAndTellsThemKindlyWhenToGoOn() {
        Place direct = discord.directMessagesOf(ANNA);
        long message = discord.messages().write(place.channel(), BORIS, "In 1867 it began.");
        Answer list = slash(ANNA, "1867");
        discord.press(place, ANNA, list.message(), list.button("1903 →")).join();
        discord.menu(place, ANNA, MENU, message).join();
        discord.write(direct, ANNA, "1867");
        answered(direct, 1);
        for (int asked = 4; asked < 60; asked++) {
            assertTrue(slash(ANNA, "1903").text().startsWith("## 1903"));
        }

        clock.pass(Duration.ofSeconds(18));
        List<Answer> refused = List.of(
                slash(ANNA, "1867"),
                discord.press(place, ANNA, list.message(), list.button("1903 →"))
                        .join(),
                discord.menu(place, ANNA, MENU, message).join());
        for (Answer answer : refused) {
            assertEquals(
                    "You've had 60 answers within a minute. That is all that one person gets, so that nobody else has to"
                            + " wait. Go on in 42 seconds.",
                    answer.text());
            assertEquals(List.of(4, true), List.of(answer.type(), answer.isPrivate()));
        }
        discord.write(direct, ANNA, "1903");
        discord.write(place, ANNA, MENTION + " 1903");
        nothingElseWasAnswered(0);
        assertEquals(1, posts(direct).size());
        assertEquals(
                List.of("1903 (1 event)=1903"),
                discord.type(place, ANNA, "year", "year", "1903").join().choices());
        assertTrue(slash(BORIS, "1867").text().startsWith("## 1867"));

        clock.pass(Duration.ofSeconds(42));
        assertTrue(slash(ANNA, "1867").text().startsWith("## 1867"));
    }

    @Test
    void saysInADirectMessageOnceThatItIsEnough() {
        Place direct = discord.directMessagesOf(ANNA);
        for (int asked = 0; asked < 60; asked++) {
            slash(ANNA, "1903");
        }
        discord.write(direct, ANNA, "1867");
        assertTrue(answered(direct, 1).text().contains("Go on in 60 seconds."));
        discord.write(direct, ANNA, "1867");
        nothingElseWasAnswered(0);
        assertEquals(1, posts(direct).size());

        clock.pass(Duration.ofSeconds(60));
        discord.write(direct, ANNA, "1867");
        assertTrue(answered(direct, 2).text().contains("30 March 1867"));
    }

    @Test
    void turnsAPageForWhoeverWroteTheLineOnly() {
        discord.write(place, ANNA, MENTION + " 1867");
        Post answer = answered(place, 1);

        Answer byAnother = discord.press(place, BORIS, answer.id(), answer.button("1903 →"))
                .join();
        assertTrue(byAnother.isPrivate());
        Answer byAsker =
                discord.press(place, ANNA, answer.id(), answer.button("1903 →")).join();
        assertEquals(7, byAsker.type());
    }

    @Test
    void findsWhatAMessageIsAbout() {
        long message = discord.messages().write(place.channel(), BORIS, "In 1867 it began, in 1961 it flew.");

        Answer first = discord.menu(place, ANNA, MENU, message).join();
        assertTrue(first.isPrivate());
        assertTrue(first.text().contains("30 March 1867"), first.text());

        Answer shown = discord.press(place, ANNA, first.message(), first.button("Show to everyone"))
                .join();
        assertFalse(shown.isPrivate());
        assertEquals(4, shown.type());
        assertTrue(shown.text().contains("30 March 1867"), shown.text());
    }

    @Test
    void saysKindlyThatAMessageHasNothing() {
        long words = discord.messages().write(place.channel(), BORIS, "hello there");
        long nothing = discord.messages().write(place.channel(), BORIS, "");

        Answer found = discord.menu(place, ANNA, MENU, words).join();
        assertTrue(found.isPrivate());
        assertTrue(found.text().contains("I found no date, year or name in this message"), found.text());
        assertTrue(discord.menu(place, ANNA, MENU, nothing).join().text().contains("This message has no text"));
    }

    @Test
    void offersNoShowingToAllWhereAServerHidesWhatItsMembersBring() {
        Place foreign = discord.foreignGuild();
        discord.hideExternalApps(foreign);
        long message = discord.messages().write(foreign.channel(), BORIS, "1867");

        Answer answer = discord.menu(foreign, ANNA, MENU, message).join();
        assertTrue(answer.text().contains("30 March 1867"), answer.text());
        assertTrue(answer.buttons().stream().noneMatch(id -> id.startsWith("1|a|")), String.valueOf(answer.buttons()));
    }
}
