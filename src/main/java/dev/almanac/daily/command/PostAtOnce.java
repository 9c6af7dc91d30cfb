package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.EXTRA;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.engine.PostNow;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The button Post now: waits for what comes of it. */
final class PostAtOnce {
    private static final Duration LONGEST_POST = Duration.ofSeconds(30);

    private final Daily daily;
    private final Clock clock;
    private final DailyPanel panel;
    private final AskedSchedule asked;

    PostAtOnce(Daily daily, Clock clock, DailyPanel panel, AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.panel = panel;
        this.asked = asked;
    }

    Reply post(Request request) {
        Schedule schedule = asked.goingOn(asked.of(request));
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
