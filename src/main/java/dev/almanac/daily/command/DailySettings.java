package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.CHANNEL;
import static dev.almanac.daily.command.DailyCommand.PART;
import static dev.almanac.daily.command.DailyCommand.SHOWN;
import static dev.almanac.daily.command.DailyCommand.TO;
import static dev.almanac.daily.command.DailyCommand.ZONE;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Daily;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What an admin says about a daily post: {@code /daily set}, and what its panel changes. */
final class DailySettings {
    private final Daily daily;
    private final Clock clock;
    private final ZoneText zones;
    private final SettingsText settingsText;
    private final DailyRights rights;
    private final DailyPanel panel;
    private final PanelParts parts;
    private final AskedSchedule asked;

    DailySettings(
            Daily daily,
            Guilds guilds,
            Clock clock,
            ZoneText zones,
            SettingsText settingsText,
            DailyPanel panel,
            PanelParts parts,
            AskedSchedule asked) {
        this.daily = daily;
        this.clock = clock;
        this.zones = zones;
        this.settingsText = settingsText;
        this.rights = new DailyRights(guilds);
        this.panel = panel;
        this.parts = parts;
        this.asked = asked;
    }

    /** What the admin says is said about the settings as they are when it is saved: two admins at once lose nothing. */
    Reply set(Request request) {
        ScheduleStore store = daily.store();
        long guild = request.asker().guild();
        long channel = AskedSchedule.channel(request);
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
        if (asked.unreadable(guild, channel).isPresent()) {
            throw new Damaged(asked.unreadable(guild, channel).get());
        }
        Schedule fresh = Schedule.setUp(settings(request, channel, Optional.empty()), by, store.log(channel), now);
        if (!store.add(fresh)) {
            // Another admin was first: this is a change now.
            return set(request);
        }
        daily.schedulesChanged(guild);
        return panel.of(fresh, "Set up", request, now);
    }

    /** What the button of a channel without a post does. */
    Reply begin(Request request) {
        return asked.perhaps(request)
                .map(known -> panel.of(known, "Set up already", request, clock.instant()))
                .orElseGet(() -> set(request));
    }

    /** One thing, as a button says it, about the settings as they are when it is saved; what hasn't changed isn't saved. */
    Reply change(Request request) {
        PanelPart part = request.option(PART)
                .flatMap(PanelPart::of)
                .filter(known -> !known.option().isEmpty())
                .orElseThrow(() ->
                        new BadRequest("This button changes nothing that is known here. Try /daily panel again."));
        long channel = AskedSchedule.channel(request);
        String chosen = request.option(TO).orElse("");
        ScheduleStore store = daily.store();
        Instant now = clock.instant();
        Schedule changed = asked.change(request, known -> {
            String to = request.option(SHOWN)
                    .map(shown -> parts.ticked(part, known.settings(), shown, chosen))
                    .orElse(chosen);
            Request said = request.with(Question.of("daily set")
                    .with(CHANNEL, String.valueOf(channel))
                    .with(part.option(), to));
            Settings settings = settings(said, channel, Optional.of(known.settings()));
            return settings.equals(known.settings())
                    ? Optional.empty()
                    : Optional.of(
                            Step.of(known.changed(settings, request.asker().user(), store.log(channel), now)));
        });
        return panel.of(changed, "Changed", request, now);
    }

    private Settings settings(Request request, long channel, Optional<Settings> known) {
        Settings settings = settingsText.read(
                request, channel, known, daily.zone(request.asker().guild()));
        rights.require(request, settings);
        return settings;
    }

    Reply unmention(Request request) {
        Instant now = clock.instant();
        return asked.changed(
                request,
                "No role is mentioned",
                known -> Optional.of(
                        Step.of(known.mentioningNobody(request.asker().user(), now))));
    }

    /** Goes by the zone that a button names. */
    Reply zone(Request request) {
        ZoneId zone = zones.read(request.option(ZONE).orElse(""))
                .zone()
                .orElseThrow(() -> new BadRequest(
                        "This button names no time zone that is known here. Choose one with" + " zone in /daily set."));
        ScheduleStore store = daily.store();
        Instant now = clock.instant();
        return asked.changed(request, "Time zone chosen", known -> {
            Settings settings = known.settings().withZone(zone);
            rights.require(request, settings);
            return Optional.of(
                    Step.of(known.changed(settings, request.asker().user(), store.log(known.channel()), now)));
        });
    }
}
