package dev.almanac.daily.store;

import com.zaxxer.hikari.HikariConfig;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.OwnTurns;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ShardLeases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file that schedules are kept in. One process at a time holds it, by a lock on a file beside it, which the
 * system frees when the process ends, however it ends.
 */
public final class SqliteDatabase extends SqlDatabase {
    private static final int CONNECTIONS = 4;
    private static final int PATIENCE_MILLISECONDS = 5000;
    private static final Set<PosixFilePermission> FOR_OWNER = PosixFilePermissions.fromString("rw-------");

    /**
     * The locks of this process. The system keeps a file's locks by process, not by who asked for them: whoever opened the lock
     * file once more here and closed it again would free the lock for all.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final DatabaseWatch watch;
    private final String process = UUID.randomUUID().toString();
    private final OwnShards shards = new OwnShards();
    private final OwnTurns turns = new OwnTurns(System::nanoTime);
    private @Nullable FileChannel lockFile;
    private volatile @Nullable ScheduleStore store;
    private @Nullable Path held;
    private volatile boolean heldByAnother;

    /** A file that nobody watches. */
    public SqliteDatabase(Path file) {
        this(file, DatabaseWatch.NONE);
    }

    public SqliteDatabase(Path file, DatabaseWatch watch) {
        this.file = file;
        this.watch = watch;
    }

    @Override
    public ScheduleStore store() {
        ScheduleStore open = store;
        if (open == null) {
            throw new Away(problem(), heldByAnother);
        }
        return open;
    }

    @Override
    public String process() {
        return process;
    }

    /** No other process can live: it would have the lock. When it ended nobody knows. */
    @Override
    public Duration goneFor(String other, long guild) {
        return other.equals(process) ? Duration.ZERO : PROCESSES_KEPT;
    }

    /** The system frees the lock of a process only with its end. */
    @Override
    public boolean maySend(long guild) {
        return store != null && (shards.total() == 0 || shards.isHeld(Shards.of(guild, shards.total())));
    }

    @Override
    public BooleanSupplier maySendStill(long guild) {
        return () -> maySend(guild);
    }

    @Override
    public ShardLeases shards() {
        return shards;
    }

    @Override
    public IdentifyTurns identifyTurns() {
        return turns;
    }

    @Override
    public boolean isHeldByAnother() {
        return heldByAnother;
    }

    @Override
    public synchronized void open() {
        if (store != null) {
            return;
        }
        try {
            lock();
            Tables opened = opened();
            connected(opened);
            store = new SqlScheduleStore(opened.jdbi());
            heldByAnother = false;
        } catch (Away away) {
            problem(String.valueOf(away.getMessage()));
            heldByAnother = away.isHeldByAnother();
            throw away;
        } finally {
            if (store == null) {
                close();
            }
        }
    }

    @Override
    void openAlone() {
        open();
    }

    private void lock() {
        Path lock = file.resolveSibling(file.getFileName() + ".lock")
                .toAbsolutePath()
                .normalize();
        if (!HELD.add(lock)) {
            throw heldByAnother();
        }
        held = lock;
        try {
            make(lock);
            make(file);
            for (String suffix : List.of(".lock", "", "-wal", "-shm")) {
                forOwnerOnly(file.resolveSibling(file.getFileName() + suffix));
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            lockFile = channel;
            if (channel.tryLock() == null) {
                throw heldByAnother();
            }
        } catch (IOException e) {
            throw new Away(
                    lock + " can't be written (" + e.getClass().getSimpleName()
                            + "), so daily posts have nowhere to be kept. Name another file in ALMANAC_DATABASE.",
                    false);
        }
    }

    /** Makes a file where there is none, for its owner from the first moment. What SQLite puts beside it has the same permissions. */
    private static void make(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.notExists(path)) {
            Files.createFile(
                    path,
                    posix
                            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOR_OWNER)}
                            : new FileAttribute<?>[0]);
        }
        if (!Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "not a file");
        }
    }

    /** Whoever a file of before belongs to, nobody else reads it from now on. */
    private static void forOwnerOnly(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return;
        }
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null && !posix.readAttributes().permissions().equals(FOR_OWNER)) {
            posix.setPermissions(FOR_OWNER);
        }
    }

    private Away heldByAnother() {
        return new Away(
                "Another process of this bot holds " + file
                        + " and does the daily posts. This one takes over when that ends.",
                true);
    }

    /**
     * How a file is, without touching it; empty where there is none.
     *
     * @throws Away when it can't be read
     */
    public static Optional<DatabaseStanding> standing(Path file, Instant now) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        return Optional.of(DatabaseCheckup.of(pool(file, config), String.valueOf(file), now));
    }

    private Tables opened() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A claim that a power cut undoes would be sent twice.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        return Tables.open(pool(file, config), pool(file, config), String.valueOf(file), watch);
    }

    private static HikariConfig pool(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(PATIENCE_MILLISECONDS);
        return pool;
    }

    @Override
    public synchronized void close() {
        store = null;
        disconnect();
        FileChannel lock = lockFile;
        lockFile = null;
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException alreadyFree) {
                problem("the schedules are closed");
            }
        }
        if (held != null) {
            HELD.remove(held);
            held = null;
        }
    }
}
