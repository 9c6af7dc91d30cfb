package dev.almanac.daily;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of a channel's days.
 *
 * @param days latest first
 */
public record DayLog(List<DayEntry> days) {
    public DayLog {
        days = List.copyOf(days);
    }

    public Optional<DayEntry> of(LocalDate day) {
        return days.stream().filter(entry -> entry.day().equals(day)).findFirst();
    }

    /** The ids of the events that the channel had on other days than this one. */
    public List<String> eventsBeside(LocalDate day) {
        return days.stream()
                .filter(entry -> !entry.day().equals(day))
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    /**
     * The last day in the log; {@link LocalDate#EPOCH} where it is empty.
     *
     * @param latest no day after this one counts: our clock went wrong when that was written
     */
    public LocalDate last(LocalDate latest) {
        return days.stream()
                .map(DayEntry::day)
                .filter(day -> !day.isAfter(latest))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }
}
