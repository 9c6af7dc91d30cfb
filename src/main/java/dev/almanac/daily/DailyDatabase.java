package dev.almanac.daily;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file that schedules are kept in. One process at a time holds it, by a lock on a file beside it, which the
 * system frees when the process ends, however it ends.
 */
public final class DailyDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int PATIENCE_MILLISECONDS = 5000;

    private final Path file;
    private @Nullable FileChannel lockFile;
    private @Nullable HikariDataSource connections;
    private volatile @Nullable DailyStore store;
    private volatile String problem = "The schedules are being opened. Try again in a moment.";

    public DailyDatabase(Path file) {
        this.file = file;
    }

    /** Nothing can be read or written; the message says why, to people and operators. */
    public static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        Away(String message) {
            super(message);
        }
    }

    /** @throws Away when it is not open */
    DailyStore store() {
        DailyStore open = store;
        if (open == null) {
            throw new Away(problem);
        }
        return open;
    }

    /** Whether it is open. */
    boolean isOpen() {
        return store != null;
    }

    /**
     * Opens it, unless it is open; makes it where there is none.
     *
     * @throws Away when another process holds it, or it can't be opened
     */
    synchronized void open() {
        if (store != null) {
            return;
        }
        try {
            lock();
            store = new DailyStore(migrated());
        } catch (Away away) {
            problem = String.valueOf(away.getMessage());
            throw away;
        } finally {
            if (store == null) {
                close();
            }
        }
    }

    /** Connects anew from the next request on: the file may be back where it was. */
    synchronized void reconnect() {
        if (connections != null) {
            connections.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private void lock() {
        if (lockFile != null) {
            return;
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lockFile = channel;
            FileLock held = channel.tryLock();
            if (held == null) {
                throw heldByAnother();
            }
        } catch (OverlappingFileLockException e) {
            throw heldByAnother();
        } catch (IOException e) {
            throw new Away(lock + " can't be written (" + e.getClass().getSimpleName()
                    + "), so daily posts have nowhere to be kept. Name another file in ALMANAC_DATABASE.");
        }
    }

    private Away heldByAnother() {
        return new Away("Another process of this bot holds " + file
                + " and does the daily posts. This one takes over when that ends.");
    }

    private Jdbi migrated() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A claim that a power cut undoes would be sent twice.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(source);
            pool.setPoolName("schedules");
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setConnectionTimeout(PATIENCE_MILLISECONDS);
            HikariDataSource opened = new HikariDataSource(pool);
            connections = opened;
            Flyway.configure()
                    .dataSource(opened)
                    .locations("classpath:db/migration")
                    // A file of a newer version is refused: by default it would be taken for ours.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return Jdbi.create(opened);
        } catch (FlywayValidateException e) {
            throw new Away(file + " was written by another version of Almanac than this (" + e.getErrorCode()
                    + "). Nothing in it was touched. Start the newer version, or restore a back-up.");
        } catch (FlywayException | PoolInitializationException e) {
            throw new Away(file + " can't be opened (" + firstLine(e) + "). Look-ups go on; daily posts wait.");
        }
    }

    private static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Closes it and lets another process take over. */
    @Override
    public synchronized void close() {
        store = null;
        HikariDataSource open = connections;
        connections = null;
        if (open != null) {
            open.close();
        }
        FileChannel lock = lockFile;
        lockFile = null;
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException alreadyFree) {
                problem = "closed";
            }
        }
    }
}
