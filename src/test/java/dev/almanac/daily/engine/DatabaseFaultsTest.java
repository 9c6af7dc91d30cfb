package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.BERLIN;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Asker;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.PostText;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.store.PostgresqlAddress;
import dev.almanac.daily.store.PostgresqlDatabase;
import dev.almanac.daily.store.RestartablePostgresql;
import dev.almanac.picture.Pictures;
import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can happen to a PostgreSQL while posts are due. Whatever it is: look-ups go on, {@code /daily} says so, the posts catch up and
 * none comes twice, and there are never more connections than the pool allows.
 */
@Order(Integer.MAX_VALUE)
class DatabaseFaultsTest {
    private static final Instant DUE = Instant.parse("2026-11-24T08:00:00Z");
    private static final Timeline TIMELINE = Events.timelineOf("1900-11-24");
    private static final int CHANNELS = 5;
    private static final int POOL = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Asker.Rights ALL_RIGHTS = new Asker.Rights() {
        @Override
        public boolean mayManageServer() {
            return true;
        }

        @Override
        public boolean maySend(long channel) {
            return true;
        }

        @Override
        public boolean mayMention(long channel, long role) {
            return true;
        }
    };

    @TempDir
    private Path folder;

    private RestartablePostgresql server;
    private int otherPort;
    private final HandClock clock = new HandClock(DUE.minusSeconds(1));
    private final FakePostbox postbox = new FakePostbox(clock, Duration.ZERO, new Life());
    private final FakeGuilds guilds = new FakeGuilds();
    private PostgresqlDatabase database;
    private Daily daily;
    private Commands commands;

    @BeforeEach
    void begin() throws Exception {
        server = new RestartablePostgresql(folder.resolve("data"));
        otherPort = RestartablePostgresql.freePort();
        database = new PostgresqlDatabase(PostgresqlAddress.of("postgresql://postgres@127.0.0.1:" + server.port()
                        + ",127.0.0.1:" + otherPort + "/postgres?connectTimeout=2&socketTimeout=2")
                .orElseThrow());
        PostText text = new PostText(TIMELINE, new Pictures(TIMELINE));
        daily = new Daily(
                database, () -> text, guilds, postbox, clock, DailyRules.DEFAULT, DailyWatch.NONE, new ByHand());
        commands = new Commands(List.of(new DailyCommand(daily, TIMELINE, guilds, clock)), new Random(1));
    }

    @AfterEach
    void end() throws Exception {
        daily.close();
        server.close();
    }

    /** Something that can fail. */
    private interface Act {
        void on(DatabaseFaultsTest test) throws Exception;
    }

    /**
     * A row of the table.
     *
     * @param refuses whether {@code /daily} can't answer meanwhile
     */
    private record Fault(String name, boolean refuses, Act begins, Act ends) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Fault> faults() {
        Act nothing = test -> {};
        return Stream.of(
                new Fault("its connections are cut", false, DatabaseFaultsTest::cut, nothing),
                new Fault("it is away", true, test -> test.server.stop(), test -> test.server.start()),
                new Fault(
                        "it is restarted",
                        false,
                        test -> {
                            test.server.stop();
                            test.server.start();
                        },
                        nothing),
                new Fault(
                        "another host takes over",
                        false,
                        test -> {
                            test.server.stop();
                            test.server.startAt(test.otherPort);
                        },
                        nothing),
                new Fault(
                        "it can be read only",
                        true,
                        test -> {
                            test.server.sql("ALTER DATABASE postgres SET default_transaction_read_only = on");
                            test.cut();
                        },
                        test -> test.server.sql("ALTER DATABASE postgres RESET default_transaction_read_only")),
                new Fault("it is slow", true, DatabaseFaultsTest::lock, DatabaseFaultsTest::unlock));
    }

    private void cut() throws SQLException {
        server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'almanac'");
    }

    private @Nullable Connection locking;

    /** As slow as it can be: no statement about schedules ends. */
    private void lock() throws SQLException {
        Connection lock = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "postgres", "");
        locking = lock;
        lock.setAutoCommit(false);
        lock.createStatement().execute("LOCK TABLE schedule, day_log IN ACCESS EXCLUSIVE MODE");
    }

    private void unlock() throws SQLException {
        Connection lock = Objects.requireNonNull(locking);
        lock.rollback();
        lock.close();
    }

    private int connections() throws SQLException {
        for (int port : List.of(server.port(), otherPort)) {
            try (Connection beside = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                    ResultSet counted = beside.createStatement()
                            .executeQuery("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'almanac'")) {
                counted.next();
                return counted.getInt(1);
            } catch (SQLException away) {
                if (port == otherPort) {
                    throw away;
                }
            }
        }
        throw new IllegalStateException();
    }

    private void setUp() {
        daily.turn();
        database.shards().agree(1);
        assertTrue(database.shards().take(0));
        LongStream.rangeClosed(1, CHANNELS)
                .forEach(channel ->
                        new Admin(database.store(), ADMIN).set(DailyRun.in(channel, "09:00", BERLIN), clock.instant()));
        daily.schedulesChanged(GUILD);
    }

    private Reply list() {
        return commands.answer(new Request(
                Question.of("daily list"),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                ZoneOffset.UTC,
                "1",
                new Asker(GUILD, ADMIN, 1, ALL_RIGHTS)));
    }

    private List<Integer> markers() {
        return LongStream.rangeClosed(1, CHANNELS)
                .boxed()
                .flatMap(channel -> postbox.markers(channel).stream())
                .toList();
    }

    private void catchUp() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            clock.pass(daily.turn());
            return markers().size() >= CHANNELS;
        });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void postsCatchUpAndLookUpsGoOnWhile(Fault fault) throws Exception {
        server.start();
        setUp();

        fault.begins().on(this);
        clock.set(DUE);
        Duration wait = daily.turn();
        assertEquals(Optional.of(BERLIN), daily.zone(GUILD));
        if (fault.refuses()) {
            assertEquals(Duration.ofSeconds(1), wait);
            assertEquals(List.of(), markers());
        }
        if (fault.name().equals("it is away") || fault.name().equals("it is slow")) {
            assertTrue(list().notice().startsWith("The schedules can’t be read or written right now"));
        }
        fault.ends().on(this);
        catchUp();

        for (int turns = 0; turns < 5; turns++) {
            clock.pass(Duration.ofSeconds(10));
            daily.turn();
        }
        assertEquals(List.of(20261124, 20261124, 20261124, 20261124, 20261124), markers());
        assertTrue(connections() <= POOL, "connections: " + connections());
        assertTrue(list().sections().size() > 0, list().toString());
    }

    @Test
    void theStartWaitsForItLongerEachTime() throws Exception {
        assertEquals(Duration.ofSeconds(1), daily.turn());
        assertEquals(Duration.ofSeconds(2), daily.turn());
        assertEquals(Duration.ofSeconds(4), daily.turn());

        server.start();
        setUp();
        clock.set(DUE);
        catchUp();
        assertEquals(CHANNELS, markers().size());
    }
}
