package dev.almanac.daily.store;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.engine.Admin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("almanac.db");
    }

    private static String refusal(SqliteDatabase database) {
        String message = String.valueOf(assertThrows(Away.class, database::open).getMessage());
        assertFalse(isOpen(database));
        assertEquals(message, assertThrows(Away.class, database::store).getMessage());
        return message;
    }

    private static boolean isOpen(SqliteDatabase database) {
        try {
            return database.store() != null;
        } catch (Away away) {
            return false;
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute(statement);
        }
    }

    @Test
    void makesItsFileForItsOwnerOnly() throws IOException {
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            assertThrows(Away.class, database::store);
            database.open();
            database.open();
            new Admin(database.store(), ADMIN).set(settings(), NOW);

            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(
                        Map.of(
                                "almanac.db", "rw-------",
                                "almanac.db.lock", "rw-------",
                                "almanac.db-shm", "rw-------",
                                "almanac.db-wal", "rw-------"),
                        files.collect(Collectors.toMap(
                                path -> path.getFileName().toString(), SqliteDatabaseTest::permissions)));
            }
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closesTheFilesOfBeforeToEverybodyElse() throws IOException {
        for (String name : List.of("almanac.db", "almanac.db.lock", "almanac.db-wal", "almanac.db-shm")) {
            Path path = Files.createFile(folder.resolve(name));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(
                        Set.of("rw-------"),
                        files.map(SqliteDatabaseTest::permissions).collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        try (SqliteDatabase database = new SqliteDatabase(folder.resolve("state/almanac.db"))) {
            assertTrue(refusal(database).contains("can't be written (NoSuchFileException)"));
        }
        assertFalse(Files.exists(folder.resolve("state")));
    }

    /** What the system keeps for a process goes with the first descriptor that is closed, whoever opened it. */
    @Test
    void aSecondOneThatIsRefusedDoesNotFreeTheFirst() throws Exception {
        try (SqliteDatabase first = new SqliteDatabase(file)) {
            first.open();
            try (SqliteDatabase second = new SqliteDatabase(file)) {
                refusal(second);
            }

            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockProbe.class.getName(),
                            file + ".lock")
                    .redirectErrorStream(true)
                    .start();
            assertEquals("held", new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /** Another process: whether the lock of a file is held. */
    static final class LockProbe {
        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "held" : "free");
            }
        }

        private LockProbe() {}
    }

    @Test
    void whatIsWrittenIsThereTheNextTime() {
        Schedule set;
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            set = new Admin(database.store(), ADMIN).set(settings(), NOW);
        }
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            assertEquals(set, database.store().schedule(set.channel()).orElseThrow());
        }
    }

    @Test
    void aSecondHolderIsRefusedAndTakesOverWhenTheFirstCloses() {
        SqliteDatabase first = new SqliteDatabase(file);
        first.open();
        try (SqliteDatabase second = new SqliteDatabase(file)) {
            assertEquals(
                    "Another process of this bot holds " + file
                            + " and does the daily posts. This one takes over when that ends.",
                    refusal(second));
            assertTrue(isOpen(first));

            first.close();
            second.open();
            assertTrue(isOpen(second));
            refusal(first);
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
        }
        sql(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success)"
                        + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'almanac', '2026-11-24 07:00:00.000', 1, 1)");
        byte[] before = Files.readAllBytes(file);

        try (SqliteDatabase database = new SqliteDatabase(file)) {
            String message = refusal(database);
            assertTrue(message.startsWith(file + " was written by another version of Almanac than this ("), message);
            assertTrue(
                    message.endsWith("). Nothing in it was touched. Start the newer version, or restore a back-up."),
                    message);
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndNotTouched() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(1000));
        byte[] before = Files.readAllBytes(file);

        try (SqliteDatabase database = new SqliteDatabase(file)) {
            String message = refusal(database);
            assertTrue(message.startsWith(file + " can't be opened ("), message);
            assertTrue(message.contains("file is not a database"), message);
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aDatabaseOfSomeoneElseIsRefused() throws SQLException {
        sql("CREATE TABLE recipe (name TEXT)");

        try (SqliteDatabase database = new SqliteDatabase(file)) {
            assertTrue(refusal(database).startsWith(file + " can't be opened ("));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedAndTheReasonSaysWhatToDo() throws IOException {
        // A file where the folder is to be: permissions would not stop root.
        Path blocked = Files.createFile(folder.resolve("state")).resolve("almanac.db");

        try (SqliteDatabase database = new SqliteDatabase(blocked)) {
            String message = refusal(database);
            assertTrue(message.startsWith(blocked + ".lock can't be written ("), message);
            assertTrue(message.endsWith("Name another file in ALMANAC_DATABASE."), message);
        }
    }

    @Test
    void isOpenedWhenWhatWasInTheWayIsGone() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(1000));
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            refusal(database);
            Files.delete(file);

            database.open();
            assertTrue(isOpen(database));
        }
    }

    @Test
    void aCopyTakenWhileItIsOpenCanBeRestoredAndGoesOn() throws Exception {
        Path copy = folder.resolve("copy.db");
        Schedule set;
        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            set = new Admin(database.store(), ADMIN).set(settings(), NOW);
            sql("VACUUM INTO '" + copy + "'");
            new Admin(database.store(), ADMIN).remove(set.channel(), NOW);
        }
        Files.delete(file);
        Files.move(copy, file);

        try (SqliteDatabase database = new SqliteDatabase(file)) {
            database.open();
            assertEquals(set, database.store().schedule(set.channel()).orElseThrow());
            new Admin(database.store(), ADMIN).pause(set.channel(), NOW);
        }
    }
}
