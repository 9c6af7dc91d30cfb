package dev.almanac.daily;

import static dev.almanac.daily.DailyRun.ADMIN;
import static dev.almanac.daily.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyDatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("almanac.db");
    }

    private static String refusal(DailyDatabase database) {
        String message = String.valueOf(
                assertThrows(DailyDatabase.Away.class, database::open).getMessage());
        assertFalse(database.isOpen());
        assertEquals(
                message, assertThrows(DailyDatabase.Away.class, database::store).getMessage());
        return message;
    }

    private void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute(statement);
        }
    }

    @Test
    void makesItsFolderAndFile() {
        Path deep = folder.resolve("state/almanac/almanac.db");
        try (DailyDatabase database = new DailyDatabase(deep)) {
            assertThrows(DailyDatabase.Away.class, database::store);
            database.open();
            database.open();

            assertTrue(database.isOpen());
            assertTrue(Files.exists(deep));
        }
    }

    @Test
    void whatIsWrittenIsThereTheNextTime() {
        Schedule set;
        try (DailyDatabase database = new DailyDatabase(file)) {
            database.open();
            set = database.store().schedules().set(settings(), ADMIN, NOW);
        }
        try (DailyDatabase database = new DailyDatabase(file)) {
            database.open();
            assertEquals(set, database.store().schedules().of(set.channel()).orElseThrow());
        }
    }

    @Test
    void aSecondHolderIsRefusedAndTakesOverWhenTheFirstCloses() {
        DailyDatabase first = new DailyDatabase(file);
        first.open();
        try (DailyDatabase second = new DailyDatabase(file)) {
            assertEquals(
                    "Another process of this bot holds " + file
                            + " and does the daily posts. This one takes over when that ends.",
                    refusal(second));
            assertTrue(first.isOpen());

            first.close();
            second.open();
            assertTrue(second.isOpen());
            refusal(first);
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws Exception {
        try (DailyDatabase database = new DailyDatabase(file)) {
            database.open();
        }
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, success)"
                + " VALUES (2, '2', 'newer', 'SQL', 'V2__newer.sql', 1, 'almanac', '2026-11-24 07:00:00.000', 1, 1)");
        byte[] before = Files.readAllBytes(file);

        try (DailyDatabase database = new DailyDatabase(file)) {
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

        try (DailyDatabase database = new DailyDatabase(file)) {
            String message = refusal(database);
            assertTrue(message.startsWith(file + " can't be opened ("), message);
            assertTrue(message.contains("file is not a database"), message);
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aDatabaseOfSomeoneElseIsRefused() throws SQLException {
        sql("CREATE TABLE recipe (name TEXT)");

        try (DailyDatabase database = new DailyDatabase(file)) {
            assertTrue(refusal(database).startsWith(file + " can't be opened ("));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedAndTheReasonSaysWhatToDo() throws IOException {
        // A file where the folder is to be: permissions would not stop root.
        Path blocked = Files.createFile(folder.resolve("state")).resolve("almanac.db");

        try (DailyDatabase database = new DailyDatabase(blocked)) {
            String message = refusal(database);
            assertTrue(message.startsWith(blocked + ".lock can't be written ("), message);
            assertTrue(message.endsWith("Name another file in ALMANAC_DATABASE."), message);
        }
    }

    @Test
    void isOpenedWhenWhatWasInTheWayIsGone() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(1000));
        try (DailyDatabase database = new DailyDatabase(file)) {
            refusal(database);
            Files.delete(file);

            database.open();
            assertTrue(database.isOpen());
        }
    }

    @Test
    void aCopyTakenWhileItIsOpenCanBeRestoredAndGoesOn() throws Exception {
        Path copy = folder.resolve("copy.db");
        Schedule set;
        try (DailyDatabase database = new DailyDatabase(file)) {
            database.open();
            set = database.store().schedules().set(settings(), ADMIN, NOW);
            sql("VACUUM INTO '" + copy + "'");
            database.store().schedules().remove(set.channel(), NOW);
        }
        Files.delete(file);
        Files.move(copy, file);

        try (DailyDatabase database = new DailyDatabase(file)) {
            database.open();
            assertEquals(set, database.store().schedules().of(set.channel()).orElseThrow());
            database.store().schedules().pause(set.channel(), ADMIN, NOW);
        }
    }
}
