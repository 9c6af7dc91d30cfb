package dev.almanac.commands;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
    @CsvSource({
        "1867, 1867, 1867",
        "1914-1917, 1914, 1917",
        "1914–17, 1914, 1917",
        "1914 to 1917, 1914, 1917",
        "1917-1914, 1914, 1917",
        "1860s, 1860, 1869",
        "the 1860s, 1860, 1869",
        "1800s, 1800, 1899",
        "19th century, 1801, 1900",
        "44 BC, -43, -43",
        "44bce, -43, -43",
        "49-44 BC, -48, -43",
        "44 BC-AD 14, -43, 14",
        "AD 14, 14, 14",
        "1st century BC, -99, 0",
        "90s, 90, 99"
    })
    void readsYearsAsPeopleTypeThem(String typed, int first, int last) {
        assertEquals(new Years(first, last), YearText.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|“banana” is no year. Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.",
                "0|There was no year 0: 1 BC was followed by AD 1. Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.",
                "99999|“99999” is out of reach: years go from 10000 BC to 9999. Try /year 1867, /year 1914-1917, /year 1860s or "
                        + "/year 44 BC.",
                "''|/year needs year: A year, years or a decade: 1867, 1914-1917, 1860s, 44 BC. Try /year 1867.",
            })
    void refusesWhatIsNoYearAndSaysWhatWorks(String typed, String message) {
        assertEquals(Reply.mistake(message), ask(timelineOf("1867"), typed));
    }

    @Property
    void whatIsWrittenIsReadAsTheSameYears(
            @ForAll @IntRange(min = -9999, max = 9999) int first, @ForAll @IntRange(min = 0, max = 300) int more) {
        Years years = new Years(first, Math.min(9999, first + more));

        assertEquals(years, YearText.parse(YearText.canonical(years)));
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
                "Nothing in 1801 in this timeline of US-Russian relations. Nearest: 1790 and 1807.", reply.notice());
        assertEquals(
                List.of("← 1790", "1807 →"),
                reply.choices().stream().map(Choice::label).toList());
    }

    @Test
    void countsOpenRangesInOneLine() {
        assertEquals(
                "2 events with no known beginning or end may also reach into 1870.",
                ask(timelineOf("1870", "1850/..", "../1871"), "1870").notice());
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

    @Test
    void refusesYearsThatRunBackwards() {
        assertThrows(IllegalArgumentException.class, () -> new Years(1917, 1914));
    }
}
