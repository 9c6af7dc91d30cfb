package dev.almanac.daily;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Command;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /daily}: sets up, shows and ends the daily posts of a guild. It waits for the database and for Discord, so a front
 * asks it on a thread that may wait. Who may use it is for Discord to say; a button works only for who opened the panel.
 */
public final class DailyCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCommand.class);
    private static final int LAST_DAYS = 8;
    private static final Duration LONGEST_POST = Duration.ofSeconds(30);

    static final String CHANNEL = "channel";
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
    private final DailyList list = new DailyList();

    public DailyCommand(Daily daily, Timeline timeline, Guilds guilds, Clock clock) {
        this.daily = daily;
        this.guilds = guilds;
        this.clock = clock;
        this.settingsText = new SettingsText(zones, timeline.head());
        this.rights = new DailyRights(guilds);
        this.panel = new DailyPanel(guilds, timeline.head());
    }

    @Override
    public Usage usage() {
        return DailyUsage.DAILY;
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return option.equals("zone") ? zones.complete(typed, clock.instant()) : settingsText.completeCategories(typed);
    }

    @Override
    public Reply answer(Request request) {
        if (request.asker().guild() == 0) {
            throw new BadRequest("/daily works in servers only: invite the bot to yours, then try /daily set there.");
        }
        request.option(BY)
                .filter(by -> !by.equals(String.valueOf(request.asker().user())))
                .ifPresent(by -> {
                    throw new BadRequest(
                            "Only who opened this panel may use its buttons. Open your own with /daily list.");
                });
        try {
            return answerIn(request);
        } catch (DailyDatabase.Away away) {
            return Reply.mistake(away.getMessage() + " Nothing was changed; look-ups like /onthisday go on.");
        } catch (JdbiException away) {
            LOG.warn("/daily could not use the database: {}", away.toString());
            return Reply.mistake(
                    "The schedules can't be read or written right now, and nothing was changed. Look-ups like"
                            + " /onthisday go on, and posts catch up when it works again. Try again in some minutes.");
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
            default -> throw new BadRequest("/" + command + " is not known. Try /daily set or /daily list.");
        };
    }

    private Reply set(Request request) {
        long guild = request.asker().guild();
        long channel = channel(request);
        Instant now = clock.instant();
        Optional<Schedule> known = daily.store().schedules().of(channel).filter(found -> found.guild() == guild);
        Settings settings = settingsText.read(request, channel, known.map(Schedule::settings), daily.zone(guild), now);
        rights.require(request, settings);
        Schedule set = daily.store().schedules().set(settings, request.asker().user(), now);
        daily.zoneIs(guild, settings.zone());
        return panel.of(set, known.isPresent() ? "Changed" : "Set up", request, now);
    }

    private Reply list(Request request) {
        long guild = request.asker().guild();
        DailyStore store = daily.store();
        List<Schedule> schedules = store.schedules().ofGuild(guild);
        return list.of(schedules, channel -> store.days(channel, LAST_DAYS), request);
    }

    private Schedule schedule(Request request) {
        long channel = channel(request);
        return daily.store()
                .schedules()
                .of(channel)
                .filter(found -> found.guild() == request.asker().guild())
                .orElseThrow(() -> new BadRequest("That channel has no daily post. Try /daily set to give it one, or"
                        + " /daily list to see which have."));
    }

    private static long channel(Request request) {
        return SettingsText.id(request.option(CHANNEL).orElse(""), CHANNEL);
    }

    private Reply pause(Request request) {
        Schedule schedule = schedule(request);
        daily.store().schedules().pause(schedule.channel(), request.asker().user(), clock.instant());
        return panel.of(schedule(request), "Paused", request, clock.instant());
    }

    private Reply resume(Request request) {
        Schedule schedule = schedule(request);
        if (schedule.state() == Schedule.State.PAUSED) {
            daily.store().schedules().resume(schedule.channel(), request.asker().user(), clock.instant());
            return panel.of(schedule(request), "Resumed", request, clock.instant());
        }
        return panel.of(goingOn(schedule), "It was not paused", request, clock.instant());
    }

    private Reply remove(Request request) {
        Schedule schedule = schedule(request);
        if (request.option(SURE).isEmpty()) {
            return panel.askToRemove(schedule, request);
        }
        daily.store().schedules().remove(schedule.channel(), clock.instant());
        return panel.removed(schedule);
    }

    private Reply preview(Request request) {
        Schedule schedule = schedule(request);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), schedule.settings().zone());
        LocalDate due = schedule.due().day();
        LocalDate day = schedule.state() == Schedule.State.ACTIVE || due.isAfter(today) ? due : today.plusDays(1);
        List<String> lately = DailyPosts.lately(daily.store(), schedule.channel(), day);
        return daily.text()
                .of(schedule.settings(), new Due(day, clock.instant()), Duration.ZERO, lately)
                .map(post -> panel.preview(post, schedule, day, request))
                .orElseGet(() -> panel.nothingToPost(schedule, MonthDay.from(day), request));
    }

    /** What stopped is looked at anew: it goes on when it can. */
    private Schedule goingOn(Schedule schedule) {
        Instant now = clock.instant();
        boolean can = guilds.mayPost(schedule.guild(), schedule.channel());
        if (can && schedule.state() == Schedule.State.ORPHANED) {
            daily.store().comings().adopt(schedule.guild(), now);
        } else if (can && schedule.state() == Schedule.State.STOPPED) {
            daily.store().schedules().goOn(schedule.channel(), now);
        } else {
            return schedule;
        }
        return daily.store().schedules().of(schedule.channel()).orElse(schedule);
    }

    private Reply check(Request request) {
        Schedule schedule = schedule(request);
        Schedule now = goingOn(schedule);
        String heading = now.state() == schedule.state() ? "Check" : "It goes on";
        return panel.of(now, heading, request, clock.instant());
    }

    private Reply unmention(Request request) {
        Schedule schedule = schedule(request);
        daily.store().schedules().unmention(schedule.channel(), request.asker().user(), clock.instant());
        return panel.of(schedule(request), "No role is mentioned", request, clock.instant());
    }

    private Reply post(Request request) {
        Schedule schedule = goingOn(schedule(request));
        if (schedule.state() != Schedule.State.ACTIVE) {
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
            if (slow.getCause() instanceof RuntimeException failure
                    && (failure instanceof DailyDatabase.Away || failure instanceof JdbiException)) {
                throw failure;
            }
            outcome = PostNow.Outcome.IN_DOUBT;
        }
        Question here = request.question();
        return panel.posted(
                outcome,
                daily.store().schedules().of(schedule.channel()).orElse(schedule),
                here,
                request,
                clock.instant());
    }
}
