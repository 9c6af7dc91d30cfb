package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearCommandTest {
    private static Reply ask(Timeline timeline, String year) {
        return ask(timeline, Question.of("year").with("year", year));
    }

    private static Reply ask(Timeline timeline, Question question) {
        return new Commands(List.of(new YearCommand(timeline, Examples.of(timeline))), new Random(1))
                .answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    private static List<String> dates(Reply reply) {
        return reply.cards().stream().map(EventCard::date).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|“banana” isn't a year I know. Try /year 1867, /year 1867-1870 or /year 1860s.",
                "0|There was no year 0: AD 1 followed 1 BC. Try /year 1867, /year 1867-1870 or /year 1860s.",
                "99999|“99999” is out of reach: years go from 10000 BC to 9999. Try /year 1867, /year 1867-1870 or "
                        + "/year 1860s.",
                "''|/year needs year: A year, years or a decade: 1867, 1867-1870, 1860s. Try /year 1867.",
            })
    void refusesWhatIsNoYearAndSaysWhatWorks(String typed, String message) {
        assertEquals(Reply.mistake(message), ask(timelineOf("1867"), typed));
    }

    @Test
    void findsAMonthBeforeARangeBeforeDecades() {
        Timeline timeline = timelineOf("1870/1899", "1877/1878", "1878-07/1878-08", "1877-01", "1879");

        assertEquals(
                Reply.of(
                                "1878",
                                timeline.in(Years.of(1878)).stream()
                                        .map(EventCard::of)
                                        .toList())
                        .withChoices(List.of(
                                new Choice("← 1877", Question.of("year").with("year", "1877")),
                                new Choice("1879 →", Question.of("year").with("year", "1879")))),
                ask(timeline, "1878"));
        assertEquals(List.of("July–August 1878", "1877–1878", "1870–1899"), dates(ask(timeline, "1878")));
    }

    @Test
    void namesTheNearestYearsWhereThereIsNothing() {
        Reply reply = ask(timelineOf("1790", "1807-08", "1850/.."), "1801");

        assertEquals(List.of(), reply.cards());
        assertEquals(
                "This timeline of US-Russian relations has nothing for 1801. Nearest: 1790 and 1807.", reply.notice());
        assertEquals(
                List.of("← 1790", "1807 →"),
                reply.choices().stream().map(Choice::label).toList());
    }

    @Test
    void countsOpenRangesInOneLine() {
        assertEquals(
                List.of(new Section("", "2 events with no known beginning or end may also reach into 1870.")),
                ask(timelineOf("1870", "1850/..", "../1871"), "1870").sections());
    }

    @Test
    void countsAnOpenRangeWhereThereIsNothingElse() {
        Reply reply = ask(timelineOf("1790", "1799/.."), "1801");

        assertEquals("This timeline of US-Russian relations has nothing for 1801. Nearest: 1790.", reply.notice());
        assertEquals(
                List.of(new Section("", "1 event with no known beginning or end may also reach into 1801.")),
                reply.sections());
    }

    @Test
    void tellsWhatLiesWhollyInsideSeveralYearsFirst() {
        assertEquals(
                List.of("1915", "March 1916", "1913–1918"),
                dates(ask(timelineOf("1913/1918", "1916-03", "1915"), "1914–17")));
    }

    @Test
    void answersForYearsBeforeChrist() {
        Reply reply = ask(timelineOf("-0043-03-15", "-0048"), "49-44 BC");

        assertEquals("49–44 BC", reply.heading());
        assertEquals(List.of("49 BC", "15 March 44 BC"), dates(reply));
    }

    @Test
    void listsMoreThanThreeTwentyToAPage() {
        Question question = Question.of("year").with("year", "1867");
        Timeline timeline = many(21, "1867");

        assertEquals(3, ask(many(3, "1867"), "1867").cards().size());
        assertEquals(List.of(), ask(many(3, "1867"), "1867").lines());
        assertEquals(
                Reply.of("1867", List.of())
                        .withLines(timeline.events().stream()
                                .limit(20)
                                .map(EventLine::of)
                                .toList())
                        .withNotice("21 events.")
                        .onPage(new Pages(1, 2), question),
                ask(timeline, "1867"));
        assertEquals(
                List.of(new Choice("Next page", question.onPage(2))),
                ask(timeline, "1867").choices());
        assertEquals(Pages.ONE, ask(many(20, "1867"), "1867").pages());
        assertEquals(Optional.of(question), ask(many(4, "1867"), "1867").paged());
    }

    @Test
    void aLineOpensItsEventAndKnowsItsList() {
        assertEquals(
                new Choice(
                        "Title of e0",
                        Question.of("event")
                                .with("event", EventKey.of("e0").toString())
                                .with("list", "year;1;year=1867")),
                ask(many(4, "1867"), "1867").openings().get(0));
    }

    @Test
    void tenPagesAreTheMostAndThenItIsPartsToChoose() {
        assertEquals(
                new Pages(1, 10), ask(many(200, "1867", "1868"), "1867-1868").pages());
        Reply reply = ask(many(201, "1867", "1868"), "1867-1868");

        assertEquals(
                Reply.of("1867–1868", List.of())
                        .withNarrower(List.of(
                                new Choice(
                                        "1867 (101 events)", Question.of("year").with("year", "1867")),
                                new Choice(
                                        "1868 (100 events)", Question.of("year").with("year", "1868"))))
                        .withNotice("201 events, too many for a list. Choose a part of them.")
                        .withChoices(List.of(new Choice(
                                "See as a picture",
                                Question.of("timeline").with("from", "1867").with("to", "1868")))),
                reply);
    }

    @Test
    void aYearIsPartedIntoItsMonths() {
        Timeline timeline = many(420, "1867-03-30", "1867-05", "1867");
        Question question = Question.of("year").with("year", "1867");

        Reply year = ask(timeline, "1867");
        assertEquals(
                List.of(
                        new Choice("1867, without a month (140 events)", question.with("month", "0")),
                        new Choice(
                                "March 1867 (140 events)", Question.of("year").with("year", "March 1867")),
                        new Choice("May 1867 (140 events)", Question.of("year").with("year", "May 1867"))),
                year.narrower());
        Reply none = ask(timeline, question.with("month", "0"));
        assertEquals("1867, without a month", none.heading());
        assertEquals("140 events.", none.notice());
        assertEquals(
                List.of("Next page", "All of 1867"),
                none.choices().stream().map(Choice::label).toList());
        assertEquals(ask(timeline, "March 1867"), ask(timeline, question.with("month", "3")));
        assertEquals(
                Reply.mistake("“13” isn't the number of a month. Try /year 1867."),
                ask(timeline, question.with("month", "13")));
    }

    @Test
    void ofWhatCannotBePartedTheFirstTwoHundredAreListed() {
        Reply reply = ask(many(201, "1867-03-30"), "March 1867");

        assertEquals("201 events. The first 200 are listed; /search finds the others.", reply.notice());
        assertEquals(new Pages(1, 10), reply.pages());
    }

    @Test
    void aMillionEventsComeInParts() {
        Timeline timeline = new Timeline(
                Events.HEAD,
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> Events.named("e" + i, String.valueOf(1000 + i % 1000)))
                        .toList());

        assertEquals(
                new Choice("1000–1099 (100,000 events)", Question.of("year").with("year", "1000-1099")),
                ask(timeline, "AD 1-2000").narrower().get(0));
        assertEquals(10, ask(timeline, "AD 1-2000").narrower().size());
        assertEquals(10, ask(timeline, "1100-1199").narrower().size());
        assertEquals(
                List.of(new Choice(
                        "1100, without a month (1,000 events)",
                        Question.of("year").with("year", "1100").with("month", "0"))),
                ask(timeline, "1100").narrower());
    }

    private static Timeline many(int events, String... dates) {
        return new Timeline(
                Events.HEAD,
                IntStream.range(0, events)
                        .mapToObj(i -> Events.named("e" + i, dates[i % dates.length]))
                        .toList());
    }

    @Test
    void offersDecadesAndYearsWithTheNumberOfTheirEvents() {
        YearCommand command = new YearCommand(
                timelineOf("1860", "1867-03-30", "1867-03", "1861/1865"),
                Examples.of(timelineOf("1860", "1867-03-30", "1867-03", "1861/1865")));

        assertEquals(
                List.of(
                        new Suggestion("186 (nothing)", "AD 186"),
                        new Suggestion("1860–1869 (4 events)", "1860-1869"),
                        new Suggestion("1860 (1 event)", "1860"),
                        new Suggestion("1861 (1 event)", "1861"),
                        new Suggestion("1867 (2 events)", "1867")),
                command.complete("year", "186"));
        assertEquals(List.of(new Suggestion("1868 (nothing)", "1868")), command.complete("year", "1868"));
        assertEquals(List.of(new Suggestion("1860–1869 (4 events)", "1860-1869")), command.complete("year", ""));
    }

    @Test
    void beginsWithTheYearItselfWhereSinceIsAsked() {
        Reply reply = ask(timelineOf("1866", "1867", "1868"), "since 1867");

        assertEquals("Since 1867, nearest first", reply.heading());
        assertEquals(List.of("1867", "1868"), dates(reply));
        assertEquals(
                List.of("1867"), reply.choices().stream().map(Choice::label).toList());
    }
}
