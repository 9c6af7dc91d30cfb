package dev.almanac.daily;

import dev.almanac.chat.Pages;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What an admin sees of all daily posts of a guild: next and last post and how it went, who changed what. */
final class DailyList {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** @param days the last days in a channel's log, latest first */
    Reply of(List<Schedule> schedules, LongFunction<List<DayEntry>> days, Request request) {
        if (schedules.isEmpty()) {
            return Reply.ofSections("Daily posts", List.of())
                    .inPrivate()
                    .withNotice("No channel of this server has a daily post yet. /daily set gives one to a channel.");
        }
        Pages pages = Pages.of(request.question().page(), schedules.size());
        List<Section> sections = pages.cut(schedules).stream()
                .map(schedule -> new Section("", line(schedule, days.apply(schedule.channel()))))
                .toList();
        return Reply.ofSections("Daily posts", sections).inPrivate().onPage(pages, request.question());
    }

    private static List<Span> line(Schedule schedule, List<DayEntry> days) {
        Settings settings = schedule.settings();
        List<Span> spans = new ArrayList<>();
        spans.add(Span.channel(schedule.channel()));
        spans.add(Span.words(
                " at " + TIME.format(settings.time()) + ", " + settings.zone().getId() + "\n"));
        switch (schedule.state()) {
            case ACTIVE -> {
                spans.add(Span.words("Next: "));
                spans.add(Span.moment(schedule.due().at()));
            }
            case PAUSED -> spans.add(Span.words("Paused"));
            case STOPPED -> spans.add(Span.words("Stopped: " + schedule.reason() + ". /daily check says what to do"));
            case ORPHANED -> spans.add(Span.words("Stopped: the bot seemed to have left this server"));
        }
        spans.add(Span.words("\n" + outcomes(days, settings.zone()) + "\n"
                + capital(schedule.change().what()) + " by "));
        spans.add(Span.user(schedule.change().by()));
        spans.add(Span.words(", "));
        spans.add(Span.fromNow(schedule.change().at()));
        return spans;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }

    /** How the last day went, and which before it were missed. */
    private static String outcomes(List<DayEntry> days, ZoneId zone) {
        if (days.isEmpty()) {
            return "Nothing posted yet";
        }
        String missed = days.stream()
                .skip(1)
                .filter(entry -> entry.state() == DayEntry.State.MISSED)
                .map(entry -> DAY.format(entry.day()))
                .collect(Collectors.joining(", "));
        return outcome(days.get(0), zone) + (missed.isEmpty() ? "" : "\nMissed before: " + missed);
    }

    private static String outcome(DayEntry entry, ZoneId zone) {
        String day = DAY.format(entry.day());
        return switch (entry.state()) {
            case CLAIMED ->
                "Last: " + day + " is being posted" + (entry.reason().isEmpty() ? "" : "; so far: " + entry.reason());
            case EMPTY -> "Last: on " + day + " there was nothing to post";
            case MISSED -> "Last: " + day + " was missed: " + entry.reason();
            case POSTED ->
                "Last: " + day + ", posted at " + TIME.format(LocalTime.ofInstant(entry.settledAt(), zone))
                        + late(entry.late()) + published(entry);
        };
    }

    private static String late(Duration late) {
        if (late.compareTo(Duration.ofMinutes(1)) < 0) {
            return "";
        }
        long hours = late.toHours();
        return ", " + (hours > 0 ? hours + " h " : "") + late.toMinutesPart() + " min late";
    }

    private static String published(DayEntry entry) {
        return switch (entry.publishing()) {
            case NONE -> "";
            case PENDING -> ", being published";
            case DONE -> ", published";
            case FAILED -> ", but not published";
        };
    }
}
