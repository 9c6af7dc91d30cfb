package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Settings;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.picture.Pictures;
import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thread of the daily posts, and their pace. */
@Order(Integer.MAX_VALUE)
class DailyTest {
    private static final Instant DUE = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void drainsTenThousandAtThePaceAndEachKnowsHowLateItWas() throws Exception {
        int many = 10_000;
        try (DailyRun run =
                new DailyRun(folder, Events.timelineOf("1900-11-24"), DailyRules.DEFAULT, DUE.minusSeconds(1))) {
            run.set(settings());
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file())) {
                other.createStatement()
                        .execute("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                + (1000 + many - 2)
                                + ") INSERT INTO schedule (channel_id, guild_id, post_time, zone, empty_day, categories,"
                                + " sensitive, silent, role_id, publish, set_by, changed_by, changed_what, changed_at, state,"
                                + " reason, state_since, due_day, due_at, try_at, tell_at) SELECT n.i, guild_id, post_time, zone,"
                                + " empty_day, categories, sensitive, silent, role_id, publish, set_by, changed_by,"
                                + " changed_what, changed_at, state, reason, state_since, due_day, due_at, try_at, tell_at"
                                + " FROM n, schedule");
            }
            run.clock().set(DUE);
            while (run.postbox().messages().size() < many) {
                run.clock().pass(run.daily().turn());
            }

            List<Instant> times = new ArrayList<>(run.postbox().times());
            assertEquals(many, times.size());
            int most = IntStream.range(0, many - DailyRules.DEFAULT.pace())
                    .filter(i -> Duration.between(times.get(i), times.get(i + DailyRules.DEFAULT.pace()))
                                    .compareTo(Duration.ofSeconds(1))
                            < 0)
                    .toArray()
                    .length;
            assertEquals(0, most, "seconds with more requests than the pace");
            assertEquals(Duration.ofMillis(249_900), Duration.between(DUE, times.get(many - 1)));
            FakePostbox.Message last = run.postbox().messages().get(many - 1);
            DayEntry entry = run.store().log(last.post().channel()).days().get(0);
            assertEquals(DayEntry.State.POSTED, entry.state());
            assertEquals(Duration.ofSeconds(249), entry.late());
        }
    }

    @Test
    void guildsThatAreAwayTakeNothingOfThePace() throws Exception {
        DailyRules slow = new DailyRules(Duration.ofHours(6), Duration.ZERO, 1);
        try (DailyRun run = new DailyRun(folder, Events.timelineOf("1900-11-24"), slow, DUE.minusSeconds(1))) {
            for (int i = 1; i <= 30; i++) {
                Settings away = DailyRun.in(i, "08:30", DailyRun.BERLIN);
                run.set(new Settings(
                        100 + i,
                        away.channel(),
                        away.time(),
                        away.zoneId(),
                        away.empty(),
                        List.of(),
                        true,
                        false,
                        0,
                        false));
                run.guilds().guildIs(100 + i, Guilds.Presence.AWAY);
            }
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file())) {
                other.createStatement().execute("UPDATE schedule SET due_at = 0, try_at = 0");
                other.createStatement().execute("UPDATE schedule SET due_at = " + DUE.toEpochMilli());
            }
            run.set(settings());
            run.clock().set(DUE);
            Duration next = run.daily().turn();

            assertEquals(List.of(20261124), run.postbox().markers(DailyRun.CHANNEL));
            assertEquals(Duration.ofSeconds(1), next);
        }
    }

    @Test
    void whatIsUnderWayAtTheEndIsStillWritten() {
        HandClock clock = new HandClock(DUE.minusSeconds(1));
        FakePostbox postbox = new FakePostbox(clock, Duration.ZERO, new Life());
        Path file = folder.resolve("almanac.db");
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            new Admin(database.store(), ADMIN).set(settings(), clock.instant());
            try (Daily daily = new Daily(
                    database, () -> text("1900-11-24"), new FakeGuilds(), postbox, clock, DailyRules.DEFAULT)) {
                postbox.next(Fate.DONE_SLOWLY);
                clock.set(DUE);
                daily.start();
                await().until(() -> !postbox.asked().isEmpty());
                CompletableFuture<Void> answered = CompletableFuture.runAsync(
                        postbox::answerSlowOnes, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
                daily.finish();
                answered.join();
            }
        }
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            assertEquals(
                    DayEntry.State.POSTED,
                    database.store().log(DailyRun.CHANNEL).days().get(0).state());
        }
    }

    @Test
    void waitsForADatabaseThatAnotherProcessHoldsAndTakesOver() {
        Path file = folder.resolve("almanac.db");
        HandClock clock = new HandClock(DUE);
        FakePostbox postbox = new FakePostbox(clock, Duration.ZERO, new Life());
        SqliteDatabase first = new SqliteDatabase(file);
        first.open();
        new Admin(first.store(), ADMIN).set(settings(), DUE.minusSeconds(1));
        try (Daily daily = new Daily(
                new SqliteDatabase(file),
                () -> text("1900-11-24"),
                new FakeGuilds(),
                postbox,
                clock,
                DailyRules.DEFAULT,
                DailyWatch.NONE,
                new ByHand())) {
            assertEquals(
                    List.of(1L, 2L, 4L, 8L, 15L, 15L),
                    Stream.generate(daily::turn)
                            .limit(6)
                            .map(Duration::toSeconds)
                            .toList());
            assertTrue(postbox.asked().isEmpty());
            first.close();

            daily.turn();
            assertEquals(List.of(20261124), postbox.markers(DailyRun.CHANNEL));
            assertEquals(DailyRun.BERLIN, daily.zone(DailyRun.GUILD).orElseThrow());
        }
    }

    private static PostText text(String date) {
        Timeline timeline = Events.timelineOf(date);
        return new PostText(timeline, new Pictures(timeline));
    }
}
