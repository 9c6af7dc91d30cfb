package dev.almanac.daily.engine;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What admins do to schedules, straight to the store. */
public record Admin(ScheduleStore store, long user) {
    public Schedule set(Settings settings, Instant now) {
        long channel = settings.channel();
        return store.change(
                        channel, known -> Optional.of(Step.of(known.changed(settings, user, store.log(channel), now))))
                .orElseGet(() -> {
                    store.add(Schedule.setUp(settings, user, store.log(channel), now));
                    return store.schedule(channel).orElseThrow();
                });
    }

    public void pause(long channel, Instant now) {
        store.change(channel, known -> Optional.of(new Step(known.paused(user, now), givenUp(channel, "paused", now))));
    }

    public void remove(long channel, Instant now) {
        store.remove(store.schedule(channel).orElseThrow(), givenUp(channel, "removed", now));
    }

    private List<DayEntry> givenUp(long channel, String reason, Instant now) {
        return store.log(channel).days().stream()
                .filter(entry -> !entry.isSettled())
                .map(entry -> entry.missed("an admin " + reason + " it before the post was out", now))
                .toList();
    }

    public void resume(long channel, Instant now) {
        store.change(channel, known -> Optional.of(Step.of(known.resumed(user, store.log(channel), now))));
    }
}
