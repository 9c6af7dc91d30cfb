package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Step;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a million daily posts cost that are due at nine in every zone there is, on both databases: the figures of docs/scale.md. Prints
 * and asserts nothing. {@code -Dalmanac.scale.posts=100000} takes others.
 */
class ScaleMeasurements {
    private static final int POSTS = Integer.getInteger("almanac.scale.posts", 1_000_000);
    private static final int REPEATS = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LocalDate BEFORE = LocalDate.parse("2026-11-23");
    private static final Shards ALL = Shards.ALL;

    /** What one process of many has. */
    private static final Shards SOME =
            new Shards(1_000, IntStream.range(0, 16).boxed().collect(Collectors.toSet()));

    /** Shards that no guild is in: all that is due is somebody else's. */
    private static final Shards NONE_OF_THEM = new Shards(2 * POSTS, Set.of(2 * POSTS - 1));

    @TempDir
    private Path folder;

    @Test
    void onSqlite() throws IOException {
        Path file = folder.resolve("almanac.db");
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            measure("SQLite", database, () -> Files.size(file));
        }
    }

    /** Unlike the one of the other tests it keeps what it commits, as a real one does. */
    @Test
    void onPostgresql() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                PostgresqlDatabase database = new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"))) {
            database.open();
            Jdbi jdbi = database.tables().jdbi();
            measure(
                    "PostgreSQL",
                    database,
                    () -> jdbi.withHandle(handle -> handle.createQuery("SELECT pg_database_size(current_database())")
                            .mapTo(Long.class)
                            .one()));
        }
    }

    @FunctionalInterface
    private interface Size {
        long bytes() throws IOException;
    }

    private static void measure(String name, SqlDatabase database, Size size) throws IOException {
        ManySchedules many = new ManySchedules(POSTS, NOW);
        Jdbi jdbi = database.tables().jdbi();
        long empty = size.bytes();
        long begun = System.nanoTime();
        many.writeSchedules(jdbi);
        print(name, "schedules written a second", POSTS / seconds(begun), "");
        checkpoint(name, jdbi);
        long schedules = size.bytes();
        print(name, "a schedule takes", (schedules - empty) / (double) POSTS, "bytes");
        many.writeDays(jdbi, BEFORE.toString());
        checkpoint(name, jdbi);
        print(name, "a day of the log takes", (size.bytes() - schedules) / (double) POSTS, "bytes");
        jdbi.useHandle(handle -> handle.execute("ANALYZE"));
        Instant busiest = busiest(jdbi);
        ask(name, database.store(), busiest);
        write(name, database.store(), busiest);
        clean(name, database.store());
    }

    private static void checkpoint(String name, Jdbi jdbi) {
        jdbi.useHandle(
                handle -> handle.execute(name.equals("SQLite") ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT"));
    }

    private static Instant busiest(Jdbi jdbi) {
        Map<Long, Integer> due = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT due_at, COUNT(*) AS posts FROM schedule GROUP BY due_at")
                .reduceRows(new java.util.TreeMap<Long, Integer>(), (all, row) -> {
                    all.put(row.getColumn("due_at", Long.class), row.getColumn("posts", Integer.class));
                    return all;
                }));
        Map.Entry<Long, Integer> most =
                due.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "[measured] %,d posts in %d zones are due at %d moments, %,d of them at %s%n",
                POSTS,
                ManySchedules.ZONES.size(),
                due.size(),
                most.getValue(),
                Instant.ofEpochMilli(most.getKey()));
        return Instant.ofEpochMilli(most.getKey());
    }

    private static void ask(String name, ScheduleStore store, Instant busiest) {
        repeat(name, "due, none", 100, i -> store.due(NOW, ALL, 4));
        repeat(name, "due, 4 of all", 100, i -> store.due(busiest, ALL, 4));
        repeat(name, "due, 4 of 16 of 1,000 shards", 100, i -> store.due(busiest, SOME, 4));
        repeat(name, "due, all of it of other shards", 20, i -> store.due(busiest, NONE_OF_THEM, 4));
        repeat(name, "backlog", 20, i -> store.backlog(busiest));
        repeat(name, "to tell", 20, i -> store.toTell(busiest, ALL, 1));
        repeat(name, "crossposts", 20, i -> store.unpublished(busiest, ALL, 4));
        repeat(name, "gone", 5, i -> store.goneSince(busiest));
        repeat(name, "waiting, none", 5, i -> store.waiting(Long.MIN_VALUE, ALL, 500));
        repeat(name, "schedules of a guild", REPEATS, i -> store.ofGuild(ManySchedules.guild(i)));
        repeat(name, "log of a channel", REPEATS, i -> store.log(ManySchedules.channel(i)));
        repeat(name, "zones of all guilds", 3, i -> readZones(store, ALL));
        repeat(name, "zones of the guilds of 16 of 1,000 shards", 3, i -> readZones(store, SOME));
    }

    private static void readZones(ScheduleStore store, Shards shards) {
        long last = Long.MIN_VALUE;
        while (last < Long.MAX_VALUE) {
            Set<Long> read = store.zones(last, shards, 10_000).keySet();
            last = read.size() < 10_000 ? Long.MAX_VALUE : Collections.max(read);
        }
    }

    private static void write(String name, ScheduleStore store, Instant busiest) {
        List<Schedule> claimed = store.due(busiest, ALL, REPEATS).schedules();
        repeat(name, "claim", claimed.size(), i -> store.save(claimed.get(i), claim(claimed.get(i))));
        repeat(name, "waiting, " + REPEATS + " in doubt", 5, i -> store.waiting(Long.MIN_VALUE, ALL, 500));
        repeat(
                name,
                "mark",
                claimed.size(),
                i -> store.change(claimed.get(i).channel(), known -> Optional.of(posted(known))));
    }

    private static void clean(String name, ScheduleStore store) {
        repeat(
                name,
                "a channel deleted",
                100,
                i -> store.deleteChannel(ManySchedules.guild(i), ManySchedules.channel(i)));
        repeat(name, "a guild deleted", 100, i -> store.deleteGuild(ManySchedules.guild(100 + i)));
        repeat(name, "2,000 days forgotten", POSTS / 2_000, i -> store.prune(BEFORE.plusDays(1), 2_000));
    }

    private static Step claim(Schedule schedule) {
        return Step.of(
                schedule.claimed(NOW.plus(Duration.ofDays(1))),
                entry(schedule).claimed(List.of("sale-of-alaska-1867"), "me", NOW));
    }

    private static Step posted(Schedule schedule) {
        return Step.of(schedule.settled(schedule.due().day()), entry(schedule).posted(1, NOW, Duration.ZERO, false));
    }

    private static DayEntry entry(Schedule schedule) {
        return DayEntry.begun(schedule.channel(), schedule.due().day());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void repeat(String name, String what, int times, IntConsumer work) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            nanos.add(System.nanoTime() - begun);
        }
        nanos.sort(null);
        System.out.printf(
                Locale.ROOT,
                "[measured] %s: %s: p50 %,.2f ms, most %,.2f ms, of %d%n",
                name,
                what,
                nanos.get(times / 2) / 1e6,
                nanos.get(times - 1) / 1e6,
                times);
    }

    private static void print(String name, String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "[measured] %s: %s: %,.0f %s%n", name, what, figure, unit);
    }
}
