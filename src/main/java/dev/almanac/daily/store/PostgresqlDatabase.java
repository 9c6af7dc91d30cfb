package dev.almanac.daily.store;

import com.zaxxer.hikari.HikariConfig;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ShardLeases;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL, 15 or later, that schedules are kept in. Any number of processes use it at once; which of them does what for a guild
 * the {@link PostgresqlLeases} of shards say.
 */
public final class PostgresqlDatabase extends SqlDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresqlDatabase.class);
    private static final int CONNECTIONS = 5;
    private static final int PATIENCE_SECONDS = 5;

    /** No statement of ours takes long: one that does waits for a database that is away. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /** But for a change of the tables, which reads all rows there are. */
    private static final Duration LONGEST_MIGRATION = Duration.ofHours(1);

    private final PostgresqlAddress address;
    private final DatabaseWatch watch;
    private final Duration longestAnswer;
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "lease");
        named.setDaemon(true);
        return named;
    });
    private @Nullable Future<?> renewal;
    private volatile @Nullable ScheduleStore store;
    private final PostgresqlLeases leases = new PostgresqlLeases(() -> tables().jdbi(), System::nanoTime);
    private final PostgresqlTurns turns = new PostgresqlTurns(() -> tables().jdbi());

    /** A PostgreSQL that nobody watches. */
    public PostgresqlDatabase(PostgresqlAddress address) {
        this(address, DatabaseWatch.NONE);
    }

    public PostgresqlDatabase(PostgresqlAddress address, DatabaseWatch watch) {
        this(address, watch, LONGEST_ANSWER);
    }

    /** @param longestAnswer how long a statement may take, in whole seconds */
    PostgresqlDatabase(PostgresqlAddress address, DatabaseWatch watch, Duration longestAnswer) {
        this.address = address;
        this.watch = watch;
        this.longestAnswer = longestAnswer;
    }

    @Override
    public ScheduleStore store() {
        ScheduleStore open = store;
        if (open == null) {
            throw new Away(problem(), false);
        }
        return open;
    }

    @Override
    public String process() {
        return leases.process();
    }

    @Override
    public Duration goneFor(String other, long guild) {
        int total = leases.total();
        Duration held = total > 0 ? leases.heldFor(Shards.of(guild, total)) : Duration.ZERO;
        Duration gone = leases.goneFor(other);
        return gone.compareTo(held) < 0 && !other.equals(process()) ? held : gone;
    }

    @Override
    public boolean maySend(long guild) {
        int total = leases.total();
        return total > 0 && leases.isHeld(Shards.of(guild, total));
    }

    @Override
    public BooleanSupplier maySendStill(long guild) {
        int total = leases.total();
        return total > 0 ? leases.unbroken(Shards.of(guild, total)) : () -> false;
    }

    @Override
    public ShardLeases shards() {
        return leases;
    }

    @Override
    public IdentifyTurns identifyTurns() {
        return turns;
    }

    @Override
    public boolean isHeldByAnother() {
        return false;
    }

    @Override
    public void open() {
        try {
            connect();
        } catch (Away away) {
            problem(String.valueOf(away.getMessage()));
            throw away;
        }
        if (!leases.isAlive()) {
            leases.renew();
        }
    }

    @Override
    void openAlone() {
        open();
        if (leases.othersLive()) {
            throw new Away("Another process of this bot uses " + address + ". Stop it first.", true);
        }
    }

    private synchronized void connect() {
        if (isConnected()) {
            return;
        }
        Tables opened =
                Tables.open(pool(address, longestAnswer), pool(address, LONGEST_MIGRATION), address.toString(), watch);
        long every = PostgresqlLeases.RENEWED.toMillis();
        renewal = renewing.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
        connected(opened);
        store = new SqlScheduleStore(opened.jdbi());
        LOG.info("Schedules are kept in {}; this process is {} there", address, process());
    }

    /**
     * How a PostgreSQL is, without touching it.
     *
     * @throws Away when it can't be reached
     */
    public static DatabaseStanding standing(PostgresqlAddress address, Instant now) {
        return DatabaseCheckup.of(pool(address, LONGEST_ANSWER), address.toString(), now);
    }

    private static HikariConfig pool(PostgresqlAddress address, Duration longestAnswer) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(address.jdbcUrl());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        pool.setValidationTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        set(pool, "ApplicationName", "almanac");
        set(pool, "connectTimeout", PATIENCE_SECONDS);
        set(pool, "socketTimeout", longestAnswer.toSeconds());
        set(pool, "tcpKeepAlive", true);
        // Of several hosts the one that can be written to.
        set(pool, "targetServerType", "primary");
        return pool;
    }

    /** Names of the driver's, https://jdbc.postgresql.org/documentation/use/#connection-parameters. */
    private static void set(HikariConfig pool, String property, Object value) {
        pool.addDataSourceProperty(property, String.valueOf(value));
    }

    /** Keeps what is leased; never throws. */
    void renew() {
        try {
            leases.renew();
        } catch (RuntimeException | Error away) {
            // An Error, too: it would end the renewing in silence. What isn't counted on any more sends nothing.
            LOG.warn("The leases of this process couldn't be renewed; trying again: {}", away.toString());
        }
    }

    @Override
    public void close() {
        stop();
        if (leases.isAlive()) {
            try {
                leases.end();
            } catch (RuntimeException away) {
                LOG.warn("The leases of this process weren't given back; they end by themselves: {}", away.toString());
            }
        }
        disconnect();
        problem("the schedules are closed");
    }

    private synchronized void stop() {
        if (renewal != null) {
            renewal.cancel(true);
        }
        renewing.shutdown();
        store = null;
    }
}
