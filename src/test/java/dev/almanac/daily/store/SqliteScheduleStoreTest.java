package dev.almanac.daily.store;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite, and what is true of its tables alone. */
class SqliteScheduleStoreTest implements ScheduleStoreContract {
    @TempDir
    Path folder;

    private SqliteDatabase database;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void open() {
        database = new SqliteDatabase(file());
        database.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file() {
        return folder.resolve("almanac.db");
    }

    @Override
    public ScheduleStore store() {
        return database.store();
    }

    /** One process holds the file; its store has several connections, and any number of threads use it. */
    @Override
    public ScheduleStore another() {
        return database.store();
    }

    @Override
    public void sql(String statement) {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            other.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store that tells what it says to the database. */
    private ScheduleStore overheard() {
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + file());
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                said.add(context.getParsedSql().getSql());
            }
        });
        return new SqlScheduleStore(jdbi);
    }

    /** How it reads each table. */
    private String plan(String statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet plan = other.createStatement().executeQuery("EXPLAIN QUERY PLAN " + statement)) {
            while (plan.next()) {
                steps.add(plan.getString("detail").replaceAll(" \\(.*", ""));
            }
        }
        return steps.stream()
                .filter(step -> step.contains(" INDEX ") || step.startsWith("SCAN"))
                .collect(joining("; "));
    }

    @Test
    void findsByAnIndexWhateverItLooksForOften() throws SQLException {
        ScheduleStore store = overheard();
        store.due(DUE, ALL, 9);
        store.toTell(DUE, ALL, 9);
        store.unpublished(DUE, ALL, 9);
        store.ofGuild(GUILD);
        store.schedule(CHANNEL);
        store.log(CHANNEL);
        store.prune(DAY, 9);
        store.waiting(Long.MIN_VALUE, ALL, 9);
        store.zones(Long.MIN_VALUE, ALL, 9);
        store.goneSince(DUE);
        store.deleteChannel(GUILD, CHANNEL);

        List<String> plans = new ArrayList<>();
        for (String statement : said) {
            plans.add(plan(statement));
        }
        assertEquals(
                List.of(
                        "SEARCH schedule USING INDEX sqlite_autoindex_schedule_1; "
                                + "SEARCH schedule USING COVERING INDEX schedule_to_try",
                        "SEARCH schedule USING INDEX schedule_to_tell",
                        "SEARCH day_log USING INDEX day_log_to_publish",
                        "SEARCH schedule USING INDEX schedule_of_guild",
                        "SEARCH schedule USING INDEX sqlite_autoindex_schedule_1",
                        "SEARCH day_log USING INDEX sqlite_autoindex_day_log_1",
                        "SEARCH day_log USING INDEX day_log_of_day; SCAN days",
                        "SEARCH schedule USING INDEX sqlite_autoindex_schedule_1; "
                                + "SEARCH schedule USING INDEX schedule_waiting; "
                                + "SEARCH day_log USING INDEX day_log_in_doubt; "
                                + "SEARCH schedule EXISTS USING INDEX sqlite_autoindex_schedule_1",
                        "SEARCH schedule USING INDEX schedule_of_guild; "
                                + "SEARCH schedule USING COVERING INDEX schedule_of_guild",
                        "SEARCH schedule USING INDEX schedule_gone",
                        "SEARCH schedule USING INDEX sqlite_autoindex_schedule_1",
                        "SEARCH day_log USING INDEX sqlite_autoindex_day_log_1",
                        "SEARCH log_channel USING INDEX log_channel_of_channel",
                        "SEARCH log_channel USING INDEX sqlite_autoindex_log_channel_1; "
                                + "SEARCH schedule USING COVERING INDEX schedule_of_guild"),
                plans);
    }

    /** So that the same files migrate both: no AUTOINCREMENT, no WITHOUT ROWID, no types that one of them lacks. */
    @Test
    void theMigrationsUseOnlyWordsThatPostgresqlKnows() throws Exception {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> !line.startsWith("--"))
                        .map(line -> line.replaceAll("'[^']*'", ""))
                        .flatMap(line -> Stream.of(line.split("[^A-Z]+")))
                        .filter(word -> !word.isEmpty())
                        .forEach(words::add);
            }
        }

        assertEquals(
                new TreeSet<>(Set.of(
                        "ADD", "ALTER", "AND", "BIGINT", "CASE", "COLUMN", "CREATE", "DEFAULT", "DROP", "ELSE", "END",
                        "INDEX", "INTEGER", "IS", "KEY", "NOT", "NULL", "ON", "OR", "PRIMARY", "SET", "TABLE", "THEN",
                        "UPDATE", "VARCHAR", "WHEN", "WHERE")),
                words);
    }

    /** Written by version 0.1.0: one active, one paused, one stopped, two that seemed orphaned, one of those paused before. */
    @Test
    void aFileOfTheVersionBeforeGoesOn() throws Exception {
        close();
        Files.copy(
                Path.of("src/test/resources/dev/almanac/daily/store/version-0.1.0.db"),
                file(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        open();

        List<String> states = store().ofGuild(GUILD).schedules().stream()
                .map(schedule -> schedule.channel() + " " + schedule.state() + " "
                        + schedule.goneSince().isPresent() + " "
                        + schedule.stop()
                                .map(stop -> stop.cause() + ": " + stop.reason())
                                .orElse("-") + " "
                        + schedule.tryAt().isPresent() + " "
                        + schedule.notice().map(notice -> notice.what().name()).orElse("-"))
                .toList();
        assertEquals(
                List.of(
                        "1 ACTIVE false - true -",
                        "2 PAUSED false - false -",
                        "3 STOPPED false REFUSED: the bot lacks there: Send Messages true STOPPED",
                        "4 ACTIVE true - false -",
                        "5 PAUSED true - false -"),
                states);
        Schedule first = store().schedule(1).orElseThrow();
        assertEquals(new Schedule.Change(Schedule.Change.What.SET, 5, NOW), first.change());
        assertEquals(
                DayEntry.State.POSTED,
                store().log(1).of(LocalDate.of(2026, 11, 24)).orElseThrow().state());
        Instant later = first.due().at().plusSeconds(60);
        assertTrue(store().save(first, Step.of(first.claimed(later))));
        assertEquals(Optional.of(later), store().schedule(1).orElseThrow().tryAt());
    }
}
