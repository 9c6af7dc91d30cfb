package dev.almanac.daily.store;

import com.zaxxer.hikari.HikariConfig;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL, 15 or later, that schedules are kept in. Of the processes that use it, the one that has the {@link Lease} does the
 * daily posts; another one takes over when it ends, is stopped or cut off.
 */
public final class PostgresqlDatabase extends SqlDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresqlDatabase.class);
    private static final int CONNECTIONS = 5;
    private static final int PATIENCE_SECONDS = 5;

    /** No statement of ours takes long: one that does waits for a database that is away. */
    private static final int LONGEST_ANSWER_SECONDS = 10;

    private final PostgresqlAddress address;
    private final DatabaseWatch watch;
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "lease");
        named.setDaemon(true);
        return named;
    });
    private @Nullable Future<?> renewal;
    private volatile @Nullable ScheduleStore store;
    private volatile @Nullable Lease lease;

    /** A PostgreSQL that nobody watches. */
    public PostgresqlDatabase(PostgresqlAddress address) {
        this(address, DatabaseWatch.NONE);
    }

    public PostgresqlDatabase(PostgresqlAddress address, DatabaseWatch watch) {
        this.address = address;
        this.watch = watch;
    }

    @Override
    public ScheduleStore store() {
        ScheduleStore open = store;
        if (open == null) {
            throw new Away(problem(), false);
        }
        if (!maySend()) {
            throw heldByAnother();
        }
        return open;
    }

    @Override
    public boolean maySend() {
        Lease taken = lease;
        return taken != null && taken.isHeld();
    }

    @Override
    public boolean isHeldByAnother() {
        return store != null && !maySend();
    }

    @Override
    public synchronized void open() {
        try {
            connect();
        } catch (Away away) {
            problem(String.valueOf(away.getMessage()));
            throw away;
        }
        Lease wanted = lease;
        try {
            if (wanted != null && !wanted.isHeld() && !wanted.take()) {
                throw heldByAnother();
            }
        } catch (JdbiException e) {
            throw SqlScheduleStore.away(e);
        }
    }

    private void connect() {
        if (isConnected()) {
            return;
        }
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        pool.setValidationTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        set(pool, "ApplicationName", "almanac");
        set(pool, "connectTimeout", PATIENCE_SECONDS);
        set(pool, "socketTimeout", LONGEST_ANSWER_SECONDS);
        set(pool, "tcpKeepAlive", true);
        // Of several hosts the one that can be written to.
        set(pool, "targetServerType", "primary");
        Tables opened = Tables.open(pool, address.toString(), watch);
        long every = Lease.RENEWED.toMillis();
        renewal = renewing.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
        connected(opened);
        lease = new Lease(opened.jdbi(), "daily", System::nanoTime);
        store = new SqlScheduleStore(opened.jdbi());
    }

    /** Names of the driver's, https://jdbc.postgresql.org/documentation/use/#connection-parameters. */
    private static void set(HikariConfig pool, String property, Object value) {
        pool.addDataSourceProperty(property, String.valueOf(value));
    }

    private Away heldByAnother() {
        return new Away(
                "Another process of this bot does the daily posts of " + address
                        + ". This one takes over when that ends.",
                true);
    }

    /** Keeps the lease; never throws. */
    void renew() {
        Lease held = lease;
        try {
            if (held != null && held.isHeld() && !held.take()) {
                LOG.warn("Another process has taken the daily posts of {} over", address);
            }
        } catch (RuntimeException | Error away) {
            // An Error, too: it would end the renewing in silence. Held no longer, it's told by every use of the store.
            LOG.warn("The lease of the daily posts couldn't be renewed; trying again: {}", away.toString());
        }
    }

    @Override
    public synchronized void close() {
        if (renewal != null) {
            renewal.cancel(true);
        }
        renewing.shutdown();
        Lease held = lease;
        lease = null;
        store = null;
        if (held != null && held.isHeld()) {
            try {
                held.giveBack();
            } catch (RuntimeException away) {
                LOG.warn("The lease of the daily posts wasn't given back; it ends by itself: {}", away.toString());
            }
        }
        disconnect();
        problem("the schedules are closed");
    }
}
