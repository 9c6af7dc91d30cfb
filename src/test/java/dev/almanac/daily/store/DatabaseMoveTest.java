package dev.almanac.daily.store;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.BERLIN;
import static dev.almanac.daily.engine.DailyRun.in;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Admin;
import dev.almanac.daily.store.DatabaseMove.Carried;
import dev.almanac.daily.store.DatabaseMove.Refused;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMoveTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = LocalPostgresql.started();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private SqliteDatabase file(String name) {
        return new SqliteDatabase(folder.resolve(name));
    }

    private static PostgresqlDatabase postgresql() {
        return new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"));
    }

    @Test
    void carriesEverythingToPostgresqlAndBack() {
        Schedule schedule;
        DayEntry entry;
        try (SqliteDatabase first = file("first.db")) {
            first.open();
            new Admin(first.store(), ADMIN).set(settings(), NOW);
            Schedule set = first.store().ofGuild(settings().guild()).schedules().get(0);
            entry = DayEntry.begun(set.channel(), set.due().day()).claimed(List.of("a", "b"), "me", NOW);
            assertTrue(first.store().save(set, Step.of(set.claimed(NOW.plusSeconds(60)), entry)));
            schedule = first.store().schedule(set.channel()).orElseThrow();
        }

        try (SqliteDatabase first = file("first.db");
                PostgresqlDatabase second = postgresql()) {
            assertEquals(new Carried(1, 1), DatabaseMove.between(first, second));
        }
        try (PostgresqlDatabase second = postgresql();
                SqliteDatabase third = file("third.db")) {
            assertEquals(new Carried(1, 1), DatabaseMove.between(second, third));
            assertEquals(schedule, third.store().schedule(schedule.channel()).orElseThrow());
            assertEquals(
                    entry, third.store().log(schedule.channel()).of(entry.day()).orElseThrow());
        }
        try (SqliteDatabase third = file("third.db");
                PostgresqlDatabase second = postgresql()) {
            assertEquals(
                    "There are schedules or days in it already, and they would be mixed up",
                    assertThrows(Refused.class, () -> DatabaseMove.between(third, second))
                            .getMessage());
            second.store().deleteGuild(settings().guild());
        }
    }

    @Test
    void carriesNumbersOfEverySizeAndWhatIsEmptyBesideWhatIsNot() throws SQLException {
        try (SqliteDatabase first = file("first.db")) {
            first.open();
            Admin admin = new Admin(first.store(), ADMIN);
            admin.set(in(1, "09:00", BERLIN), NOW);
            admin.set(in(101_000_000_000_000_001L, "10:00", BERLIN), NOW);
            first.store().change(1, known -> Optional.of(Step.of(known.paused(ADMIN, NOW))));
        }
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("first.db"))) {
            other.createStatement().execute("UPDATE schedule SET role_id = 202000000000000002 WHERE channel_id > 1");
        }
        try (SqliteDatabase first = file("first.db");
                PostgresqlDatabase second = postgresql()) {
            assertEquals(new Carried(2, 0), DatabaseMove.between(first, second));
        }
        try (PostgresqlDatabase second = postgresql();
                SqliteDatabase third = file("third.db");
                SqliteDatabase first = file("first.db")) {
            assertEquals(new Carried(2, 0), DatabaseMove.between(second, third));
            first.open();
            long guild = settings().guild();
            assertEquals(first.store().ofGuild(guild), third.store().ofGuild(guild));
            second.store().deleteGuild(guild);
        }
    }

    @Test
    void movesNothingWhileABotUsesThePostgresql() {
        try (PostgresqlDatabase running = postgresql();
                PostgresqlDatabase from = postgresql();
                SqliteDatabase to = file("to.db")) {
            running.open();

            Away refused = assertThrows(Away.class, () -> DatabaseMove.between(from, to));
            assertTrue(refused.isHeldByAnother());
            assertTrue(String.valueOf(refused.getMessage()).endsWith("Stop it first."));
        }
    }

    @Test
    void movesNothingWhileABotUsesEither() {
        try (SqliteDatabase running = file("running.db");
                SqliteDatabase from = file("running.db");
                SqliteDatabase to = file("to.db")) {
            running.open();

            assertTrue(assertThrows(Away.class, () -> DatabaseMove.between(from, to))
                    .isHeldByAnother());
        }
    }
}
