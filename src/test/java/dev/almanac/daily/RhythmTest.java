package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "12345", "67", "1234567"})
    void isReadAsItWasWritten(String digits) {
        assertEquals(digits, Rhythm.ofDigits(digits, false).digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "8", "mon"})
    void refusesWhatIsNoDay(String digits) {
        assertThrows(RuntimeException.class, () -> Rhythm.ofDigits(digits, false));
    }

    @Test
    void aWeekBeginsOnOneDay() {
        assertEquals(new Rhythm(Set.of(DayOfWeek.TUESDAY), true), Rhythm.weekly(DayOfWeek.TUESDAY));
        assertThrows(IllegalArgumentException.class, () -> new Rhythm(Rhythm.WEEKENDS.days(), true));
    }

    @Test
    void includesItsDays() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);

        assertEquals(Set.of(false, true), Set.of(Rhythm.WEEKENDS.includes(tuesday), Rhythm.WEEKDAYS.includes(tuesday)));
    }
}
