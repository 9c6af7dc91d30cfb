package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.EXTRA;
import static dev.almanac.daily.command.DailyCommand.SURE;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.engine.PostNow;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The button Post now: waits for what comes of it. */
final class PostAtOnce {
    private static final Duration LONGEST_POST = Duration.ofSeconds(30);

    private final Daily daily;
    private final Clock clock;
    private final DailyPanel panel;
    private final PanelSteps steps;
    private final AskedSchedule asked;

    PostAtOnce(Daily daily, Clock clock, DailyPanel panel, PanelSteps steps, AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.panel = panel;
        this.steps = steps;
        this.asked = asked;
    }

    Reply post(Request request) {
        Schedule schedule = asked.goingOn(asked.of(request));
        if (!schedule.isActive()) {
            return panel.of(schedule, "Nothing was posted", request, clock.instant());
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), schedule.settings().zone().orElseThrow());
        boolean asks = request.option(EXTRA).isEmpty() && request.option(SURE).isEmpty();
        if (asks
                && daily.store()
                        .entry(schedule.channel(), today)
                        .filter(PostAtOnce::isSent)
                        .isEmpty()) {
            return steps.askToPost(schedule, today, request);
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
        return steps.posted(
                outcome, daily.store().schedule(schedule.channel()).orElse(schedule), request, clock.instant());
    }

    /** Or on its way: then nothing is posted unless one more is asked for. */
    private static boolean isSent(DayEntry entry) {
        return entry.state() == DayEntry.State.POSTED || entry.isInDoubt();
    }
}
