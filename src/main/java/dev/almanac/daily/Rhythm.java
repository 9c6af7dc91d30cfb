package dev.almanac.daily;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * On which days of the week a post is due, and whether it tells its own day or seven.
 *
 * @param days those it is due on; of a weekly one the day that its week begins with
 * @param weekly whether it tells the seven days that begin with its own
 */
public record Rhythm(Set<DayOfWeek> days, boolean weekly) {
    public static final Rhythm EVERY_DAY = of(EnumSet.allOf(DayOfWeek.class));
    public static final Rhythm WEEKDAYS = of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    public static final Rhythm WEEKENDS = of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    public Rhythm {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("no day of the week");
        }
        if (weekly && days.size() > 1) {
            throw new IllegalArgumentException("weekly on " + days);
        }
        days = Set.copyOf(days);
    }

    /** A post of its own day on each of these. */
    public static Rhythm of(Set<DayOfWeek> days) {
        return new Rhythm(days, false);
    }

    /** A post of seven days, on the first of them. */
    public static Rhythm weekly(DayOfWeek first) {
        return new Rhythm(Set.of(first), true);
    }

    /** Whether a post is due on a day. */
    public boolean includes(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** The days by their ISO 8601 numbers, Monday first: {@code 12345}. */
    public String digits() {
        return days.stream().map(day -> String.valueOf(day.getValue())).sorted().collect(Collectors.joining());
    }

    /** Reads {@link #digits}. @throws RuntimeException when they are none */
    public static Rhythm ofDigits(String digits, boolean weekly) {
        return new Rhythm(
                digits.chars()
                        .mapToObj(digit -> DayOfWeek.of(Character.digit(digit, 10)))
                        .collect(Collectors.toSet()),
                weekly);
    }
}
