package dev.almanac.daily;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A day that a post is due for, and when. The day belongs to the schedule's zone and stays what it is, whenever the post is
 * sent.
 */
public record Due(LocalDate day, Instant at) {
    /** Nothing, and never was. */
    public static final Due NONE = new Due(LocalDate.EPOCH, Instant.EPOCH);

    /**
     * When the post of a day is due: at that time of the day; where a clock put forward leaves that time out, as much later
     * as it was put forward; where a clock put back has it twice, the first time. Empty where the zone left out the whole
     * day, as Apia did 30 December 2011.
     */
    public static Optional<Due> on(LocalDate day, LocalTime time, ZoneId zone) {
        if (!day.atStartOfDay(zone).toLocalDate().equals(day)) {
            return Optional.empty();
        }
        return Optional.of(new Due(day, ZonedDateTime.of(day, time, zone).toInstant()));
    }

    /** The first one of a day later than this, among those that the settings want. */
    public static Due afterDay(LocalDate day, Settings settings) {
        LocalDate next = day.plusDays(1);
        return Optional.of(next)
                .filter(settings.rhythm()::includes)
                .flatMap(wanted -> on(wanted, settings.time(), settings.knownZone()))
                .orElseGet(() -> afterDay(next, settings));
    }

    /** The first one later than this moment, and of a day later than this one. */
    public static Due after(Instant now, LocalDate day, Settings settings) {
        LocalDate yesterday = LocalDate.ofInstant(now, settings.knownZone()).minusDays(1);
        Due due = afterDay(yesterday.isAfter(day) ? yesterday : day, settings);
        return due.at().isAfter(now) ? due : afterDay(due.day(), settings);
    }

    /** By how much a post comes after its time. */
    public Duration late(Instant sent) {
        Duration late = Duration.between(at, sent);
        return late.isNegative() ? Duration.ZERO : late;
    }
}
