package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldStyleTest {
    @ParameterizedTest
    @CsvSource({
        "1783-08-28, 1783-09-08",
        "1800-02-28, 1800-03-11",
        "1800-02-29, 1800-03-12",
        "1800-03-01, 1800-03-13",
        "1867-03-18, 1867-03-30",
        "1900-02-29, 1900-03-13",
        "1900-03-01, 1900-03-14",
        "1917-10-25, 1917-11-07",
        "1918-01-31, 1918-02-13",
        "-0043-03-15, -0043-03-13",
        "0000-12-31, 0000-12-29",
    })
    void isElevenTwelveOrThirteenDaysBehindTheNewStyle(String julian, LocalDate gregorian) {
        assertEquals(gregorian, OldStyle.parse(julian).newStyle());
        assertEquals(julian, OldStyle.of(gregorian).toString());
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // GregorianCalendar takes its change as a Date.
    void isTheDayOfTheJdksOwnJulianCalendarInAllYearsThatWeKnow() {
        GregorianCalendar julian = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        julian.setGregorianChange(new Date(Long.MAX_VALUE));
        LocalDate end = LocalDate.of(Years.LATEST, 12, 31);
        // 23 days: every day of the month, every month and every kind of year come up.
        for (LocalDate day = LocalDate.of(Years.EARLIEST, 1, 1); day.isBefore(end); day = day.plusDays(23)) {
            julian.setTimeInMillis(day.toEpochDay() * 24 * 60 * 60 * 1000);
            int year = julian.get(Calendar.YEAR);
            OldStyle expected = new OldStyle(
                    julian.get(Calendar.ERA) == GregorianCalendar.BC ? 1 - year : year,
                    julian.get(Calendar.MONTH) + 1,
                    julian.get(Calendar.DAY_OF_MONTH));
            assertEquals(expected, OldStyle.of(day));
            assertEquals(day, expected.newStyle());
            assertTrue(expected.isOf(day));
            assertFalse(expected.isOf(day.plusDays(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1867-13-01, 1868-01-01", "1867-00-10, 1866-12-10", "1867-04-31, 1867-05-01", "1867-99-01, 1875-03-01"})
    void countsOnFromADayThatTheJulianCalendarHasNot(String written, String right) {
        assertEquals(
                "the Julian calendar has no " + written + "; would be right: " + right,
                assertThrows(InvalidDate.class, () -> OldStyle.parse(written)).getMessage());
    }

    @Test
    void refusesADayThatTheJulianCalendarHasNot() {
        assertEquals(
                "the Julian calendar has no 1867-02-29; would be right: 1867-03-01",
                assertThrows(InvalidDate.class, () -> OldStyle.parse("1867-02-29"))
                        .getMessage());
    }

    @Test
    void refusesWhatIsNoDay() {
        assertEquals(
                "\"18 March\" isn't a day; would be right: the Julian day, as in 1901-05-17",
                assertThrows(InvalidDate.class, () -> OldStyle.parse("18 March"))
                        .getMessage());
    }
}
