package dev.almanac.daily.engine;

import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Found;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The zone of each guild, from memory: the one that was set last among its schedules. It goes with the last of them. */
final class Zones {
    private final Map<Long, ZoneId> zones = new ConcurrentHashMap<>();
    private final Set<Long> guilds = ConcurrentHashMap.newKeySet();

    Optional<ZoneId> of(long guild) {
        return Optional.ofNullable(zones.get(guild));
    }

    /** Whether the guild has any schedule, even one that waits for a zone. */
    boolean hasSchedule(long guild) {
        return guilds.contains(guild);
    }

    void readAll(ScheduleStore store) {
        Set<Long> known = store.guilds();
        guilds.addAll(known);
        guilds.retainAll(known);
        Map<Long, ZoneId> set = store.zones();
        zones.putAll(set);
        zones.keySet().retainAll(set.keySet());
    }

    /** Reads it again: a schedule of this guild was set or removed. */
    void read(ScheduleStore store, long guild) {
        Found found = store.ofGuild(guild);
        if (found.size() > 0) {
            guilds.add(guild);
        } else {
            guilds.remove(guild);
        }
        found.schedules().stream()
                .filter(schedule -> schedule.settings().zone().isPresent())
                .max(Comparator.comparing(
                        (Schedule schedule) -> schedule.change().at()))
                .flatMap(schedule -> schedule.settings().zone())
                .ifPresentOrElse(zone -> zones.put(guild, zone), () -> zones.remove(guild));
    }

    void forget(long guild) {
        zones.remove(guild);
        guilds.remove(guild);
    }
}
