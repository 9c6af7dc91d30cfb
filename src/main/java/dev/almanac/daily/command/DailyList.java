package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Stop;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an admin sees of all daily posts of a guild: next and last post and how it went, who changed what. */
final class DailyList {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final int LAST_DAYS = 8;

    private final Guilds guilds;

    DailyList(Guilds guilds) {
        this.guilds = guilds;
    }

    /** @param days the days in a channel's log, latest first */
    Reply of(Found found, LongFunction<List<DayEntry>> days, Request request) {
        if (found.size() == 0) {
            return Reply.ofSections("Daily posts", List.of())
                    .inPrivate()
                    .withNotice("No channel of this server has a daily post yet. /daily set gives one to a channel.");
        }
        Pages pages = Pages.of(request.question().page(), found.size());
        List<Line> lines = pages.cut(Stream.concat(
                        found.schedules().stream().map(schedule -> line(schedule, days, request)),
                        found.unreadable().stream().map(row -> line(row, request)))
                .toList());
        List<Section> sections =
                lines.stream().map(line -> new Section("", line.spans())).toList();
        List<Choice> choices =
                lines.stream().flatMap(line -> line.choices().stream()).toList();
        return Reply.ofSections("Daily posts", sections)
                .inPrivate()
                .withChoices(choices)
                .onPage(pages, request.question());
    }

    /** @param choices what a button has to do, because no client can name the channel any more, or something is to be chosen */
    private record Line(List<Span> spans, List<Choice> choices) {}

    private Line line(Schedule schedule, LongFunction<List<DayEntry>> days, Request request) {
        long channel = schedule.channel();
        boolean lost = schedule.state() == Schedule.State.STOPPED
                && schedule.stop()
                        .filter(stop -> stop.cause() == Stop.Cause.NOT_SEEN)
                        .isPresent();
        List<Choice> choices = new ArrayList<>();
        if (schedule.state() == Schedule.State.WAITING) {
            String name = guilds.channel(schedule.guild(), channel)
                    .map(known -> "#" + known.name())
                    .orElse(String.valueOf(channel));
            choices.add(new Choice("Choose a zone for " + name, PanelRights.question("check", channel, request)));
        } else if (lost) {
            choices.add(remove(channel, request));
        }
        return new Line(line(schedule, days.apply(channel)), choices);
    }

    private static Line line(Unreadable row, Request request) {
        return new Line(
                List.of(
                        Span.channel(row.channel()),
                        Span.words(
                                "\nStopped: the bot can’t read what it has stored for this channel. Remove it here, then"
                                        + " set it up again with /daily set.")),
                List.of(remove(row.channel(), request)));
    }

    private static Choice remove(long channel, Request request) {
        return new Choice("Remove " + channel, PanelRights.question("remove", channel, request));
    }

    private static List<Span> line(Schedule schedule, List<DayEntry> days) {
        Settings settings = schedule.settings();
        List<Span> spans = new ArrayList<>();
        spans.add(Span.channel(schedule.channel()));
        String zone = settings.zone().map(ZoneIds::words).orElse("no zone yet");
        spans.add(Span.words(" at " + TIME.format(settings.time()) + ", " + zone + "\n"));
        spans.addAll(next(schedule));
        spans.add(Span.words("\n" + outcomes(days, settings.zone().orElse(ZoneOffset.UTC)) + "\n"
                + capital(schedule.change().what().word()) + " by "));
        spans.add(Span.user(schedule.change().by()));
        spans.add(Span.words(", "));
        spans.add(Span.fromNow(schedule.change().at()));
        return spans;
    }

    private static List<Span> next(Schedule schedule) {
        if (schedule.goneSince().isPresent()) {
            return List.of(Span.words("Stopped: the bot seemed to have left this server"));
        }
        return switch (schedule.state()) {
            case ACTIVE ->
                List.of(Span.words("Next: "), Span.moment(schedule.due().at()));
            case PAUSED -> List.of(Span.words("Paused"));
            case WAITING -> List.of(Span.words("Waits for a time zone, and posts nothing until then"));
            case STOPPED ->
                List.of(Span.words(
                        "Stopped: " + schedule.stop().map(Stop::reason).orElse("") + ". /daily check says what to do"));
        };
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
