package dev.almanac.daily.command;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.engine.Daily;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;

/** What an admin looks at: {@code /daily list}, {@code preview}, and {@code check}, which lets go on what can. */
final class DailyLooks {
    private final Daily daily;
    private final Clock clock;
    private final DailyPanel panel;
    private final DailyList list;
    private final AskedSchedule asked;

    DailyLooks(Daily daily, Guilds guilds, Clock clock, DailyPanel panel, AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.panel = panel;
        this.list = new DailyList(guilds);
        this.asked = asked;
    }

    Reply list(Request request) {
        ScheduleStore store = daily.store();
        return list.of(
                store.ofGuild(request.asker().guild()),
                channel -> store.log(channel).days(),
                request);
    }

    Reply preview(Request request) {
        Schedule schedule = asked.of(request);
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

    Reply check(Request request) {
        Schedule schedule = asked.of(request);
        Schedule now = asked.goingOn(schedule);
        boolean goesOn = now.isActive() && !schedule.isActive();
        return panel.of(now, goesOn ? "It goes on" : "Check", request, clock.instant());
    }
}
