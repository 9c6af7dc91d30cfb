package dev.almanac.daily.command;

import dev.almanac.daily.DayEntry;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a channel's days, in words. */
final class LogWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final int LAST_DAYS = 8;

    /**
     * How the last day went, and which before it were missed: the end of a line that begins with "Last: ".
     *
     * @param days latest first; not empty
     * @param zone whose clock the times are by
     */
    static String outcomes(List<DayEntry> days, ZoneId zone) {
        String missed = days.stream()
                .limit(LAST_DAYS)
                .skip(1)
                .filter(entry -> entry.state() == DayEntry.State.MISSED)
                .map(entry -> DAY.format(entry.day()))
                .collect(Collectors.joining(", "));
        return outcome(days.get(0), zone) + (missed.isEmpty() ? "" : "\nMissed before: " + missed);
    }

    private static String outcome(DayEntry entry, ZoneId zone) {
        String day = DAY.format(entry.day());
        return switch (entry.state()) {
            case CLAIMED -> day + " is being posted" + (entry.reason().isEmpty() ? "" : "; so far: " + entry.reason());
            case EMPTY -> "on " + day + " there was nothing to post";
            case MISSED -> day + " was missed: " + entry.reason();
            case POSTED ->
                day + ", posted at " + TIME.format(LocalTime.ofInstant(entry.settledAt(), zone)) + late(entry.late())
                        + published(entry);
        };
    }

    private static String late(Duration late) {
        if (late.compareTo(Duration.ofMinutes(1)) < 0) {
            return "";
        }
        String hours = late.toHours() > 0 ? late.toHours() + " h" : "";
        String minutes = late.toMinutesPart() > 0 ? late.toMinutesPart() + " min" : "";
        return ", " + (hours + " " + minutes).strip() + " late";
    }

    private static String published(DayEntry entry) {
        return switch (entry.publishing()) {
            case NONE -> "";
            case PENDING -> ", being published";
            case DONE -> ", published";
            case FAILED -> ", but not published";
        };
    }

    private LogWords() {}
}
