package dev.almanac.lookup;

import static dev.almanac.timeline.Events.ALMANAC;
import static dev.almanac.timeline.Events.SPACE;
import static dev.almanac.timeline.Events.TREATY;
import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCommandTest {
    private static final HistoryEvent ALASKA = new HistoryEvent(
            "alaska",
            HistoricalDate.parse("1867-03-30"),
            "",
            new OldStyle(1867, 3, 18),
            "Alaska is sold",
            "Russia sold Alaska.",
            "Some say 1868.",
            List.of(TREATY, SPACE),
            List.of(),
            List.of(),
            null,
            false,
            Confidence.MEDIUM,
            List.of(new Citation(ALMANAC, "March", "https://example.org/march")),
            List.of());
    private static final Timeline TIMELINE =
            timeline(ALASKA, named("alaska-ice", "1853"), named("ice", "1808-08-30?"), named("statehood", "1959/.."));

    private static Reply ask(Timeline timeline, String event, int page) {
        Question question = Question.of("event").with("event", event).onPage(page);
        PreparedSearch search = new PreparedSearch(timeline);
        return new Commands(
                        List.of(
                                new EventCommand(timeline, search, Examples.of(timeline)),
                                new SearchCommand(timeline, search, Examples.of(timeline))),
                        new Random(1))
                .answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    private static Reply ask(String event) {
        return ask(TIMELINE, event, 1);
    }

    @Test
    void opensAnEventOfAListByItsKeyWithAWayBack() {
        Question list = Question.of("year").with("year", "1867").onPage(2);
        Commands commands = new Commands(
                List.of(new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE))),
                new Random(1));
        String key = EventKey.of("alaska").toString();
        Reply opened =
                commands.answer(new Request(list.opening(key), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));

        assertEquals(
                Reply.of("", List.of(EventCard.inFull(ALASKA)))
                        .withChoices(List.of(
                                new Choice("Back to the list", list),
                                new Choice("All of 1867", Question.of("year").with("year", "1867")))),
                opened);
        assertEquals(
                opened,
                commands.answer(
                        new Request(list.opening("alaska"), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here")));
        assertEquals(ask(TIMELINE, "alaska", 1), ask(TIMELINE, key, 1));
    }

    @Test
    void tellsAnEventInFull() {
        assertEquals(
                Reply.of(
                                "",
                                List.of(new EventCard(
                                        "alaska",
                                        "",
                                        "30 March 1867",
                                        "18 March",
                                        "fairly sure",
                                        "Alaska is sold",
                                        "Russia sold Alaska.",
                                        "Some say 1868.",
                                        List.of(TREATY, SPACE),
                                        List.of(new EventCard.SourceLine(
                                                "Almanac Press: A Small Almanac, “March”",
                                                "https://example.org/march")))))
                        .withChoices(List.of(
                                new Choice("All of 1867", Question.of("year").with("year", "1867")))),
                ask("alaska"));
    }

    @ParameterizedTest
    @CsvSource({
        "alaska, alaska",
        "ALASKA, alaska",
        "alaska is sold, alaska",
        "SOLD alas, alaska",
        "alaska ice, alaska-ice",
        "ice, ice",
        "state, statehood",
    })
    void findsAnEventByItsIdOrByWordsOfItsTitle(String typed, String id) {
        assertEquals(List.of(id), ask(typed).cards().stream().map(EventCard::id).toList());
    }

    @Test
    void saysInWordsHowSureTheDateIs() {
        assertEquals("date in doubt", ask("ice").cards().get(0).exactness());
    }

    @Test
    void offersNoYearWhereADateIsOpen() {
        assertEquals(List.of(), ask("statehood").choices());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|No event has “banana”. Try /event with another word, or /random.",
                "!?|No event has “!?”. Try /event with another word, or /random.",
            })
    void refusesWordsThatNameNoneAndSaysWhatWorks(String typed, String message) {
        assertEquals(Reply.mistake(message), ask(typed));
    }

    @Test
    void listsThemWhereWordsNameSeveral() {
        assertEquals(
                Reply.of("Search: ala", List.of(EventCard.of(ALASKA), EventCard.of(named("alaska-ice", "1853"))))
                        .withChoices(List.of(new Choice(
                                "See as a picture", Question.of("timeline").with("words", "ala")))),
                ask("ala"));
    }

    @Test
    void takesWhatNoEventHasForAnotherWordOnlyInAList() {
        assertEquals(
                Reply.of("Search: statehod", List.of(EventCard.inFull(named("statehood", "1959/.."))))
                        .withNotice("No event has “statehod”; this one has “statehood”."),
                ask("statehod"));
    }

    @Test
    void offersTitlesWithTheirYearsWhileOneTypes() {
        EventCommand command = new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE));

        assertEquals(
                List.of(
                        new Suggestion("1867 · Alaska is sold", "alaska"),
                        new Suggestion("1853 · Title of alaska-ice", "alaska-ice")),
                command.complete("event", "ala"));
        assertEquals(List.of(), command.complete("event", "banana"));
    }

    private static HistoryEvent telling(String text, String note) {
        HistoryEvent plain = named("long", "1900");
        return new HistoryEvent(
                plain.id(),
                plain.date(),
                "",
                null,
                plain.title(),
                text,
                note,
                plain.categories(),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                plain.sources(),
                List.of());
    }

    private static List<EventCard> parts(String text, String note) {
        Timeline timeline = timeline(telling(text, note));
        List<EventCard> parts = new ArrayList<>();
        int count = ask(timeline, "long", 1).pages().count();
        for (int page = 1; page <= count; page++) {
            parts.addAll(ask(timeline, "long", page).cards());
        }
        return parts;
    }

    @Test
    void tellsAVeryLongEventInPartsCutAtWordsWithTheNoteBehindTheLast() {
        String text = "wörd 😀 ".repeat(300).strip();
        String note = "n".repeat(800);
        List<EventCard> parts = parts(text, note);

        assertEquals(
                text,
                parts.stream()
                        .map(EventCard::text)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
        assertEquals(
                note,
                parts.stream()
                        .map(EventCard::note)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining()));
        assertEquals(note, parts.get(parts.size() - 1).note());
    }

    @Test
    void cutsAWordWithoutEndBetweenCharacters() {
        String text = "x" + "😀".repeat(2000);
        List<EventCard> parts = parts(text, "");

        assertTrue(parts.size() > 1);
        assertEquals(text, parts.stream().map(EventCard::text).collect(Collectors.joining()));
        assertFalse(parts.stream()
                .flatMapToInt(part -> part.text().codePoints())
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    @Property(tries = 200)
    void noPartIsTooLongForAMessage(
            @ForAll @IntRange(min = 1, max = 2500) int text,
            @ForAll @IntRange(min = 0, max = 800) int note,
            @ForAll @IntRange(min = 1, max = 40) int word) {
        String words = "a".repeat(word) + " ";
        List<EventCard> parts = parts(words.repeat(text).substring(0, text).strip(), "n".repeat(note));

        assertEquals(
                List.of(),
                parts.stream()
                        .filter(part -> part.text().length() + part.note().length() > 1500)
                        .toList());
    }

    @Test
    void showsTheLastPartWhereThereAreNoLongerThatMany() {
        assertEquals(ask("alaska"), ask(TIMELINE, "alaska", 9));
    }
}
