package dev.almanac.daily.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Backlog;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Jdbi;

/** Looks at a database without migrating it, taking a lease or a lock, or changing anything. */
final class DatabaseCheckup {
    private static final int OLDEST_POSTGRESQL = 15;

    /** Nobody keeps anything under this name: it is made and given up in one transaction. */
    private static final String TABLE = "almanac_doctor";

    private DatabaseCheckup() {}

    /**
     * What is found.
     *
     * @param pool how to connect
     * @param name of the database, for operators
     * @throws Away when it can't be reached; the message says why
     */
    static DatabaseStanding of(HikariConfig pool, String name, Instant now) {
        pool.setPoolName("doctor");
        pool.setMaximumPoolSize(2);
        try (HikariDataSource opened = new HikariDataSource(pool)) {
            MigrationInfoService schema = Flyway.configure()
                    .dataSource(opened)
                    .locations("classpath:db/migration")
                    .load()
                    .info();
            int ours = Stream.of(schema.all())
                    .filter(migration -> migration.getState().isResolved())
                    .mapToInt(DatabaseCheckup::version)
                    .max()
                    .orElse(0);
            int there = Optional.ofNullable(schema.current())
                    .map(DatabaseCheckup::version)
                    .orElse(0);
            try (Connection connection = opened.getConnection()) {
                DatabaseMetaData about = connection.getMetaData();
                return new DatabaseStanding(
                        about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
                        about.getDatabaseProductName().startsWith("Postgre")
                                && about.getDatabaseMajorVersion() < OLDEST_POSTGRESQL,
                        there,
                        ours,
                        refusal(connection, there > 0),
                        there == ours
                                ? new SqlScheduleStore(Jdbi.create(opened)).backlog(now)
                                : new Backlog(0, Optional.empty()));
            }
        } catch (PoolInitializationException | FlywayException | SQLException e) {
            throw Tables.cannotBeOpened(name, e);
        }
    }

    private static int version(MigrationInfo migration) {
        return migration.getVersion() == null
                ? 0
                : Integer.parseInt(migration.getVersion().getVersion());
    }

    /** Why tables can't be made or written; empty where they can. Nothing of it is committed. */
    private static Optional<String> refusal(Connection connection, boolean hasTables) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + TABLE + " (counted INTEGER)");
            if (hasTables) {
                statement.execute("UPDATE schedule SET version = version WHERE 1 = 0");
            }
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given"));
        } finally {
            connection.rollback();
        }
    }
}
