package dev.almanac.daily.engine;

import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Found;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The zone of each guild, from memory: the one that was set last among its schedules. It goes with the last of them. */
final class Zones {
    private static final int AT_A_TIME = 10_000;

    /** By guild; empty where it has schedules and none has a zone. Written by whoever holds the monitor, while the store is read. */
    private final NavigableMap<Long, Optional<ZoneId>> zones = new ConcurrentSkipListMap<>();

    Optional<ZoneId> of(long guild) {
        return zones.getOrDefault(guild, Optional.empty());
    }

    /** Whether the guild has any schedule, even one that waits for a zone. */
    boolean hasSchedule(long guild) {
        return zones.containsKey(guild);
    }

    /** The guilds that have one, by their ids. */
    Set<Long> guilds() {
        return Collections.unmodifiableSet(zones.keySet());
    }

    /** Reads those of guilds of these shards, some at a time, and forgets all others. */
    void readAll(ScheduleStore store, Shards shards) {
        long last = Long.MIN_VALUE;
        while (last < Long.MAX_VALUE) {
            last = readAfter(store, shards, last);
        }
    }

    /** @return the last guild that was read; {@link Long#MAX_VALUE} at the end */
    private synchronized long readAfter(ScheduleStore store, Shards shards, long guild) {
        Map<Long, Optional<ZoneId>> read = store.zones(guild, shards, AT_A_TIME);
        long last = read.size() < AT_A_TIME ? Long.MAX_VALUE : Collections.max(read.keySet());
        zones.subMap(guild, false, last, true).keySet().retainAll(read.keySet());
        zones.putAll(read);
        return last;
    }

    /** Reads it again: a schedule of this guild was set or removed. */
    synchronized void read(ScheduleStore store, long guild) {
        Found found = store.ofGuild(guild);
        if (found.size() == 0) {
            zones.remove(guild);
            return;
        }
        zones.put(
                guild,
                found.schedules().stream()
                        .filter(schedule -> schedule.settings().zone().isPresent())
                        .max(Comparator.comparing(
                                (Schedule schedule) -> schedule.change().at()))
                        .flatMap(schedule -> schedule.settings().zone()));
    }

    /** At once, because Discord's own thread says so. */
    void forget(long guild) {
        zones.remove(guild);
    }
}
