package dev.almanac.daily.command;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.engine.Daily;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What an admin looks at: {@code /daily list}, {@code preview}, and {@code check}, which lets go on what can. */
final class DailyLooks {
    private final Daily daily;
    private final Clock clock;
    private final DailyRights rights;
    private final DailyPanel panel;
    private final PanelParts parts;
    private final PanelSteps steps;
    private final DailyList list;
    private final AskedSchedule asked;

    DailyLooks(
            Daily daily,
            Guilds guilds,
            Clock clock,
            DailyPanel panel,
            PanelParts parts,
            PanelSteps steps,
            DailyList list,
            AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.rights = new DailyRights(guilds);
        this.panel = panel;
        this.parts = parts;
        this.steps = steps;
        this.list = list;
        this.asked = asked;
    }

    /** The panel, or the part of it that a button names. */
    Reply panel(Request request) {
        long channel = AskedSchedule.channel(request);
        Optional<Schedule> schedule = asked.perhaps(request);
        if (schedule.isEmpty()) {
            if (asked.unreadable(request.asker().guild(), channel).isPresent()) {
                throw new Damaged(
                        asked.unreadable(request.asker().guild(), channel).get());
            }
            rights.requireChannel(request, channel);
            return panel.noneYet(channel, request);
        }
        Instant now = clock.instant();
        return request.option(DailyCommand.PART)
                .flatMap(PanelPart::of)
                .map(part -> parts.of(part, schedule.get(), request, now))
                .orElseGet(() -> panel.of(schedule.get(), "", request, now));
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
                .map(post -> steps.preview(post, schedule, day, request))
                .orElseGet(() -> steps.nothingToPost(schedule, MonthDay.from(day), request));
    }

    Reply check(Request request) {
        Schedule schedule = asked.of(request);
        Schedule now = asked.goingOn(schedule);
        boolean goesOn = now.isActive() && !schedule.isActive();
        return panel.of(now, goesOn ? "It goes on" : "Check", request, clock.instant());
    }
}
