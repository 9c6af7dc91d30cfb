package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
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
