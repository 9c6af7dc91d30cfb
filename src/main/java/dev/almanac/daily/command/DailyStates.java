package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.SURE;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Daily;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a daily post goes on: {@code /daily pause}, {@code resume} and {@code remove}. */
final class DailyStates {
    private static final String PAUSED = "an admin paused it before the post was out";
    private static final String REMOVED = "an admin removed it before the post was out";

    private final Daily daily;
    private final Clock clock;
    private final DailyPanel panel;
    private final PanelSteps steps;
    private final AskedSchedule asked;

    DailyStates(Daily daily, Clock clock, DailyPanel panel, PanelSteps steps, AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.panel = panel;
        this.steps = steps;
        this.asked = asked;
    }

    Reply pause(Request request) {
        Instant now = clock.instant();
        return asked.changed(
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

    Reply resume(Request request) {
        Schedule schedule = asked.of(request);
        if (schedule.state() != State.PAUSED) {
            return panel.of(asked.goingOn(schedule), "It was not paused", request, clock.instant());
        }
        ScheduleStore store = daily.store();
        Instant now = clock.instant();
        return asked.changed(
                request,
                "Resumed",
                known -> known.state() == State.PAUSED
                        ? Optional.of(Step.of(known.resumed(request.asker().user(), store.log(known.channel()), now)))
                        : Optional.empty());
    }

    Reply remove(Request request) {
        long guild = request.asker().guild();
        long channel = AskedSchedule.channel(request);
        ScheduleStore store = daily.store();
        if (asked.unreadable(guild, channel).isPresent()) {
            store.removeUnreadable(guild, channel);
            daily.schedulesChanged(guild);
            return steps.removed(channel);
        }
        Schedule schedule = asked.of(request);
        if (request.option(SURE).isEmpty()) {
            return steps.askToRemove(schedule, request);
        }
        while (!store.remove(schedule, givenUp(channel, REMOVED, clock.instant()))) {
            schedule = asked.of(request);
        }
        daily.schedulesChanged(guild);
        return steps.removed(channel);
    }
}
