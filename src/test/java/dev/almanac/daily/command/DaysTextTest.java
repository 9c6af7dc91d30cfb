package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.chat.BadRequest;
import dev.almanac.daily.Rhythm;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every day | 1234567",
                "Daily | 1234567",
                "weekdays | 12345",
                "WEEKEND | 67",
                "mon | 1",
                "Mondays | 1",
                "mon, wed | 13",
                "mon wed fri | 135",
                "tue,thurs and sat | 246",
                "Monday & Sunday | 17",
                "mon-fri | 12345",
                "mon – wed | 123",
                "fri to mon | 1567",
                "mon-wed, sat | 1236",
                "monday,wednesday | 13"
            })
    void readsDaysAsPeopleTypeThem(String typed, String digits) {
        assertEquals(Rhythm.ofDigits(digits, false), DaysText.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", "m", "mon-", "mon-wed-fri", ",", "mon, fun", "1"})
    void refusesWhatIsNoDay(String typed) {
        BadRequest refused = assertThrows(BadRequest.class, () -> DaysText.read(typed));

        assertEquals(
                "“" + typed + "” isn’t a choice of days. Try days:weekdays, days:mon-fri, days:sat, sun or"
                        + " days:every day.",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567 | every day",
                "12345 | Monday to Friday",
                "67 | every Saturday and Sunday",
                "3 | every Wednesday",
                "136 | every Monday, Wednesday and Saturday"
            })
    void wordsThem(String digits, String words) {
        assertEquals(words, DaysText.words(Rhythm.ofDigits(digits, false)));
    }

    @Test
    void wordsThemBriefly() {
        assertEquals(
                List.of("every day", "Monday to Friday", "Mon, Wed, Sat", "once a week, on Sunday"),
                Stream.of(
                                Rhythm.EVERY_DAY,
                                Rhythm.WEEKDAYS,
                                Rhythm.ofDigits("136", false),
                                Rhythm.weekly(DayOfWeek.SUNDAY))
                        .map(DaysText::brief)
                        .toList());
    }

    @Test
    void wordsAWeek() {
        assertEquals("once a week, on Sunday,", DaysText.words(Rhythm.weekly(DayOfWeek.SUNDAY)));
    }
}
