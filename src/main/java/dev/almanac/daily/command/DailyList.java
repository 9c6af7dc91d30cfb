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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** What an admin sees of all daily posts of a guild: next and last post and how it went, who changed what. */
final class DailyList {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH);

    private final Guilds guilds;
    private final SettingsWords words;

    DailyList(Guilds guilds, SettingsWords words) {
        this.guilds = guilds;
        this.words = words;
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

    /** All times are by the clock that the first line names. */
    private List<Span> line(Schedule schedule, List<DayEntry> days) {
        Settings settings = schedule.settings();
        ZoneId zone = settings.zone().orElse(ZoneOffset.UTC);
        List<Span> spans = new ArrayList<>();
        spans.add(Span.channel(schedule.channel()));
        spans.add(Span.words(" " + SettingsWords.when(settings) + ", "
                + settings.zone().map(ZoneIds::words).orElse("no zone yet") + "\n"));
        spans.addAll(words.brief(settings));
        spans.add(Span.words("\n"));
        spans.addAll(next(schedule, zone));
        spans.add(Span.words("\n"
                + (days.isEmpty() ? "Nothing posted yet" : "Last: " + LogWords.outcomes(days, zone)) + "\n"
                + SettingsWords.capital(schedule.change().what().word()) + " by "));
        spans.add(Span.user(schedule.change().by()));
        spans.add(Span.words(", "));
        spans.add(Span.fromNow(schedule.change().at()));
        return spans;
    }

    private static List<Span> next(Schedule schedule, ZoneId zone) {
        if (schedule.goneSince().isPresent()) {
            return List.of(Span.words("Stopped: the bot seemed to have left this server"));
        }
        return switch (schedule.state()) {
            case ACTIVE ->
                List.of(
                        Span.words("Next: " + MOMENT.format(schedule.due().at().atZone(zone)) + ", "),
                        Span.fromNow(schedule.due().at()));
            case PAUSED -> List.of(Span.words("Paused"));
            case WAITING -> List.of(Span.words("Waits for a time zone, and posts nothing until then"));
            case STOPPED ->
                List.of(Span.words(
                        "Stopped: " + schedule.stop().map(Stop::reason).orElse("") + ". /daily panel says what to do"));
        };
    }
}
