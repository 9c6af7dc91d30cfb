package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearCommandTest {
    private static Reply ask(Timeline timeline, String year) {
        return new Commands(List.of(new YearCommand(timeline)), new Random(1))
                .answer(new Request(
                        Question.of("year").with("year", year), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    private static List<String> dates(Reply reply) {
        return reply.cards().stream().map(EventCard::date).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|“banana” isn't a year I know. Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.",
                "0|There was no year 0: AD 1 followed 1 BC. Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.",
                "99999|“99999” is out of reach: years go from 10000 BC to 9999. Try /year 1867, /year 1914-1917, /year 1860s or "
                        + "/year 44 BC.",
                "''|/year needs year: A year, years or a decade: 1867, 1914-1917, 1860s, 44 BC. Try /year 1867.",
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
    void turnsPagesOfFive() {
        Timeline timeline =
                timelineOf("1867-01-01", "1867-01-02", "1867-01-03", "1867-01-04", "1867-01-05", "1867-01-06");

        Reply first = ask(timeline, "1867");
        assertEquals(new Pages(1, 2), first.pages());
        assertEquals(5, first.cards().size());
        assertEquals(
                List.of(new Choice(
                        "Next page", Question.of("year").with("year", "1867").onPage(2))),
                first.choices());
    }

    @Test
    void offersDecadesAndYearsWithTheNumberOfTheirEvents() {
        YearCommand command = new YearCommand(timelineOf("1860", "1867-03-30", "1867-03", "1861/1865"));

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
}
