package dev.almanac.terminal;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Usage.Need;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTest {
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1903-11-25", "1914/1917");

    /** Half past one of the next day in Moscow. */
    private static final Instant LATE = Instant.parse("2026-11-24T22:30:00Z");

    private final Chat chat = chatIn("UTC");

    private static Chat chatIn(String zone) {
        Commands commands = new Commands(
                List.of(
                        new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                        new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                        new FakeDaily(Need.NOTHING)),
                new Random(1));
        return new Chat(
                () -> new TerminalEdition(commands, new LineReader(commands, TIMELINE, false)),
                Clock.fixed(LATE, ZoneId.of(zone)),
                Locale.ENGLISH);
    }

    @Test
    void takesTodayFromTheClockInItsZone() {
        assertEquals(
                List.of("Today, 24 November", "Today, 25 November"),
                List.of(
                        chat.answer("/onthisday").heading(),
                        chatIn("Europe/Moscow").answer("/onthisday").heading()));
    }

    @Test
    void answersASubcommand() {
        assertEquals(Reply.of("/daily set zone:Europe/Moscow", List.of()), chat.answer("/daily set Europe/Moscow"));
    }

    @Test
    void takesTheNumberOfAChoiceOfTheLastReply() {
        assertEquals(
                List.of(
                        new Choice("← 1867", Question.of("year").with("year", "1867")),
                        new Choice("1914 →", Question.of("year").with("year", "1914"))),
                chat.answer("/year 1903").choices());

        assertEquals("1914", chat.answer(" 2 ").heading());
        assertEquals("1903", chat.answer("1").heading());
    }

    @Test
    void keepsTheLastChoicesAfterAMistake() {
        chat.answer("/year 1903");

        assertEquals(Reply.Kind.MISTAKE, chat.answer("banana").kind());
        assertEquals(Reply.Kind.MISTAKE, chat.answer("/year banana").kind());
        assertEquals("1914", chat.answer("2").heading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "30", "1867"})
    void readsANumberThatIsNoChoiceAsAYear(String typed) {
        chat.answer("/year 1903");

        assertEquals(chatIn("UTC").answer("/year " + typed), chat.answer(typed));
    }

    @Test
    void numbersLinesFirstAndThenTheChoices() {
        Timeline timeline = timelineOf("1903-01", "1903-02", "1903-03", "1903-04", "1914");
        Commands commands = new Commands(
                List.of(
                        new YearCommand(timeline, Examples.of(timeline)),
                        new EventCommand(timeline, new PreparedSearch(timeline), Examples.of(timeline))),
                new Random(1));
        Chat talk = new Chat(
                () -> new TerminalEdition(commands, new LineReader(commands, timeline, false)),
                Clock.fixed(LATE, ZoneOffset.UTC),
                Locale.ENGLISH);
        talk.answer("/year 1903");

        assertEquals("Title of 1903-02", talk.answer("2").cards().get(0).title());
        assertEquals("1903", talk.answer("1").heading());
        assertEquals("1914", talk.answer("5").heading());
    }

    @Test
    void forgetsTheChoicesOfAnEarlierReply() {
        chat.answer("/year 1903");
        chat.answer("/daily list");

        assertEquals("AD 2", chat.answer("2").heading());
    }

    @Test
    void knowsWhenItIsLeft() {
        assertTrue(List.of("/quit", "quit", " /EXIT ", "exit").stream().allMatch(Chat::leaves));
        assertFalse(List.of("/quit now", "", "1867").stream().anyMatch(Chat::leaves));
    }
}
