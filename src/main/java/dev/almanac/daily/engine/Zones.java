package dev.almanac.daily.engine;

import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The zone of each guild, from memory: the one that was set last among its schedules. It goes with the last of them. */
final class Zones {
    private final Map<Long, ZoneId> zones = new ConcurrentHashMap<>();

    Optional<ZoneId> of(long guild) {
        return Optional.ofNullable(zones.get(guild));
    }

    void readAll(ScheduleStore store) {
        store.zones().forEach((guild, id) -> zone(id).ifPresent(zone -> zones.put(guild, zone)));
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Reads it again: a schedule of this guild was set or removed. */
    void read(ScheduleStore store, long guild) {
        store.ofGuild(guild).schedules().stream()
                .filter(schedule -> schedule.settings().zone().isPresent())
                .max(Comparator.comparing(
                        (Schedule schedule) -> schedule.change().at()))
                .flatMap(schedule -> schedule.settings().zone())
                .ifPresentOrElse(zone -> zones.put(guild, zone), () -> zones.remove(guild));
    }

    void forget(long guild) {
        zones.remove(guild);
    }
}
