package dev.almanac;

import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.store.DatabaseStanding;
import dev.almanac.daily.store.DatabaseWatch;
import dev.almanac.daily.store.PostgresqlAddress;
import dev.almanac.daily.store.PostgresqlDatabase;
import dev.almanac.daily.store.SqlDatabase;
import dev.almanac.daily.store.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where schedules are kept, as it was set. */
sealed interface Storage {
    /**
     * What it is kept in; nothing of it is opened yet.
     *
     * @param environment that may hold the password
     * @param watch is told how it's used
     * @throws CannotStart when the file of the password can't be read
     */
    SqlDatabase opened(Map<String, String> environment, DatabaseWatch watch);

    /**
     * How it is, without touching it; empty where there is nothing yet.
     *
     * @throws CannotStart when the file of the password can't be read
     * @throws Away when it can't be reached
     */
    Optional<DatabaseStanding> standing(Map<String, String> environment, Instant now);

    /** A file of SQLite's. */
    record InFile(Path path) implements Storage {
        @Override
        public SqlDatabase opened(Map<String, String> environment, DatabaseWatch watch) {
            return new SqliteDatabase(path, watch);
        }

        @Override
        public Optional<DatabaseStanding> standing(Map<String, String> environment, Instant now) {
            return SqliteDatabase.standing(path, now);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A PostgreSQL. Its password is in a file, in the address, or in PGPASSWORD; the first of these that is there counts. */
    record InPostgresql(PostgresqlAddress address) implements Storage {
        private static final String PASSWORD_FILE = "ALMANAC_DATABASE_PASSWORD_FILE";

        @Override
        public SqlDatabase opened(Map<String, String> environment, DatabaseWatch watch) {
            return new PostgresqlDatabase(withPassword(environment), watch);
        }

        @Override
        public Optional<DatabaseStanding> standing(Map<String, String> environment, Instant now) {
            return Optional.of(PostgresqlDatabase.standing(withPassword(environment), now));
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return address.toString();
        }

        private PostgresqlAddress withPassword(Map<String, String> environment) {
            String file = environment.getOrDefault(PASSWORD_FILE, "").strip();
            if (!file.isEmpty()) {
                return address.withPassword(written(file));
            }
            String password = environment.getOrDefault("PGPASSWORD", "");
            return address.password().isPresent() || password.isEmpty() ? address : address.withPassword(password);
        }

        private static String written(String file) {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException | RuntimeException e) {
                throw new CannotStart(PASSWORD_FILE + " is \"" + file + "\", which can't be read ("
                        + e.getClass().getSimpleName() + "). Name a file that holds the database's password.");
            }
        }
    }
}
