package dev.almanac.daily;

import java.util.List;

/**
 * A schedule as it is to be saved, with the days of its log that change with it: all of them are written, or none.
 *
 * @param days at most one of each day
 */
public record Step(Schedule schedule, List<DayEntry> days) {
    public Step {
        days = List.copyOf(days);
    }

    public static Step of(Schedule schedule, DayEntry... days) {
        return new Step(schedule, List.of(days));
    }
}
