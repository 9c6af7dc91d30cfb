package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayEntry.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                "[measured] %d schedules of %d guilds: file %.1f MiB%n",
                places.size(), GUILDS, Files.size(path) / 1024.0 / 1024);
        try (DailyDatabase database = new DailyDatabase(path)) {
            database.open();
            DailyStore store = database.store();
            List<Schedule> due = store.due(DUE, SHARDS, REPEATS);
            measure("due, 4 of all", i -> store.due(DUE, SHARDS, 4));
            measure("due, none", i -> store.due(DUE.minusSeconds(60), SHARDS, 4));
            measure("of a guild", i -> store.schedules().ofGuild((1L + i) << 22));
            measure(
                    "entry of a day",
                    i -> store.entry(due.get(i).channel(), due.get(i).due().day()));
            measure(
                    "claim",
                    i -> store.claim(
                            due.get(i).settings(),
                            due.get(i).due().day(),
                            List.of("an-event"),
                            DUE,
                            DUE.plusSeconds(60)));
            measure(
                    "settle",
                    i -> store.settle(
                            due.get(i).settings(),
                            posted(due.get(i)),
                            due.get(i).due().day()));
        }
    }

    private static DayEntry posted(Schedule schedule) {
        return new DayEntry(
                schedule.channel(),
                schedule.due().day(),
                State.POSTED,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                DUE,
                Duration.ZERO,
                1,
                List.of("an-event"),
                "",
                Publishing.NONE);
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
                "[measured] %s: p50 %.2f ms, p99 %.2f ms%n",
                what, nanos.get(REPEATS / 2) / 1e6, nanos.get(REPEATS * 99 / 100) / 1e6);
    }
}
