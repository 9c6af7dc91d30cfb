package dev.almanac.daily.store;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.engine.Admin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlDatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = LocalPostgresql.started();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @AfterEach
    void empty() throws SQLException {
        sql("DROP SCHEMA public CASCADE");
        sql("CREATE SCHEMA public");
    }

    private static void sql(String statement) throws SQLException {
        try (Connection other = server.getPostgresDatabase().getConnection()) {
            other.createStatement().execute(statement);
        }
    }

    private static PostgresqlDatabase database() {
        return new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"));
    }

    private static String refusal(PostgresqlDatabase database) {
        return String.valueOf(assertThrows(Away.class, database::open).getMessage());
    }

    @Test
    void everyProcessUsesTheStoreAndPostsForItsOwnShards() {
        try (PostgresqlDatabase first = database();
                PostgresqlDatabase second = database()) {
            first.open();
            second.open();
            new Admin(first.store(), ADMIN).set(settings(), NOW);
            assertEquals(1, second.store().ofGuild(settings().guild()).size());

            assertEquals(2, first.shards().agree(2));
            assertEquals(2, second.shards().agree(2));
            assertTrue(first.shards().take(0));
            assertTrue(second.shards().take(1));

            long ofShardOne = 1L << 22;
            assertEquals(
                    List.of(true, false, false, true),
                    List.of(
                            first.maySend(0),
                            first.maySend(ofShardOne),
                            second.maySend(0),
                            second.maySend(ofShardOne)));
        }
    }

    @Test
    void knowsHowLongAProcessHasBeenGone() throws SQLException {
        try (PostgresqlDatabase here = database()) {
            String other;
            try (PostgresqlDatabase there = database()) {
                here.open();
                there.open();
                other = there.process();
                assertEquals(Duration.ZERO, here.goneFor(other, 0));
            }
            // It ended in good order, and now.
            assertTrue(here.goneFor(other, 0).compareTo(Duration.ofSeconds(10)) < 0);

            sql("UPDATE lease SET ends_at = ends_at - 90000 WHERE holder = '" + other + "'");
            assertTrue(here.goneFor(other, 0).compareTo(Duration.ofSeconds(90)) >= 0);

            sql("UPDATE lease SET ends_at = 0 WHERE holder = '" + other + "'");
            assertEquals(ScheduleDatabase.PROCESSES_KEPT, here.goneFor(other, 0));
            assertEquals(ScheduleDatabase.PROCESSES_KEPT, here.goneFor("nobody", 0));
            assertEquals(Duration.ZERO, here.goneFor(here.process(), 0));
        }
    }

    /** It lives, and can't send: this process has the shard. */
    @Test
    void aLivingProcessHasNoRightToSendWhereThisOneHasTheShard() throws SQLException {
        try (PostgresqlDatabase here = database();
                PostgresqlDatabase there = database()) {
            here.open();
            there.open();
            here.shards().agree(1);
            there.shards().agree(1);
            there.shards().take(0);
            assertEquals(Duration.ZERO, here.goneFor(there.process(), 0));

            sql("UPDATE lease SET ends_at = 0 WHERE name = 'shard-0'");
            assertTrue(here.shards().take(0));

            Duration gone = here.goneFor(there.process(), 0);
            assertTrue(
                    gone.compareTo(Duration.ZERO) > 0 && gone.compareTo(Duration.ofSeconds(60)) < 0, gone.toString());
            assertEquals(Duration.ZERO, here.goneFor(here.process(), 0));
        }
    }

    @Test
    void aProcessThatWasCutOffIsAliveAgainWhenItOpensTheDatabase() throws SQLException {
        try (PostgresqlDatabase here = database();
                PostgresqlDatabase there = database()) {
            here.open();
            there.open();
            here.shards().agree(1);
            here.shards().take(0);
            sql("DELETE FROM lease");

            here.renew();

            assertEquals(Duration.ZERO, there.goneFor(here.process(), 0));
            assertFalse(here.maySend(0));
        }
    }

    @Test
    void processesThatStartTogetherMigrateOneAfterTheOther() throws SQLException {
        List<PostgresqlDatabase> starting =
                IntStream.range(0, 4).mapToObj(process -> database()).toList();
        List<CompletableFuture<Boolean>> opened = starting.stream()
                .map(database -> CompletableFuture.supplyAsync(() -> {
                    try {
                        database.open();
                        return true;
                    } catch (Away away) {
                        return false;
                    }
                }))
                .toList();

        assertEquals(4, opened.stream().filter(CompletableFuture::join).count());
        starting.forEach(PostgresqlDatabase::close);
        try (Connection other = server.getPostgresDatabase().getConnection();
                ResultSet failed = other.createStatement()
                        .executeQuery("SELECT COUNT(*) FROM flyway_schema_history WHERE NOT success")) {
            assertTrue(failed.next());
            assertEquals(0, failed.getInt(1));
        }
    }

    @Test
    void refusesTheTablesOfANewerVersion() throws SQLException {
        try (PostgresqlDatabase database = database()) {
            database.open();
        }
        sql(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '999', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history WHERE version = '1'");

        try (PostgresqlDatabase database = database()) {
            assertTrue(refusal(database).contains("was written by another version of Almanac than this"));
        }
    }

    @Test
    void aChangeOfTheTablesMayTakeLongerThanAStatement() throws Exception {
        try (PostgresqlDatabase before = database()) {
            before.open();
        }
        sql("DROP INDEX schedule_waiting, schedule_gone, day_log_in_doubt, log_channel_of_channel");
        sql("DELETE FROM flyway_schema_history WHERE version = '10'");
        Duration longestAnswer = Duration.ofSeconds(1);
        try (Connection user = server.getPostgresDatabase().getConnection();
                PostgresqlDatabase database = new PostgresqlDatabase(
                        LocalPostgresql.address(server, "postgres"), DatabaseWatch.NONE, longestAnswer)) {
            user.setAutoCommit(false);
            user.createStatement().execute("LOCK TABLE schedule IN ACCESS SHARE MODE");
            CompletableFuture<Void> opening = CompletableFuture.runAsync(database::open);
            await().until(() -> longestWaitForALock().compareTo(longestAnswer.multipliedBy(2)) > 0);
            user.commit();

            opening.get(10, TimeUnit.SECONDS);
            assertEquals(0, database.store().ofGuild(1).size());
        }
    }

    private static Duration longestWaitForALock() throws SQLException {
        try (Connection other = server.getPostgresDatabase().getConnection();
                ResultSet waits = other.createStatement()
                        .executeQuery("SELECT COALESCE(EXTRACT(EPOCH FROM MAX(clock_timestamp() - query_start)), 0)"
                                + " FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            waits.next();
            return Duration.ofMillis((long) (waits.getDouble(1) * 1000));
        }
    }

    @Test
    void whatIsCutOffIsAwayAndComesBack() throws SQLException {
        try (PostgresqlDatabase database = database()) {
            database.open();
            new Admin(database.store(), ADMIN).set(settings(), NOW);

            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'almanac'");
            sql("SELECT 1");

            int failures = 0;
            while (failures < 10) {
                try {
                    assertEquals(1, database.store().ofGuild(settings().guild()).size());
                    break;
                } catch (Away away) {
                    failures++;
                    database.reconnect();
                }
            }
            assertTrue(failures < 10);
        }
    }

    @Test
    void whatCannotBeWrittenIsAway() throws SQLException {
        try (PostgresqlDatabase database = database()) {
            database.open();
            sql("ALTER DATABASE postgres SET default_transaction_read_only = on");
            try {
                sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'almanac'");

                assertThrows(Away.class, () -> {
                    while (true) {
                        new Admin(database.store(), ADMIN).set(settings(), NOW);
                    }
                });
            } finally {
                try (Connection beside =
                        server.getDatabase("postgres", "template1").getConnection()) {
                    beside.createStatement().execute("ALTER DATABASE postgres RESET default_transaction_read_only");
                }
            }
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldWithoutThePassword() {
        PostgresqlAddress nowhere = PostgresqlAddress.of("postgresql://anna:hidden@127.0.0.1:1/nothing")
                .orElseThrow();
        try (PostgresqlDatabase database = new PostgresqlDatabase(nowhere)) {
            String message = refusal(database);

            assertTrue(message.startsWith("postgresql://127.0.0.1:1/nothing can't be opened ("), message);
            assertFalse(message.contains("hidden"));
            assertFalse(nowhere.toString().contains("hidden"));
        }
    }

    /** The process stood still: whoever renewed its leases waited for the tables, and whoever opened them for the leases. */
    @Test
    void nobodyWhoWaitsForLeasesKeepsOthersFromTheTables() throws InterruptedException {
        PostgresqlDatabase database = database();
        untilItWaitsForLeases(database, database::open);
        untilItWaitsForLeases(database, database::close);
    }

    private static void untilItWaitsForLeases(PostgresqlDatabase database, Runnable work) throws InterruptedException {
        Thread waiting = new Thread(work);
        synchronized (database.shards()) {
            waiting.start();
            await().until(() -> isBlockedBy(PostgresqlLeases.class, waiting));
            assertTrue(CompletableFuture.supplyAsync(database::isConnected)
                    .completeOnTimeout(false, 5, TimeUnit.SECONDS)
                    .join());
        }
        waiting.join();
    }

    private static boolean isBlockedBy(Class<?> type, Thread waiting) {
        StackTraceElement[] stack = waiting.getStackTrace();
        return waiting.getState() == Thread.State.BLOCKED
                && stack.length > 0
                && stack[0].getClassName().equals(type.getName());
    }
}
