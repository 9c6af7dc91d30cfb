package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Stop;
import dev.almanac.daily.engine.Daily;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an admin sees of a daily post: in private, with menus and buttons for whoever opened it. */
final class DailyPanel {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH);

    private final Daily daily;
    private final Guilds guilds;
    private final ChannelChecks checks;
    private final ZoneQuestion zones;
    private final SettingsWords words;

    DailyPanel(Daily daily, Guilds guilds, ZoneQuestion zones, SettingsWords words) {
        this.daily = daily;
        this.guilds = guilds;
        this.checks = new ChannelChecks(guilds);
        this.zones = zones;
        this.words = words;
    }

    /**
     * All about one channel's post.
     *
     * @param news what has just happened to it; empty for nothing
     */
    Reply of(Schedule schedule, String news, Request request, Instant now) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", when(schedule.settings(), now)));
        sections.add(next(schedule, now));
        List<DayEntry> days = daily.store().log(schedule.channel()).days();
        if (!days.isEmpty()) {
            ZoneId zone = schedule.settings().zone().orElse(ZoneOffset.UTC);
            sections.add(new Section("Last post", SettingsWords.capital(LogWords.outcomes(days, zone))));
        }
        Optional<ZoneQuestion.Asked> zone = zones.of(schedule.settings(), request, now);
        zone.ifPresent(asked -> sections.add(new Section("Time zone", asked.words())));
        sections.add(new Section("What is posted", words.what(schedule.settings())));
        sections.add(new Section("Check", checks.of(schedule.settings())));
        List<Menu> menus = new ArrayList<>();
        zone.ifPresent(asked -> menus.add(asked.menu()));
        menus.add(parts(schedule.settings(), request));
        return Reply.ofSections("Daily post" + (news.isEmpty() ? "" : ": " + news), sections)
                .inPrivate()
                .withMenus(menus)
                .withChoices(choices(schedule, request));
    }

    private static List<Span> when(Settings settings, Instant now) {
        String where = settings.zone()
                .map(zone -> " in " + ZoneIds.words(zone) + ", where it is "
                        + TIME.format(LocalTime.ofInstant(now, zone)) + " now.")
                .orElse(".");
        return List.of(Span.channel(settings.channel()), Span.words(", " + SettingsWords.when(settings) + where));
    }

    private static Section next(Schedule schedule, Instant now) {
        if (schedule.goneSince().isPresent()) {
            return new Section(
                    "Next post", "None: the bot seemed to have left this server. /daily check starts it again.");
        }
        return switch (schedule.state()) {
            case ACTIVE -> new Section("Next post", nextOf(schedule, now));
            case PAUSED -> new Section("Next post", "None: it is paused. Resume goes on with it.");
            case STOPPED ->
                new Section(
                        "Stopped",
                        List.of(
                                Span.words(sentence(schedule.stop()
                                                .map(Stop::reason)
                                                .orElse("")) + " Stopped "),
                                Span.fromNow(schedule.since()),
                                Span.words("; it goes on by itself once that is fixed.")));
            case WAITING -> new Section("Next post", "None until a time zone is chosen below.");
        };
    }

    /** By the clock of the post and by the reader's own. */
    private static List<Span> nextOf(Schedule schedule, Instant now) {
        List<Span> spans = new ArrayList<>();
        Due due = schedule.due();
        if (!due.at().isAfter(now)) {
            spans.add(Span.words("The post for " + DAY.format(due.day()) + " is on its way. After that: "));
            due = Due.after(now, due.day(), schedule.settings());
        }
        ZoneId zone = schedule.settings().zone().orElseThrow();
        spans.add(Span.words(MOMENT.format(due.at().atZone(zone)) + " in " + ZoneIds.words(zone) + ", by your clock "));
        spans.add(Span.moment(due.at()));
        spans.add(Span.words(", "));
        spans.add(Span.fromNow(due.at()));
        spans.add(Span.words("."));
        return spans;
    }

    private static String sentence(String words) {
        return words.isEmpty() ? "" : SettingsWords.capital(words) + ".";
    }

    /** What can be changed, each with what it is now. */
    private Menu parts(Settings settings, Request request) {
        Optional<String> role = guilds.mentionable(settings.guild(), settings.channel()).stream()
                .filter(known -> known.id() == settings.role())
                .map(Guilds.Mentionable::name)
                .findFirst();
        return new Menu(
                "Change a setting",
                PanelRights.question("panel", settings.channel(), request),
                DailyCommand.PART,
                false,
                PanelPart.ON_THE_PANEL.stream()
                        .map(part -> new Menu.Item(part.id(), part.title(), words.brief(part, settings, role), false))
                        .toList());
    }

    private static List<Choice> choices(Schedule schedule, Request request) {
        long channel = schedule.channel();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("Preview", PanelRights.question("preview", channel, request)));
        if (schedule.state() == State.ACTIVE) {
            choices.add(new Choice("Post now", PanelRights.question("post", channel, request)));
        }
        choices.add(
                schedule.state() == State.PAUSED
                        ? new Choice("Resume", PanelRights.question("resume", channel, request))
                        : new Choice("Pause", PanelRights.question("pause", channel, request)));
        choices.add(new Choice("Remove", PanelRights.question("remove", channel, request)).asDeleting());
        return choices;
    }

    /** Of a channel that has no post yet: what it would be, and a button that sets it up. */
    Reply noneYet(long channel, Request request) {
        return Reply.ofSections(
                        "Daily post",
                        List.of(
                                new Section(
                                        "",
                                        List.of(
                                                Span.channel(channel),
                                                Span.words(
                                                        " has no daily post yet. One tells what happened on that day, every"
                                                                + " day at 09:00. You can change all of that here once it is set up.")))))
                .inPrivate()
                .withChoices(
                        List.of(new Choice("Set it up", PanelRights.question("begin", channel, request)).asFirst()));
    }

    static Choice back(long channel, Request request) {
        return new Choice("Back", PanelRights.question("panel", channel, request));
    }
}
