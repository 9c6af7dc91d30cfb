package dev.almanac.timeline;

import dev.almanac.timeline.CalendarUnit.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as is known: one {@link CalendarUnit}, a closed range of two, or a range open at
 * one end. Written in EDTF (Extended Date/Time Format, ISO 8601-2, level 1; docs/events.md lists the forms), New Style
 * throughout.
 *
 * <p>Ordered by first day (an open beginning comes before all), then narrower first, then by the written form, so that
 * only equal dates compare as equal.
 *
 * @param start the unit it begins with; null when the beginning is open
 * @param end the unit it ends with, equal to {@code start} for a single unit; null when the end is open
 */
public record HistoricalDate(
        @Nullable CalendarUnit start, @Nullable CalendarUnit end) implements Comparable<HistoricalDate> {
    private static final Comparator<HistoricalDate> ORDER = Comparator.comparing(HistoricalDate::firstDay)
            .thenComparing(HistoricalDate::lastDay)
            .thenComparing(HistoricalDate::toString);
    private static final String OPEN = "..";
    private static final int SHORT_RANGE_MONTHS = 60;

    /** The order in which a question for a year gives its answers; see docs/events.md. */
    public enum Rank {
        /** A day, or from day to day: oldest first. */
        DAYS,
        /** A month, season or year: oldest first. */
        MONTH_OR_YEAR,
        /** A range of up to five years: shorter first. */
        SHORT_RANGE,
        /** A longer range, a decade, a century: shorter first. */
        LONG_RANGE,
        /** Open at one end: only counted. */
        OPEN
    }

    /** Refuses a range of two precisions, one that runs backwards, one of decades, and one open at both ends. */
    public HistoricalDate {
        if (start == null && end == null) {
            throw new InvalidDate("both ends are open", "one end given, as in 1799/..");
        }
        if (start == null || !start.equals(end)) {
            Stream.of(start, end).filter(Objects::nonNull).forEach(HistoricalDate::refuseInRange);
        }
        if (start != null && end != null && !start.equals(end)) {
            if (start.precision() != end.precision()) {
                throw new InvalidDate(
                        "one end is a " + word(start) + ", the other a " + word(end),
                        "both ends of one kind, as in 1780/1783");
            }
            if (!start.first().isBefore(end.first())) {
                throw new InvalidDate(
                        "the range " + start + "/" + end + " runs backwards",
                        start.first().equals(end.first()) ? start.toString() : end + "/" + start);
            }
        }
    }

    private static void refuseInRange(CalendarUnit unit) {
        if (!CalendarUnit.rangeable().contains(unit.precision())) {
            throw new InvalidDate(
                    unit + " is a " + word(unit) + ", which can't end a range",
                    String.format(
                            Locale.ROOT,
                            "%04d/%04d",
                            unit.first().getYear(),
                            unit.last().getYear()));
        }
    }

    private static String word(CalendarUnit unit) {
        return unit.precision().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads an EDTF date.
     *
     * @throws InvalidDate with what is wrong and what would be right
     */
    public static HistoricalDate parse(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            if (!CalendarUnit.isWritten(edtf)) {
                throw DateAdvice.refusal(edtf);
            }
            CalendarUnit unit = CalendarUnit.parse(edtf);
            return new HistoricalDate(unit, unit);
        }
        String left = edtf.substring(0, slash);
        String right = edtf.substring(slash + 1);
        CalendarUnit start = end(edtf, left);
        CalendarUnit end = end(edtf, right);
        if (start != null && start.equals(end)) {
            throw new InvalidDate("both ends of " + edtf + " are the same", left);
        }
        return new HistoricalDate(start, end);
    }

    /**
     * The one date that a text can mean that isn't EDTF, like {@code 13.4.1961}; empty where it could be two, or is a day that
     * no month has.
     */
    public static Optional<HistoricalDate> onlyReading(String written) {
        boolean hasTheForm = Stream.of(written.split("/", -1)).allMatch(CalendarUnit::isWritten);
        if (hasTheForm) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(DateAdvice.refusal(written).right()));
        } catch (InvalidDate e) {
            return Optional.empty();
        }
    }

    /** One end of a range; null when it is open. A problem names the whole range. */
    private static @Nullable CalendarUnit end(String range, String end) {
        if (end.equals(OPEN)) {
            return null;
        }
        if (!CalendarUnit.isWritten(end)) {
            throw DateAdvice.refusal(range);
        }
        try {
            return CalendarUnit.parse(end);
        } catch (InvalidDate e) {
            throw new InvalidDate(e.wrong() + " in " + range, e.right() + " for that end");
        }
    }

    /** The first day it can mean; {@link LocalDate#MIN} when the beginning is open. */
    public LocalDate firstDay() {
        return start == null ? LocalDate.MIN : start.first();
    }

    /** The last day it can mean; {@link LocalDate#MAX} when the end is open. */
    public LocalDate lastDay() {
        return end == null ? LocalDate.MAX : end.last();
    }

    public boolean isOpen() {
        return start == null || end == null;
    }

    public boolean isRange() {
        return start == null || !start.equals(end);
    }

    /** The given end of an open range, the beginning of every other date. */
    public CalendarUnit known() {
        return start != null ? start : Objects.requireNonNull(end);
    }

    /** The doubts of its ends; both the same for a single unit, {@link Doubt#NONE} for an open end. */
    public List<Doubt> doubts() {
        return List.of(start == null ? Doubt.NONE : start.doubt(), end == null ? Doubt.NONE : end.doubt());
    }

    public boolean isDoubtful() {
        return doubts().stream().anyMatch(doubt -> doubt != Doubt.NONE);
    }

    /** The days of the year it belongs to: one, or first and last of a span of days, or none when less is known. */
    public List<LocalDate> days() {
        if (isOpen() || isDoubtful() || known().precision() != Precision.DAY) {
            return List.of();
        }
        return isRange() ? List.of(firstDay(), lastDay()) : List.of(firstDay());
    }

    public Rank rank() {
        if (isOpen()) {
            return Rank.OPEN;
        }
        return switch (known().precision()) {
            case DAY -> Rank.DAYS;
            case DECADE, CENTURY -> Rank.LONG_RANGE;
            case MONTH, SEASON, YEAR ->
                !isRange() ? Rank.MONTH_OR_YEAR : months() <= SHORT_RANGE_MONTHS ? Rank.SHORT_RANGE : Rank.LONG_RANGE;
        };
    }

    /** How long a closed date is, in whole months, so that leap days make no range longer than another; 0 for a day. */
    public int months() {
        if (isOpen()) {
            throw new IllegalStateException(this + " has no length");
        }
        return Math.toIntExact(ChronoUnit.MONTHS.between(firstDay(), lastDay().plusDays(1)));
    }

    @Override
    public int compareTo(HistoricalDate other) {
        return ORDER.compare(this, other);
    }

    /** The EDTF form, which {@link #parse} reads back. */
    @Override
    public String toString() {
        return isRange() ? (start == null ? OPEN : start) + "/" + (end == null ? OPEN : end) : known().toString();
    }
}
