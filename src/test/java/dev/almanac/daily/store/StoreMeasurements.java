package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the database takes with many schedules; prints figures and asserts nothing. */
class StoreMeasurements {
    private static final int GUILDS = 2_000;
    private static final int CHANNELS = 50;
    private static final int REPEATS = 1_000;
    private static final Instant DUE = Instant.parse("2026-11-25T06:00:00Z");
    private static final Guilds.Shards SHARDS = new Guilds.Shards(1, Set.of(0));

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandSchedules() throws Exception {
        Path path = folder.resolve("almanac.db");
        List<DailyFile.Place> places = IntStream.range(0, GUILDS * CHANNELS)
                .mapToObj(i -> new DailyFile.Place((1L + i / CHANNELS) << 22, (1_000_000_000L + i) << 22))
                .toList();
        new DailyFile(path).setUp(places, 1, DUE);
        System.out.printf(
                Locale.ROOT,
                "[measured] %d schedules of %d guilds: file %.1f MiB%n",
                places.size(),
                GUILDS,
                Files.size(path) / 1024.0 / 1024);
        try (SqliteDatabase database = new SqliteDatabase(path)) {
            database.open();
            ScheduleStore store = database.store();
            List<Schedule> due = store.due(DUE, SHARDS, REPEATS).schedules();
            measure("due, 4 of all", i -> store.due(DUE, SHARDS, 4));
            measure("due, none", i -> store.due(DUE.minusSeconds(60), SHARDS, 4));
            measure("of a guild", i -> store.ofGuild((1L + i) << 22));
            measure("log of a channel", i -> store.log(due.get(i).channel()));
            measure("claim", i -> store.save(due.get(i), claim(due.get(i))));
            measure("settle", i -> store.change(due.get(i).channel(), known -> Optional.of(settled(known))));
        }
    }

    private static Step claim(Schedule schedule) {
        return Step.of(schedule.claimed(DUE.plusSeconds(60)), entry(schedule).claimed(List.of("an-event"), "me", DUE));
    }

    private static Step settled(Schedule schedule) {
        return Step.of(schedule.settled(schedule.due().day()), entry(schedule).posted(1, DUE, Duration.ZERO, false));
    }

    private static DayEntry entry(Schedule schedule) {
        return DayEntry.begun(schedule.channel(), schedule.due().day());
    }

    private static void measure(String what, IntConsumer work) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            nanos.add(System.nanoTime() - begun);
        }
        nanos.sort(null);
        System.out.printf(
                Locale.ROOT,
                "[measured] %s: p50 %.2f ms, p99 %.2f ms%n",
                what,
                nanos.get(REPEATS / 2) / 1e6,
                nanos.get(REPEATS * 99 / 100) / 1e6);
    }
}
