package dev.almanac.daily.engine;

import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ShardLeases;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The zone of each guild that asks this process, from memory: the one that was set last among its schedules. It goes with the last of
 * them.
 */
final class Zones {
    private static final int AT_A_TIME = 10_000;

    private final ScheduleDatabase database;

    /** By guild; empty where it has schedules and none has a zone. Written by whoever holds the monitor, while the store is read. */
    private final NavigableMap<Long, Optional<ZoneId>> zones = new ConcurrentSkipListMap<>();

    private Shards read = new Shards(1, Set.of());

    Zones(ScheduleDatabase database) {
        this.database = database;
    }

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

    /** Reads those of the shards that this process has taken since, and forgets those of shards that it has no more. */
    void keepUp() {
        Shards asking = asking();
        if (!asking.equals(read)) {
            boolean others = asking.total() != read.total();
            Set<Integer> more = new HashSet<>(asking.ready());
            if (!others) {
                more.removeAll(read.ready());
            }
            zones.keySet().removeIf(guild -> others || !asking.ready().contains(asking.of(guild)));
            read(new Shards(asking.total(), more));
            read = asking;
        }
    }

    /** Reads them all. */
    void readAll() {
        Shards asking = asking();
        read(asking);
        read = asking;
    }

    /** Where no other process is, whoever asks anything asks this one, even before it has a shard. */
    private Shards asking() {
        ShardLeases shards = database.shards();
        return shards.isShared() ? new Shards(Math.max(1, shards.total()), shards.taken()) : Shards.ALL;
    }

    private void read(Shards shards) {
        long last = shards.ready().isEmpty() ? Long.MAX_VALUE : Long.MIN_VALUE;
        while (last < Long.MAX_VALUE) {
            last = readAfter(last, shards);
        }
    }

    /** @return the last guild that was read; {@link Long#MAX_VALUE} at the end */
    private synchronized long readAfter(long guild, Shards shards) {
        Map<Long, Optional<ZoneId>> found = database.store().zones(guild, shards, AT_A_TIME);
        long last = found.size() < AT_A_TIME ? Long.MAX_VALUE : Collections.max(found.keySet());
        zones.subMap(guild, false, last, true)
                .keySet()
                .removeIf(known -> shards.ready().contains(shards.of(known)) && !found.containsKey(known));
        zones.putAll(found);
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
