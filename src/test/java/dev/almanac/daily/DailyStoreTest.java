package dev.almanac.daily;

import static dev.almanac.daily.DailyRun.ADMIN;
import static dev.almanac.daily.DailyRun.BERLIN;
import static dev.almanac.daily.DailyRun.CHANNEL;
import static dev.almanac.daily.DailyRun.GUILD;
import static dev.almanac.daily.DailyRun.at;
import static dev.almanac.daily.DailyRun.in;
import static dev.almanac.daily.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two tables, and what is true of them whenever a method returns. */
class DailyStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Guilds.Shards ALL = new Guilds.Shards(1, Set.of(0));

    @TempDir
    Path folder;

    private DailyDatabase database;
    private DailyStore store;

    @BeforeEach
    void open() {
        database = new DailyDatabase(folder.resolve("almanac.db"));
        database.open();
        store = database.store();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Schedule schedule() {
        return store.schedules().of(CHANNEL).orElseThrow();
    }

    private List<Long> due(Instant now, Guilds.Shards shards) {
        return store.due(now, shards, 10).stream().map(Schedule::channel).toList();
    }

    private static DayEntry posted(LocalDate day) {
        return new DayEntry(
                CHANNEL,
                day,
                DayEntry.State.POSTED,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                DUE,
                Duration.ofSeconds(2),
                1001,
                List.of(),
                "",
                DayEntry.Publishing.NONE);
    }

    @Test
    void keepsAScheduleAsItIsSet() {
        Settings settings = new Settings(
                GUILD,
                CHANNEL,
                LocalTime.of(18, 5),
                ZoneId.of("Asia/Kathmandu"),
                EmptyDay.RANDOM,
                List.of("treaty", "space"),
                false,
                true,
                99,
                true);
        Schedule expected = new Schedule(
                settings,
                ADMIN,
                new Schedule.Change("set", ADMIN, NOW),
                Schedule.State.ACTIVE,
                "",
                NOW,
                new Due(DAY, Instant.parse("2026-11-24T12:20:00Z")));

        assertEquals(expected, store.schedules().set(settings, ADMIN, NOW));
        assertEquals(Optional.of(expected), store.schedules().of(CHANNEL));
    }

    @Test
    void claimsADayOnceAndSettlesIt() {
        store.schedules().set(settings(), ADMIN, NOW);

        assertTrue(store.claim(settings(), DAY, List.of("a", "b"), DUE, DUE.plusSeconds(60)));
        assertEquals(
                new DayEntry(
                        CHANNEL,
                        DAY,
                        DayEntry.State.CLAIMED,
                        DUE,
                        DUE,
                        1,
                        Instant.EPOCH,
                        Duration.ZERO,
                        0,
                        List.of("a", "b"),
                        "",
                        DayEntry.Publishing.NONE),
                store.entry(CHANNEL, DAY).orElseThrow());
        assertEquals(List.of(), due(DUE.plusSeconds(59), ALL));
        assertEquals(List.of(CHANNEL), due(DUE.plusSeconds(60), ALL));

        store.settle(settings(), posted(DAY), DAY);
        assertEquals(
                new DayEntry(
                        CHANNEL,
                        DAY,
                        DayEntry.State.POSTED,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1,
                        DUE,
                        Duration.ofSeconds(2),
                        1001,
                        List.of("a", "b"),
                        "",
                        DayEntry.Publishing.NONE),
                store.entry(CHANNEL, DAY).orElseThrow());
        assertEquals(
                new Due(DAY.plusDays(1), DUE.plus(Duration.ofDays(1))),
                schedule().due());
        assertFalse(store.claim(settings(), DAY, List.of(), DUE, DUE));
    }

    @Test
    void plansOnlyIfTheDayIsStillTheOneThatIsDue() {
        store.schedules().set(settings(), ADMIN, NOW);
        Due due = schedule().due();

        store.settle(settings(), posted(DAY.minusDays(1)), DAY.minusDays(1));
        store.plan(CHANNEL, DAY.plusDays(3));
        assertEquals(due, schedule().due());
        assertEquals(1, store.days(CHANNEL, 9).size());
    }

    @Test
    void aPausedScheduleIsPlannedButNotDue() {
        store.schedules().set(settings(), ADMIN, NOW);
        store.schedules().pause(CHANNEL, 6, NOW);
        store.plan(CHANNEL, DAY);

        assertEquals(List.of(), due(DUE.plus(Duration.ofDays(9)), ALL));
        assertEquals(new Schedule.Change("paused", 6, NOW), schedule().change());
        store.schedules().resume(CHANNEL, 7, NOW.plusSeconds(1));
        assertEquals(
                new Schedule.Change("resumed", 7, NOW.plusSeconds(1)),
                schedule().change());
        assertEquals(List.of(CHANNEL), due(DUE, ALL));
    }

    @Test
    void findsWhatIsDueForTheShardsOfThisProcess() {
        long guildOfShard1 = (1L << 22) + 5;
        Settings other = new Settings(
                guildOfShard1, 71, LocalTime.of(8, 30), BERLIN, EmptyDay.NEAREST, List.of(), true, false, 0, false);
        store.schedules().set(settings(), ADMIN, NOW);
        store.schedules().set(other, ADMIN, NOW);

        assertEquals(List.of(71L, CHANNEL), due(DUE, ALL));
        assertEquals(List.of(71L), due(DUE.minusSeconds(1), ALL));
        assertEquals(List.of(71L), due(DUE, new Guilds.Shards(2, Set.of(1))));
        assertEquals(List.of(CHANNEL), due(DUE, new Guilds.Shards(2, Set.of(0))));
        assertEquals(List.of(71L, CHANNEL), due(DUE, new Guilds.Shards(2, Set.of(0, 1))));
        assertEquals(List.of(), due(DUE, new Guilds.Shards(2, Set.of())));
    }

    @Test
    void removingKeepsTheLog() {
        store.schedules().set(settings(), ADMIN, NOW);
        store.claim(settings(), DAY, List.of(), DUE, DUE);
        store.settle(settings(), posted(DAY), DAY);

        assertTrue(store.schedules().remove(CHANNEL, DUE));
        assertFalse(store.schedules().remove(CHANNEL, DUE));
        assertEquals(1, store.days(CHANNEL, 9).size());
        assertEquals(
                DAY.plusDays(1),
                store.schedules().set(at("23:00", BERLIN), ADMIN, DUE).due().day());
    }

    @Test
    void aLogOfTheFutureDoesNotSilenceAChannelThatIsSetAgain() {
        store.schedules().set(settings(), ADMIN, NOW);
        store.settle(settings(), posted(LocalDate.of(2035, 1, 1)), DAY);

        assertEquals(
                DAY,
                store.schedules().set(at("20:00", BERLIN), ADMIN, NOW).due().day());
    }

    @Test
    void aReasonIsCutToItsColumn() {
        store.schedules().set(settings(), ADMIN, NOW);
        store.schedules().stop(CHANNEL, "x".repeat(500), true, NOW);

        assertEquals("x".repeat(299) + "…", schedule().reason());
    }

    @Test
    void knowsTheZoneThatWasSetLastInEachGuild() {
        store.schedules().set(in(1, "09:00", ZoneId.of("Asia/Tokyo")), ADMIN, NOW.plusSeconds(1));
        store.schedules().set(in(2, "09:00", BERLIN), ADMIN, NOW);

        assertEquals(Map.of(GUILD, ZoneId.of("Asia/Tokyo")), store.schedules().zones());
    }

    @Test
    void listsTheSchedulesOfAGuildByTime() {
        store.schedules().set(in(1, "12:00", BERLIN), ADMIN, NOW);
        store.schedules().set(in(2, "09:00", BERLIN), ADMIN, NOW);

        assertEquals(
                List.of(2L, 1L),
                store.schedules().ofGuild(GUILD).stream().map(Schedule::channel).toList());
        assertEquals(List.of(), store.schedules().ofGuild(8));
    }

    @Test
    void mentionsNoRoleAnyMoreInOneChannelOrAll() {
        Settings first = withRole(1);
        Settings second = withRole(2);
        store.schedules().set(first, ADMIN, NOW);
        store.schedules().set(second, ADMIN, NOW);

        store.schedules().unmention(1, 6, NOW);
        assertEquals(first.withoutRole(), store.schedules().of(1).orElseThrow().settings());
        assertEquals(
                new Schedule.Change("changed", 6, NOW),
                store.schedules().of(1).orElseThrow().change());
        assertEquals(second, store.schedules().of(2).orElseThrow().settings());
        store.comings().forgetRole(GUILD, 99);
        assertEquals(second.withoutRole(), store.schedules().of(2).orElseThrow().settings());
    }

    private static Settings withRole(long channel) {
        return new Settings(
                GUILD, channel, LocalTime.NOON, BERLIN, EmptyDay.NEAREST, List.of(), true, false, 99, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule_to_try|SELECT * FROM schedule WHERE try_at <= 5 AND (guild_id >> 22) % 1 IN (0) ORDER BY try_at LIMIT 9",
                "day_log_to_publish|SELECT * FROM day_log WHERE publish_at <= 5 AND (guild_id >> 22) % 1 IN (0)"
                        + " ORDER BY publish_at LIMIT 9",
                "schedule_to_tell|SELECT * FROM schedule WHERE tell_at <= 5 ORDER BY tell_at LIMIT 1",
                "schedule_of_guild|SELECT * FROM schedule WHERE guild_id = 7 ORDER BY post_time, channel_id",
                "day_log_of_day|DELETE FROM day_log WHERE due_day < '2026-01-01'",
                "sqlite_autoindex_day_log_1|SELECT * FROM day_log WHERE channel_id = 7 ORDER BY due_day DESC LIMIT 9",
            })
    void findsRowsByAnIndex(String indexAndQuery) throws SQLException {
        String index = indexAndQuery.substring(0, indexAndQuery.indexOf('|'));
        String query = indexAndQuery.substring(index.length() + 1);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("almanac.db"));
                ResultSet plan = other.createStatement().executeQuery("EXPLAIN QUERY PLAN " + query)) {
            assertTrue(plan.next());
            assertTrue(plan.getString("detail").startsWith("SEARCH"), plan.getString("detail"));
            assertTrue(plan.getString("detail").contains("USING INDEX " + index), plan.getString("detail"));
        }
    }

    @Test
    void theMigrationUsesOnlyWhatPostgresqlKnows() throws Exception {
        String sql = Files.readString(Path.of("src/main/resources/db/migration/V1__schedules_and_day_log.sql"));
        List<String> words = sql.lines()
                .filter(line -> !line.startsWith("--"))
                .flatMap(line -> List.of(line.split("[^A-Z]+")).stream())
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "BIGINT", "CREATE", "INDEX", "INTEGER", "KEY", "NOT", "NULL", "ON", "PRIMARY", "TABLE",
                        "VARCHAR"),
                words);
    }
}
