package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.timeline.HistoricalDate.Rank;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoricalDateTest {
    private static final String FORMS =
            "1901-05-30, 1901-05, 1901, 1902-21 (spring), 190X, 19XX, or two of one kind as in 1780/1783";

    @ParameterizedTest
    @CsvSource({
        "1867-03-30, 1867-03-30, 1867-03-30, DAYS",
        "1904-02-08/1904-02-09, 1904-02-08, 1904-02-09, DAYS",
        "1867-03, 1867-03-01, 1867-03-31, MONTH_OR_YEAR",
        "1867, 1867-01-01, 1867-12-31, MONTH_OR_YEAR",
        "1872-21, 1872-03-01, 1872-05-31, MONTH_OR_YEAR",
        "1866-24, 1866-12-01, 1867-02-28, MONTH_OR_YEAR",
        "1780/1783, 1780-01-01, 1783-12-31, SHORT_RANGE",
        "1871-11/1872-02, 1871-11-01, 1872-02-29, SHORT_RANGE",
        "1893-21/1893-22, 1893-03-01, 1893-08-31, SHORT_RANGE",
        "1861/1865, 1861-01-01, 1865-12-31, SHORT_RANGE",
        "1861/1866, 1861-01-01, 1866-12-31, LONG_RANGE",
        "1870/1899, 1870-01-01, 1899-12-31, LONG_RANGE",
        "189X, 1890-01-01, 1899-12-31, LONG_RANGE",
        "18XX, 1800-01-01, 1899-12-31, LONG_RANGE",
        "-0043-03-15, -0043-03-15, -0043-03-15, DAYS",
        "1855~, 1855-01-01, 1855-12-31, MONTH_OR_YEAR",
        "1808-08-30?, 1808-08-30, 1808-08-30, DAYS",
        "1865~/1866%, 1865-01-01, 1866-12-31, SHORT_RANGE",
    })
    void readsEachFormAndPrintsItAgain(String edtf, LocalDate first, LocalDate last, Rank rank) {
        HistoricalDate date = HistoricalDate.parse(edtf);

        assertEquals(
                List.of(edtf, first, last, rank),
                List.of(date.toString(), date.firstDay(), date.lastDay(), date.rank()));
    }

    @ParameterizedTest
    @CsvSource({"1799/.., 1799-01-01, +999999999-12-31", "../1867, -999999999-01-01, 1867-12-31"})
    void readsRangesOpenAtOneEnd(String edtf, LocalDate first, LocalDate last) {
        HistoricalDate date = HistoricalDate.parse(edtf);

        assertEquals(
                List.of(edtf, first, last, Rank.OPEN, List.of()),
                List.of(date.toString(), date.firstDay(), date.lastDay(), date.rank(), date.days()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1867-13|there is no month 13; would be right: 1867-03 or 1867-03-30 (months 01 to 12; 21 spring, 22 summer, "
                        + "23 autumn, 24 winter)",
                "1867-13-01|there is no month 13; would be right: 1867-03 or 1867-03-30",
                "1867-02-29|February 1867 has no day 29; would be right: 1867-02-28",
                "-0000|there is no year -0000; would be right: 0000 for 1 BC",
                "../..|both ends are open; would be right: one end given, as in 1799/..",
                "1867/1867|both ends of 1867/1867 are the same; would be right: 1867",
                "1917/1905|the range 1917/1905 runs backwards; would be right: 1905/1917",
                "1917-03/1918|one end is a month, the other a year; would be right: both ends of one kind, as in "
                        + "1780/1783",
                "187X/1899|187X is a decade, which can't end a range; would be right: 1870/1879",
                "187X/..|187X is a decade, which can't end a range; would be right: 1870/1879",
                "87X/..|\"87X/..\" isn't a date in a form known here; would be right: " + FORMS,
                "087X/..|087X is a decade, which can't end a range; would be right: 0870/0879",
                "1917-03/1917-13|there is no month 13 in 1917-03/1917-13; would be right: 1917-03 or 1917-03-30 (months 01 "
                        + "to 12; 21 spring, 22 summer, 23 autumn, 24 winter) for that end",
                "9999-24|the winter of 9999 ends in the year 10000, which is out of reach; would be right: 9999-12 or 9999",
                "9999-22/9999-24|the winter of 9999 ends in the year 10000, which is out of reach in 9999-22/9999-24; would "
                        + "be right: 9999-12 or 9999 for that end",
            })
    void refusesWhatDoesNotExistAndSaysWhatDoes(String edtf, String message) {
        assertEquals(
                message,
                assertThrows(InvalidDate.class, () -> HistoricalDate.parse(edtf))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1985/|1985, or 1985/.. if nobody knows its end",
                "/1985-03|1985-03, or ../1985-03 if nobody knows its beginning",
                "1985/86|1985/1986",
                "1985/84|" + FORMS,
                "/|" + FORMS,
                "1985//|" + FORMS,
                "1985/1986/1987|" + FORMS,
                "12/04/1961|1961-04-12 or 1961-12-04",
                "30.4.1961|1961-04-30",
                "4/30/1961|1961-04-30",
                "31/31/1961|" + FORMS,
                "1961/04/12|1961-04-12",
                "1961-4-12|1961-04-12",
                "44 BC|-0043",
                "1 bc|0000",
                "0 BC|" + FORMS,
                "15 March 44 BC|-0043-03-15",
                "-44|-0043 for 44 BC, -0044 for 45 BC",
                "-44-3-15|-0043-03-15 for 44 BC, -0044-03-15 for 45 BC",
                "-0|" + FORMS,
                "14|0014",
                "30 March 1867|1867-03-30",
                "March 1867|1867-03",
                "mar 1867|1867-03",
                "30 February 1867|" + FORMS,
                "30 Brumaire 1799|" + FORMS,
                "tomorrow|" + FORMS,
                "''|" + FORMS,
            })
    void namesTheWholeTextThatIsNotEdtfAndTheFormThatWouldBeRight(String written, String right) {
        InvalidDate refused = assertThrows(InvalidDate.class, () -> HistoricalDate.parse(written));

        assertEquals(
                List.of("\"" + written + "\" isn't a date in a form known here", right),
                List.of(refused.wrong(), refused.right()));
    }

    @ParameterizedTest
    @CsvSource({"-9999", "-9999-01-01", "-9999-21", "-9999-24", "9999", "9999-12-31", "9999-23", "999X", "99XX", "00XX"
    })
    void knowsTheYearsAtTheEdges(String edtf) {
        HistoricalDate date = HistoricalDate.parse(edtf);
        Years years = new Years(date.firstDay().getYear(), date.lastDay().getYear());

        assertEquals(edtf, date.toString());
        assertEquals(
                List.of(edtf),
                new Timeline(Events.HEAD, List.of(Events.named("edge", edtf)))
                        .in(years).stream()
                                .map(event -> event.date().toString())
                                .toList());
    }

    @Test
    void refusesAUnitThatReachesBeyondTheYearsWeKnow() {
        for (CalendarUnit.Precision precision : CalendarUnit.Precision.values()) {
            LocalDate after = LocalDate.of(12_000, 1, 1);
            LocalDate before = LocalDate.of(-12_000, 1, 1);
            assertThrows(IllegalArgumentException.class, () -> new CalendarUnit(precision, after, Doubt.NONE));
            assertThrows(IllegalArgumentException.class, () -> new CalendarUnit(precision, before, Doubt.NONE));
        }
        LocalDate tenBefore = LocalDate.of(-10, 1, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new CalendarUnit(CalendarUnit.Precision.DECADE, tenBefore, Doubt.NONE));
    }

    @Test
    void belongsToTheFirstAndTheLastDayOfASpanAndToNoneBetween() {
        assertEquals(
                List.of(LocalDate.of(1945, 2, 4), LocalDate.of(1945, 2, 11)),
                HistoricalDate.parse("1945-02-04/1945-02-11").days());
    }

    @ParameterizedTest
    @CsvSource({"1808-08-30?", "1808-08-30~", "1808-08-30%", "1867-03", "1867", "1866-24", "1780/1783", "1799/.."})
    void belongsToNoDayWhenItIsDoubtfulOrLessExact(String edtf) {
        assertEquals(List.of(), HistoricalDate.parse(edtf).days());
    }

    @Test
    void sortsByFirstDayThenNarrowerFirst() {
        List<String> inOrder =
                List.of("../1867", "-0043", "18XX", "1867-03-30", "1867-03-30?", "1867-03-30/1867-04-09");

        assertEquals(
                inOrder,
                List.of("1867-03-30/1867-04-09", "18XX", "1867-03-30?", "../1867", "-0043", "1867-03-30").stream()
                        .map(HistoricalDate::parse)
                        .sorted()
                        .map(HistoricalDate::toString)
                        .toList());
    }

    @Test
    void refusesAUnitThatDoesNotBeginOnItsFirstDay() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CalendarUnit(CalendarUnit.Precision.SEASON, LocalDate.of(1872, 4, 1), Doubt.NONE));
    }
}
