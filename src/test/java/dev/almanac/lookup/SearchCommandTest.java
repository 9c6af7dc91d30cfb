package dev.almanac.lookup;

import static dev.almanac.timeline.Events.named;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchCommandTest {
    private static final HistoryEvent SALE = named("alaska", "1867-03-30");
    private static final HistoryEvent ICE = named("alaska-ice", "1853");
    private static final HistoryEvent MOON = named("moon", "1969-07-20");
    private static final Timeline TIMELINE = Events.timeline(SALE, ICE, MOON);

    private static Reply ask(Timeline timeline, Question question) {
        PreparedSearch search = new PreparedSearch(timeline);
        return new Commands(
                        List.of(
                                new SearchCommand(timeline, search, Examples.of(timeline)),
                                new EventCommand(timeline, search, Examples.of(timeline))),
                        new Random(1))
                .answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    private static Question question(String words) {
        return Question.of("search").with("words", words);
    }

    @Test
    void showsWhatItFindsTheBestFirst() {
        assertEquals(
                Reply.of("Search: alaska", List.of(EventCard.of(SALE), EventCard.of(ICE)))
                        .withChoices(List.of(new Choice(
                                "See as a picture", Question.of("timeline").with("words", "alaska")))),
                ask(TIMELINE, question("Alaska!")));
    }

    @Test
    void showsTheOnlyFindInFull() {
        assertEquals(
                Reply.of("Search: 1969", List.of(EventCard.inFull(MOON)))
                        .withChoices(List.of(
                                new Choice("All of 1969", Question.of("year").with("year", "1969")))),
                ask(TIMELINE, question("1969")));
    }

    @Test
    void saysAsWhichYearsItReadsWhatCanMeanSeveral() {
        Question moon = question("title").with("from", "1960").with("to", "1969");

        Reply sixties =
                ask(TIMELINE, question("title").with("from", "the sixties").with("to", "the sixties"));
        assertEquals("“the sixties” is read as 1960–1969.", sixties.notice());
        assertEquals(
                List.of(
                        new Choice(
                                "1860–1869",
                                question("title").with("from", "1860").with("to", "1869")),
                        new Choice(
                                "AD 60–69",
                                question("title").with("from", "AD 60").with("to", "AD 69"))),
                sixties.choices().subList(1, sixties.choices().size()));

        Reply since = ask(TIMELINE, question("title").with("from", "60s").with("to", "1969"));
        assertEquals("“60s” is read as 1960–1969.", since.notice());
        assertEquals(
                question("title").with("from", "1860").with("to", "1969"),
                since.choices().get(1).question());
        assertEquals("", ask(TIMELINE, moon).notice());
    }

    @Test
    void saysWhereItFoundNothingAndOffersToLookEverywhere() {
        Reply reply = ask(TIMELINE, question("alaska").with("from", "1960").with("to", "1969"));

        assertEquals(
                "No event of this timeline of US-Russian relations from 1960 to 1969 has that word.", reply.notice());
        assertEquals(List.of(new Choice("Search everywhere", question("alaska"))), reply.choices());
        assertEquals(
                List.of(), ask(TIMELINE, question("xyzzy").with("from", "1960")).choices());
    }

    @Test
    void opensAnEventThatWasChosenWhileTyping() {
        assertEquals(
                ask(TIMELINE, Question.of("event").with("event", "alaska-ice")),
                ask(TIMELINE, question("#alaska-ice")));
    }

    @Test
    void saysWhereOnlyTheYearOfADayIsSearched() {
        Question asked = question("title").with("from", "1969").with("to", "1969");

        assertEquals(
                ask(TIMELINE, asked).withNotice("Of “20 July 1969” only the year is searched."),
                ask(TIMELINE, asked.with("date", "20 July 1969")));
        assertEquals(
                "Of “20 July 1969” only the year is searched. No event of this timeline of US-Russian relations has that"
                        + " word.",
                ask(TIMELINE, question("banana").with("date", "20 July 1969")).notice());
    }

    @Test
    void narrowsWhatItFinds() {
        assertEquals(
                "Search: alaska from 1860 to 1960, Treaty",
                ask(
                                TIMELINE,
                                question("alaska")
                                        .with("from", "1860s")
                                        .with("to", "1960")
                                        .with("category", "treaty"))
                        .heading());
        assertEquals(
                List.of(EventCard.inFull(SALE)),
                ask(TIMELINE, question("alaska").with("from", "1860")).cards());
    }

    @Test
    void saysThatNothingIsFoundAndOffersTheNearestSpelling() {
        assertEquals(
                Reply.of("Search: boon", List.of())
                        .withNotice("No event of this timeline of US-Russian relations has that word.")
                        .withChoices(List.of(new Choice("Search for moon", question("moon")))),
                ask(TIMELINE, question("boon")));
        assertEquals(
                "No event of this timeline of US-Russian relations has all of these words.",
                ask(TIMELINE, question("moon alaska")).notice());
    }

    @Test
    void tellsHowItReadAMisspeltName() {
        assertEquals(
                "No event has “alasca”; these have “alaska”.",
                ask(TIMELINE, question("alasca")).notice());
    }

    @Test
    void turnsPagesAndCountsUpToAThousand() {
        Reply last = ask(ofOneYear(1200), question("title").onPage(999));

        assertEquals("More than 1,000 events. The first 200 are listed; another word finds fewer.", last.notice());
        assertEquals(new Pages(10, 10), last.pages());
        assertEquals(20, last.lines().size());
        assertEquals(Optional.of(question("title").onPage(999)), last.paged());
        assertEquals("21 events.", ask(ofOneYear(21), question("title")).notice());
        assertEquals(1, ask(ofOneYear(21), question("title").onPage(2)).lines().size());
    }

    private static Timeline ofOneYear(int events) {
        return new Timeline(
                Events.HEAD,
                IntStream.rangeClosed(1, events)
                        .mapToObj(i -> named("e" + i, "1900"))
                        .toList());
    }

    @Test
    void listsMoreThanThree() {
        Timeline four = ofOneYear(4);
        Question question = question("title");

        assertEquals(3, ask(ofOneYear(3), question).cards().size());
        assertEquals(
                Reply.of("Search: title", List.of())
                        .withLines(four.events().stream().map(EventLine::of).toList())
                        .withNotice("4 events.")
                        .withChoices(List.of(new Choice(
                                "See as a picture", Question.of("timeline").with("words", "title"))))
                        .onPage(Pages.ONE, question),
                ask(four, question));
    }

    @Test
    void narrowsWhatIsTooMuchToYears() {
        Timeline timeline = new Timeline(
                Events.HEAD,
                IntStream.range(0, 1400)
                        .mapToObj(i -> named("e" + i, i < 1200 ? "1850" : String.valueOf(1700 + i / 10)))
                        .toList());

        Reply reply = ask(timeline, question("title"));
        assertEquals("More than 1,000 events, too many for a list. Choose a part of them.", reply.notice());
        assertEquals(
                List.of(
                        new Choice(
                                "1820–1829 (100 events)",
                                question("title").with("from", "1820").with("to", "1829")),
                        new Choice(
                                "1830–1839 (100 events)",
                                question("title").with("from", "1830").with("to", "1839")),
                        new Choice(
                                "1850 (1,200 events)",
                                question("title").with("from", "1850").with("to", "1850"))),
                reply.narrower());
    }

    @Test
    void refusesWhatHasNoWordAndWhatIsTooLong() {
        assertEquals(
                Reply.mistake("“!?” has no word to search for. Try /search title."), ask(TIMELINE, question("!?")));
        assertEquals(
                Reply.mistake("“" + "a".repeat(47) + "…” is too long by 2 characters: a search has at most 48. Try"
                        + " /search title."),
                ask(TIMELINE, question("a".repeat(50))));
    }

    @Test
    void offersEventsWithTheirYearsWhileOneTypes() {
        SearchCommand command = new SearchCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE));

        assertEquals(List.of(new Suggestion("1969 · Title of moon", "#moon")), command.complete("words", "mo"));
        assertEquals(List.of(), command.complete("from", "mo"));
    }
}
