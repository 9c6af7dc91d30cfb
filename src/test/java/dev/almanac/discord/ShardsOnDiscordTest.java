package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.AnswerWatch;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.store.LocalPostgresql;
import dev.almanac.daily.store.PostgresqlAddress;
import dev.almanac.daily.store.PostgresqlDatabase;
import dev.almanac.discord.DiscordWatch.ShardState;
import dev.almanac.operation.Watches;
import dev.almanac.search.SearchWatch;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineWatch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two bots that share the shards of one Discord by one PostgreSQL. Each has a user of its own there, so that one can be locked out. */
@Order(Integer.MAX_VALUE)
class ShardsOnDiscordTest {
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final Timeline TIMELINE = timelineOf("1867-03-30");
    private static final int SHARDS = 2;

    /** It leaves the other one to whoever begins later, however slow this machine is. */
    private static final Sharding ONE = Sharding.of(0).withMost(1);

    private static EmbeddedPostgres server;

    private final List<RunningBot> bots = new ArrayList<>();
    private final List<Place> guilds = new ArrayList<>();
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T08:00:00Z"));
    private DiscordStandIn discord;
    private final AtomicReference<Set<Integer>> waiting = new AtomicReference<>(Set.of());
    private final Map<String, Map<Integer, ShardState>> own = new HashMap<>();
    private int asked;

    /** Hears from every process which shards wait, and from one how its own are. */
    private record Told(AtomicReference<Set<Integer>> waiting, Map<Integer, ShardState> own) implements DiscordWatch {
        @Override
        public void shardsWait(Set<Integer> shards) {
            waiting.set(shards);
        }

        @Override
        public void shard(int shard, ShardState state) {
            own.put(shard, state);
        }
    }

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        server = LocalPostgresql.started();
        sql("CREATE ROLE first SUPERUSER LOGIN");
        sql("CREATE ROLE second SUPERUSER LOGIN");
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        server.close();
    }

    private static void sql(String statement) throws SQLException {
        try (Connection beside = server.getPostgresDatabase().getConnection()) {
            beside.createStatement().execute(statement);
        }
    }

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(clock, SHARDS);
        for (int shard = 0; shard < SHARDS; shard++) {
            guilds.add(discord.guild());
        }
    }

    @AfterEach
    void stopAll() throws SQLException {
        bots.forEach(RunningBot::close);
        discord.close();
        sql("DROP SCHEMA public CASCADE");
        sql("CREATE SCHEMA public");
        assertEquals(List.of(), discord.unknownRoutes());
        assertEquals(0, discord.gateway().identifiedTooEarly());
    }

    private RunningBot launch(String user) {
        return launch(user, Sharding.of(0));
    }

    private RunningBot launch(String user, Sharding sharding) {
        PostgresqlAddress address = PostgresqlAddress.of(
                        "postgresql://" + user + "@127.0.0.1:" + server.getPort() + "/postgres")
                .orElseThrow();
        RunningBot running = RunningBot.launch(
                new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), sharding, false, Optional.empty()),
                TIMELINE,
                clock,
                new PostgresqlDatabase(address),
                new Watches(
                        AnswerWatch.NONE,
                        SearchWatch.NONE,
                        TimelineWatch.NONE,
                        DailyWatch.NONE,
                        new Told(waiting, ownOf(user))));
        bots.add(running);
        return running;
    }

    /** How the shards of a process are, as it tells its operator. */
    private Map<Integer, ShardState> ownOf(String user) {
        return own.computeIfAbsent(user, unknown -> new ConcurrentHashMap<>());
    }

    private static Set<Integer> shards(RunningBot running) {
        return running.connection().leases().held();
    }

    private static boolean runs(RunningBot running, int... shards) {
        Set<Integer> wanted = Set.copyOf(IntStream.of(shards).boxed().toList());
        return shards(running).equals(wanted)
                && running.connection().sessions().keySet().equals(wanted)
                && wanted.stream().allMatch(running.connection()::isConnected);
    }

    private CompletableFuture<Answer> ask(Place guild) {
        // Somebody else each time: one person gets so many answers a minute only.
        return discord.slash(guild, ANNA + asked++, "year", Map.of("year", "1867"));
    }

    private void assertEachGuildIsAnswered() throws Exception {
        until(() -> !discord.commands().isEmpty());
        for (Place guild : guilds) {
            assertTrue(ask(guild).get(10, TimeUnit.SECONDS).text().startsWith("## 1867"));
        }
    }

    @Test
    void twoProcessesDivideTheShardsAndIdentifyInTurns() throws Exception {
        discord.gateway().limitIdentifies(1);
        RunningBot first = launch("first", ONE);
        RunningBot second = launch("second");

        until(() -> shards(first).size() == 1
                && shards(second).size() == 1
                && discord.gateway().connected() == SHARDS);
        assertEachGuildIsAnswered();
        assertEquals(2, discord.gateway().identifies());
        until(() -> discord.commandWrites() == 1);
    }

    @Test
    void aProcessTellsItsOperatorOfItsOwnShardsOnly() {
        RunningBot first = launch("first", ONE);
        until(() -> shards(first).size() == 1);
        RunningBot second = launch("second", ONE);
        until(() -> shards(second).size() == 1 && discord.gateway().connected() == SHARDS);

        for (String user : List.of("first", "second")) {
            int shard = shards(user.equals("first") ? first : second).iterator().next();
            await().untilAsserted(() -> assertEquals(Map.of(shard, ShardState.READY), ownOf(user)));
        }
    }

    /** What a process is that was stopped, or whose network to the database is gone: its shards go to the other one, and it notices. */
    @Test
    void whoeverIsLockedOutOfTheDatabaseLosesItsShards() throws Exception {
        RunningBot first = launch("first", ONE);
        until(() -> shards(first).size() == 1);
        int shard = shards(first).iterator().next();
        RunningBot second = launch("second");
        until(() -> runs(second, 1 - shard));

        sql("ALTER ROLE first NOLOGIN");
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'first'");
        try {
            assertEachGuildIsAnswered();
            until(() -> runs(second, 0, 1));
            assertEachGuildIsAnswered();
            assertEquals(Set.of(), shards(first));
        } finally {
            sql("ALTER ROLE first LOGIN");
        }
        until(() -> runs(first) && discord.gateway().connected() == SHARDS);
        assertEachGuildIsAnswered();
    }

    @Test
    void aSessionThatIsOverWhileTheDatabaseIsAwayIsBegunAnew() throws Exception {
        RunningBot bot = launch("first");
        until(() -> runs(bot, 0, 1));
        sql("ALTER ROLE first NOLOGIN");
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'first'");
        try {
            discord.gateway().invalidateSessions(false);
            // After half a minute it goes by its own turns.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> discord.gateway().identifies() == 4
                            && discord.gateway().connected() == SHARDS);
            assertEachGuildIsAnswered();
        } finally {
            sql("ALTER ROLE first LOGIN");
        }
        until(() -> runs(bot, 0, 1));
    }

    @Test
    void aProcessThatClosesHandsItsShardsOverAndNothingIsLostMeanwhile() throws Exception {
        RunningBot first = launch("first", ONE);
        until(() -> shards(first).size() == 1);
        int shard = shards(first).iterator().next();
        RunningBot second = launch("second");
        until(() -> runs(second, 1 - shard) && runs(first, shard));

        assertAllIsAnsweredWhileItCloses(first);

        assertTrue(runs(second, 0, 1));
        assertEquals(3, discord.gateway().identifies());
        assertEquals(1, discord.commandWrites());
        assertEachGuildIsAnswered();
    }

    /** Both are of one bucket: for the second one the closing process waits longer than for the first. */
    @Test
    void handsOverEachShardWhenItIsItsTurnToIdentify() throws Exception {
        discord.gateway().limitIdentifies(1);
        RunningBot first = launch("first");
        until(() -> runs(first, 0, 1));
        RunningBot second = launch("second");
        until(() -> second.connection().leases().total() == SHARDS);

        assertAllIsAnsweredWhileItCloses(first);

        assertTrue(runs(second, 0, 1));
        assertEquals(4, discord.gateway().identifies());
    }

    private void assertAllIsAnsweredWhileItCloses(RunningBot bot) throws Exception {
        until(() -> !discord.commands().isEmpty());
        CompletableFuture<Void> closed = CompletableFuture.runAsync(bot::close);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        while (!closed.isDone()) {
            guilds.forEach(guild -> answers.add(ask(guild)));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        closed.join();
        for (CompletableFuture<Answer> answer : answers) {
            assertTrue(answer.get(10, TimeUnit.SECONDS).text().startsWith("## 1867"));
        }
    }

    /** JDA would connect each of them anew by itself, after pauses of its own. */
    @Test
    void sessionsThatAreOverIdentifyInTurnsWhenTheGatewayRefusesThem() throws Exception {
        discord.gateway().limitIdentifies(1);
        RunningBot bot = launch("first");
        until(() -> runs(bot, 0, 1));

        discord.refuseConnections(1);
        discord.gateway().invalidateSessions(false);

        until(() -> discord.gateway().identifies() == 3);
        until(() -> discord.gateway().identifies() == 4 && runs(bot, 0, 1));
        assertEachGuildIsAnswered();
    }

    @Test
    void aShardThatNobodyHasRoomForIsToldUntilSomebodyTakesIt() throws Exception {
        RunningBot first = launch("first", ONE);
        until(() -> shards(first).size() == 1);
        int shard = shards(first).iterator().next();
        until(() -> Set.of(1 - shard).equals(waiting.get()));

        RunningBot second = launch("second");

        until(() -> runs(second, 1 - shard) && Set.of().equals(waiting.get()));
    }

    @Test
    void whereNobodyHasRoomAProcessClosesWithinSeconds() throws Exception {
        RunningBot first = launch("first");
        until(() -> runs(first, 0, 1));
        long before = System.nanoTime();

        first.close();

        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5));
        RunningBot second = launch("second");
        until(() -> runs(second, 0, 1));
        assertEachGuildIsAnswered();
    }

    /** As docs/shards.md says: the new processes wait beside the old ones, which are stopped then. */
    @Test
    void theNumberOfShardsChangesWithoutADoubledOrALostPost() throws Exception {
        RunningBot old = launch("first", Sharding.of(2));
        until(() -> runs(old, 0, 1));
        for (Place guild : guilds) {
            discord.slash(
                            guild,
                            ANNA,
                            "daily set",
                            Map.of("channel", String.valueOf(guild.channel()), "time", "09:00", "zone", "UTC"))
                    .get(10, TimeUnit.SECONDS);
        }
        RunningBot next = launch("second", Sharding.of(4));
        clock.set(Instant.parse("2026-11-24T09:00:01Z"));
        until(() -> guilds.stream().allMatch(guild -> posts(guild) == 1));
        assertEquals(Set.of(), next.connection().sessions().keySet());

        discord.gateway().shardsAre(4);
        clock.set(Instant.parse("2026-11-25T08:59:59Z"));
        old.close();
        clock.set(Instant.parse("2026-11-25T09:00:01Z"));
        until(() -> runs(next, 0, 1, 2, 3));
        until(() -> guilds.stream().allMatch(guild -> posts(guild) == 2));
        assertEachGuildIsAnswered();
        assertTrue(guilds.stream().allMatch(guild -> posts(guild) == 2));
    }

    private int posts(Place guild) {
        return discord.messages().posts(guild.channel()).size();
    }
}
