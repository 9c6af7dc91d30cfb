package dev.almanac.daily.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.almanac.daily.ScheduleStore.Away;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;

/** A bounded pool of connections to a database that has our tables, in this version's form. */
final class Tables implements AutoCloseable {
    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Tables(HikariDataSource connections, DatabaseWatch watch) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        jdbi.setSqlLogger(new StatementWatching(watch));
    }

    /**
     * Connects, and migrates what is there. Processes that start together do it one after the other.
     *
     * @param pool how to connect
     * @param patient how to connect where tables are to be changed, which takes long where there are many rows
     * @param name of the database, for operators
     * @param watch is told how it's used
     * @throws Away when it can't be opened, or was written by a newer version
     */
    static Tables open(HikariConfig pool, HikariConfig patient, String name, DatabaseWatch watch) {
        pool.setPoolName("schedules");
        pool.setMetricsTrackerFactory(watch.pool());
        HikariDataSource opened;
        try {
            opened = new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw cannotBeOpened(name, e);
        }
        try {
            migrate(opened, patient);
            return new Tables(opened, watch);
        } catch (FlywayValidateException e) {
            opened.close();
            throw new Away(
                    name + " was written by another version of Almanac than this (" + e.getErrorCode()
                            + "). Nothing in it was touched. Start the newer version, or restore a back-up.",
                    false);
        } catch (FlywayException | PoolInitializationException e) {
            opened.close();
            throw cannotBeOpened(name, e);
        }
    }

    private static void migrate(DataSource opened, HikariConfig patient) {
        Flyway flyway = flyway(opened);
        if (flyway.info().pending().length == 0) {
            flyway.migrate();
        } else {
            try (HikariDataSource slow = new HikariDataSource(patient)) {
                flyway(slow).migrate();
            }
        }
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                // A newer version's tables are refused: by default they would be taken for ours.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    static Away cannotBeOpened(String name, Exception why) {
        return new Away(name + " can't be opened (" + firstLine(why) + "). Look-ups go on; daily posts wait.", false);
    }

    private static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Uses new connections from now on; those in use are closed when they are given back. */
    void reconnect() {
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        connections.close();
    }
}
