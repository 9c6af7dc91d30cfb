package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.CHANNEL;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Daily;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The schedule that a request is about: the one of its channel, if that is a channel of the asker's guild. */
final class AskedSchedule {
    private final Daily daily;
    private final Guilds guilds;
    private final DailyPanel panel;
    private final Clock clock;

    AskedSchedule(Daily daily, Guilds guilds, DailyPanel panel, Clock clock) {
        this.daily = daily;
        this.guilds = guilds;
        this.panel = panel;
        this.clock = clock;
    }

    /** @throws BadRequest when the channel has none */
    Schedule of(Request request) {
        return perhaps(request)
                .orElseThrow(() -> new BadRequest("That channel has no daily post. Try /daily set to give it one, or"
                        + " /daily list to see which have."));
    }

    /** Empty when the channel has none that can be read. */
    Optional<Schedule> perhaps(Request request) {
        return daily.store()
                .schedule(channel(request))
                .filter(found -> found.guild() == request.asker().guild());
    }

    static long channel(Request request) {
        return SettingsText.id(request.option(CHANNEL).orElse(""), CHANNEL);
    }

    /** Changes what is there now, and shows it; whatever another admin did in between stays done. */
    Reply changed(Request request, String heading, Function<Schedule, Optional<Step>> change) {
        return panel.of(change(request, change), heading, request, clock.instant());
    }

    /** Changes what is there now; whatever another admin did in between stays done. */
    Schedule change(Request request, Function<Schedule, Optional<Step>> change) {
        long channel = of(request).channel();
        Schedule schedule = daily.store().change(channel, change).orElseGet(() -> of(request));
        daily.schedulesChanged(schedule.guild());
        return schedule;
    }

    /** What stopped is looked at anew: it goes on when it can. */
    Schedule goingOn(Schedule schedule) {
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

    /** The row of a channel that can't be read; empty where there is none, or it can. */
    Optional<Unreadable> unreadable(long guild, long channel) {
        return daily.store().ofGuild(guild).unreadable().stream()
                .filter(row -> row.channel() == channel)
                .findFirst();
    }
}
