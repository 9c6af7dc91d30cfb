package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.engine.DailyRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
    private static Settings at(String time, String zone) {
        return DailyRun.at(time, ZoneId.of(zone));
    }

    private static Due due(String day, String moment) {
        return new Due(LocalDate.parse(day), Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({
        // A gap: as much later as the clock was put forward.
        "2027-03-14, 02:30, America/New_York, 2027-03-14T03:30-04:00",
        "2026-10-04, 02:15, Australia/Lord_Howe, 2026-10-04T02:45+11:00",
        "2026-09-06, 00:15, America/Santiago, 2026-09-06T01:15-03:00",
        // A gap that ends with the day: the post is that of the day before midnight all the same.
        "2027-03-27, 23:30, America/Nuuk, 2027-03-28T00:30-01:00",
        // An overlap: the first time.
        "2026-11-01, 01:30, America/New_York, 2026-11-01T01:30-04:00",
        "2027-04-04, 01:45, Australia/Lord_Howe, 2027-04-04T01:45+11:00",
        "2027-01-01, 00:00, Pacific/Kiritimati, 2027-01-01T00:00+14:00",
        "2028-02-29, 09:00, Europe/Berlin, 2028-02-29T09:00+01:00",
    })
    void isAtItsTimeOrTheNearestThatTheZoneHas(LocalDate day, LocalTime time, ZoneId zone, String moment) {
        Instant expected = OffsetDateTime.parse(moment).toInstant();

        assertEquals(Optional.of(new Due(day, expected)), Due.on(day, time, zone));
    }

    @Test
    void aDayThatAZoneLeftOutHasNone() {
        ZoneId apia = ZoneId.of("Pacific/Apia");

        assertEquals(Optional.empty(), Due.on(LocalDate.of(2011, 12, 30), LocalTime.NOON, apia));
        assertEquals(
                due("2011-12-31", "2011-12-30T22:00:00Z"),
                Due.afterDay(LocalDate.of(2011, 12, 29), at("12:00", "Pacific/Apia")));
        assertEquals(
                due("2011-12-31", "2011-12-30T22:00:00Z"),
                Due.after(Instant.parse("2011-12-30T01:00:00Z"), LocalDate.EPOCH, at("12:00", "Pacific/Apia")));
    }

    @ParameterizedTest
    @CsvSource({
        // The time is still to come today, is now, or is over.
        "2026-11-24T07:59:59Z, 1970-01-01, 09:00, Europe/Berlin, 2026-11-24, 2026-11-24T08:00:00Z",
        "2026-11-24T08:00:00Z, 1970-01-01, 09:00, Europe/Berlin, 2026-11-25, 2026-11-25T08:00:00Z",
        // Today's is out already.
        "2026-11-24T09:00:00Z, 2026-11-24, 18:00, Europe/Berlin, 2026-11-25, 2026-11-25T17:00:00Z",
        // Moved westward: the day that is out in Kiritimati has not begun in Honolulu.
        "2026-11-24T11:00:00Z, 2026-11-25, 09:00, Pacific/Honolulu, 2026-11-26, 2026-11-26T19:00:00Z",
        // Moved eastward: the next day has begun there, and its time is still to come.
        "2026-11-24T12:00:00Z, 2026-11-24, 09:00, Pacific/Auckland, 2026-11-25, 2026-11-24T20:00:00Z",
        "2026-12-31T09:30:00Z, 2026-12-31, 00:00, Pacific/Kiritimati, 2027-01-01, 2026-12-31T10:00:00Z",
        "2027-02-28T09:00:00Z, 2027-02-28, 09:00, Europe/Berlin, 2027-03-01, 2027-03-01T08:00:00Z",
    })
    void theNextIsLaterThanNowAndOfALaterDay(
            Instant now, LocalDate last, String time, String zone, String day, String moment) {
        assertEquals(due(day, moment), Due.after(now, last, at(time, zone)));
    }

    /** 24 November 2026 is a Tuesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59:59Z, 1970-01-01, 2, 2026-11-24, 2026-11-24T08:00:00Z",
        "2026-11-24T08:00:00Z, 1970-01-01, 2, 2026-12-01, 2026-12-01T08:00:00Z",
        "2026-11-24T07:00:00Z, 2026-11-24, 2, 2026-12-01, 2026-12-01T08:00:00Z",
        "2026-11-24T07:00:00Z, 1970-01-01, 1, 2026-11-30, 2026-11-30T08:00:00Z",
        "2026-11-27T08:00:00Z, 2026-11-27, 12345, 2026-11-30, 2026-11-30T08:00:00Z",
        // The clock is put back on a Sunday.
        "2026-10-24T12:00:00Z, 2026-10-24, 7, 2026-10-25, 2026-10-25T08:00:00Z",
    })
    void theNextIsOneOfItsDaysOfTheWeek(Instant now, LocalDate last, String days, String day, String moment) {
        assertEquals(due(day, moment), Due.after(now, last, DailyRun.in(Rhythm.ofDigits(days, false))));
        assertEquals(
                due(day, moment),
                days.length() > 1 ? due(day, moment) : Due.after(now, last, DailyRun.in(Rhythm.ofDigits(days, true))));
    }

    @Test
    void isLateByWhatHasPassedSinceAndNeverEarly() {
        Due due = due("2026-11-24", "2026-11-24T08:00:00Z");

        assertEquals(Duration.ofMinutes(5), due.late(Instant.parse("2026-11-24T08:05:00Z")));
        assertEquals(Duration.ZERO, due.late(Instant.parse("2026-11-24T07:00:00Z")));
    }
}
