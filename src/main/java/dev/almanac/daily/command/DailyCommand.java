package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Command;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.engine.PostNow;
import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /daily}: sets up, shows and ends the daily posts of a guild. It waits for the database and for Discord, so a front
 * asks it on a thread that may wait. Discord says who may use it; {@link PanelRights} says who may press its buttons.
 */
public final class DailyCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCommand.class);
    private static final Duration LONGEST_POST = Duration.ofSeconds(30);
    private static final String PAUSED = "an admin paused it before the post was out";
    private static final String REMOVED = "an admin removed it before the post was out";

    static final String CHANNEL = "channel";
    static final String ZONE = "zone";
    static final String BY = "by";
    static final String SURE = "sure";
    static final String EXTRA = "extra";

    private final Daily daily;
    private final Guilds guilds;
    private final Clock clock;
    private final ZoneText zones = new ZoneText();
    private final SettingsText settingsText;
    private final DailyRights rights;
    private final DailyPanel panel;
    private final DailyList list;

    public DailyCommand(Daily daily, Timeline timeline, Guilds guilds, Clock clock) {
        this.daily = daily;
        this.guilds = guilds;
        this.clock = clock;
        this.settingsText = new SettingsText(zones, timeline.head());
        this.list = new DailyList(guilds);
        this.rights = new DailyRights(guilds);
        this.panel = new DailyPanel(guilds, zones, timeline.head());
    }

    @Override
    public Usage usage() {
        return DailyUsage.DAILY;
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return option.equals(ZONE) ? zones.complete(typed, clock.instant()) : settingsText.completeCategories(typed);
    }

    /** Of two processes of this bot, the one that does the posts answers. */
    @Override
    public boolean answersHere() {
        return !daily.isStandingBy();
    }

    @Override
    public Reply answer(Request request) {
        if (request.asker().guild() == 0) {
            throw new BadRequest("/daily works in servers only: invite the bot to yours, then try /daily set there.");
        }
        PanelRights.require(request, clock.instant());
        try {
            return answerIn(request);
        } catch (Away away) {
            LOG.warn("/daily can't use the schedules: {}", away.getMessage());
            return Reply.mistake(
                    "The schedules can’t be read or written right now, and nothing was changed. Look-ups like"
                            + " /onthisday go on, and posts catch up when it works again. Try again in some minutes.");
        } catch (Damaged damaged) {
            LOG.warn(
                    "/daily met a row of channel {}: {}",
                    damaged.row().channel(),
                    damaged.row().why());
            return Reply.mistake(
                    "The bot can’t read what it has stored for that channel. Remove it with /daily list, then"
                            + " set it up again with /daily set.");
        }
    }

    private Reply answerIn(Request request) {
        String command = request.question().command();
        return switch (command.substring(command.indexOf(' ') + 1)) {
            case "set" -> set(request);
            case "list" -> list(request);
            case "pause" -> pause(request);
            case "resume" -> resume(request);
            case "remove" -> remove(request);
            case "preview" -> preview(request);
            case "check" -> check(request);
            case "post" -> post(request);
            case "unmention" -> unmention(request);
            case "zone" -> zone(request);
            default -> throw new BadRequest("I don’t know /" + command + ". Try /daily set or /daily list.");
        };
    }

    /** What the admin says is said about the settings as they are when it is saved: two admins at once lose nothing. */
    private Reply set(Request request) {
        ScheduleStore store = daily.store();
        long guild = request.asker().guild();
        long channel = channel(request);
        long by = request.asker().user();
        Instant now = clock.instant();
        Optional<Schedule> changed = store.change(channel, known -> {
            Settings settings = settings(request, channel, Optional.of(known.settings()));
            return Optional.of(Step.of(known.changed(settings, by, store.log(channel), now)));
        });
        if (changed.isPresent()) {
            daily.schedulesChanged(guild);
            return panel.of(changed.get(), "Changed", request, now);
        }
        if (unreadable(guild, channel).isPresent()) {
            throw new Damaged(unreadable(guild, channel).get());
        }
        Schedule fresh = Schedule.setUp(settings(request, channel, Optional.empty()), by, store.log(channel), now);
        if (!store.add(fresh)) {
            // Another admin was first: this is a change now.
            return set(request);
        }
        daily.schedulesChanged(guild);
        return panel.of(fresh, "Set up", request, now);
    }

    private Settings settings(Request request, long channel, Optional<Settings> known) {
        Settings settings = settingsText.read(
                request, channel, known, daily.zone(request.asker().guild()));
        rights.require(request, settings);
        return settings;
    }

    private Optional<Unreadable> unreadable(long guild, long channel) {
        return daily.store().ofGuild(guild).unreadable().stream()
                .filter(row -> row.channel() == channel)
                .findFirst();
    }

    private Reply list(Request request) {
        ScheduleStore store = daily.store();
        return list.of(
                store.ofGuild(request.asker().guild()),
                channel -> store.log(channel).days(),
                request);
    }

    private Schedule schedule(Request request) {
        long channel = channel(request);
        return daily.store()
                .schedule(channel)
                .filter(found -> found.guild() == request.asker().guild())
                .orElseThrow(() -> new BadRequest("That channel has no daily post. Try /daily set to give it one, or"
                        + " /daily list to see which have."));
    }

    private static long channel(Request request) {
        return SettingsText.id(request.option(CHANNEL).orElse(""), CHANNEL);
    }

    /** Changes what is there now, and shows it; whatever another admin did in between stays done. */
    private Reply changed(Request request, String heading, Function<Schedule, Optional<Step>> change) {
        long channel = schedule(request).channel();
        Schedule schedule = daily.store().change(channel, change).orElseGet(() -> schedule(request));
        daily.schedulesChanged(schedule.guild());
        return panel.of(schedule, heading, request, clock.instant());
    }

    private Reply pause(Request request) {
        Instant now = clock.instant();
        return changed(
                request,
                "Paused",
                known -> known.state() == State.PAUSED
                        ? Optional.empty()
                        : Optional.of(new Step(
                                known.paused(request.asker().user(), now), givenUp(known.channel(), PAUSED, now))));
    }

    /** The days of a channel that are not settled, as missed. */
    private List<DayEntry> givenUp(long channel, String reason, Instant now) {
        return daily.store().log(channel).days().stream()
                .filter(entry -> !entry.isSettled())
                .map(entry -> entry.missed(reason, now))
                .toList();
    }

    private Reply resume(Request request) {
        Schedule schedule = schedule(request);
        if (schedule.state() != State.PAUSED) {
            return panel.of(goingOn(schedule), "It was not paused", request, clock.instant());
        }
        ScheduleStore store = daily.store();
        Instant now = clock.instant();
        return changed(
                request,
                "Resumed",
                known -> known.state() == State.PAUSED
                        ? Optional.of(Step.of(known.resumed(request.asker().user(), store.log(known.channel()), now)))
                        : Optional.empty());
    }

    private Reply remove(Request request) {
        long guild = request.asker().guild();
        long channel = channel(request);
        ScheduleStore store = daily.store();
        if (unreadable(guild, channel).isPresent()) {
            store.removeUnreadable(guild, channel);
            daily.schedulesChanged(guild);
            return panel.removed(channel);
        }
        Schedule schedule = schedule(request);
        if (request.option(SURE).isEmpty()) {
            return panel.askToRemove(schedule, request);
        }
        while (!store.remove(schedule, givenUp(channel, REMOVED, clock.instant()))) {
            schedule = schedule(request);
        }
        daily.schedulesChanged(guild);
        return panel.removed(channel);
    }

    private Reply preview(Request request) {
        Schedule schedule = schedule(request);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, schedule.settings().zone().orElse(ZoneOffset.UTC));
        LocalDate due = schedule.due().day();
        LocalDate day = schedule.isActive() || due.isAfter(today) ? due : today.plusDays(1);
        List<String> lately = daily.store().log(schedule.channel()).eventsBeside(day);
        return daily.text()
                .of(schedule.settings(), new Due(day, now), Duration.ZERO, lately)
                .map(post -> panel.preview(post, schedule, day, request))
                .orElseGet(() -> panel.nothingToPost(schedule, MonthDay.from(day), request));
    }

    /** What stopped is looked at anew: it goes on when it can. */
    private Schedule goingOn(Schedule schedule) {
        if (!guilds.mayPost(schedule.guild(), schedule.channel())) {
            return schedule;
        }
        Instant now = clock.instant();
        return daily.store()
                .change(schedule.channel(), known -> {
                    Schedule back = known.goneSince().isPresent() ? known.back() : known;
                    boolean can = back.state() == State.STOPPED
                            && back.settings().zone().isPresent();
                    Schedule next = can ? back.goingOn(now) : back;
                    return next.equals(known) ? Optional.empty() : Optional.of(Step.of(next));
                })
                .orElse(schedule);
    }

    private Reply check(Request request) {
        Schedule schedule = schedule(request);
        Schedule now = goingOn(schedule);
        boolean goesOn = now.isActive() && !schedule.isActive();
        return panel.of(now, goesOn ? "It goes on" : "Check", request, clock.instant());
    }

    private Reply unmention(Request request) {
        Instant now = clock.instant();
        return changed(
                request,
                "No role is mentioned",
                known -> Optional.of(
                        Step.of(known.mentioningNobody(request.asker().user(), now))));
    }

    /** Goes by the zone that a button names. */
    private Reply zone(Request request) {
        ZoneId zone = zones.read(request.option(ZONE).orElse(""))
                .zone()
                .orElseThrow(() -> new BadRequest(
                        "This button names no time zone that is known here. Choose one with" + " zone in /daily set."));
        ScheduleStore store = daily.store();
        Instant now = clock.instant();
        return changed(request, "Time zone chosen", known -> {
            Settings settings = known.settings().withZone(zone);
            rights.require(request, settings);
            return Optional.of(
                    Step.of(known.changed(settings, request.asker().user(), store.log(known.channel()), now)));
        });
    }

    private Reply post(Request request) {
        Schedule schedule = goingOn(schedule(request));
        if (!schedule.isActive()) {
            return panel.of(schedule, "Nothing was posted", request, clock.instant());
        }
        long extra = request.option(EXTRA).isEmpty() ? 0 : request.asker().interaction();
        PostNow.Outcome outcome;
        try {
            outcome = daily.postNow()
                    .in(schedule.channel(), extra)
                    .orTimeout(LONGEST_POST.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException slow) {
            if (slow.getCause() instanceof Away || slow.getCause() instanceof Damaged) {
                throw (RuntimeException) slow.getCause();
            }
            outcome = PostNow.Outcome.IN_DOUBT;
        }
        return panel.posted(
                outcome,
                daily.store().schedule(schedule.channel()).orElse(schedule),
                request.question(),
                request,
                clock.instant());
    }
}
