package dev.almanac.daily.store;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * The right of one process to do something, until a moment that the database's clock decides. A lock that lasts as long as a connection
 * would do less: a process that is stopped keeps its connections.
 *
 * <p>The holder itself counts by its own monotonic clock, and from before it asked: so it stops before another one can begin, however
 * slow the answer was and whatever was done to the clocks of either.
 */
final class Lease {
    /** How long it lasts by the database's clock. */
    static final Duration LASTS = Duration.ofSeconds(15);

    /** How often it's renewed. */
    static final Duration RENEWED = Duration.ofSeconds(5);

    /** How long its holder counts on it by its own clock. */
    static final Duration COUNTED_ON = Duration.ofSeconds(10);

    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    private final Jdbi jdbi;
    private final String name;
    private final LongSupplier nanoseconds;
    private final String holder = UUID.randomUUID().toString();
    private volatile long countedOnUntil;
    private volatile long heldSince;
    private volatile boolean taken;

    /**
     * A lease that isn't taken yet. Whoever leases the same name is another holder.
     *
     * @param name of what it is about
     * @param nanoseconds a monotonic clock, {@link System#nanoTime} but for tests
     */
    Lease(Jdbi jdbi, String name, LongSupplier nanoseconds) {
        this.jdbi = jdbi;
        this.name = name;
        this.nanoseconds = nanoseconds;
    }

    /** Takes or renews it; false when another one has it. */
    boolean take() {
        boolean renewed = isHeld();
        long asked = nanoseconds.getAsLong();
        boolean ours = jdbi.withHandle(
                handle -> handle.createUpdate("INSERT INTO lease (name, holder, ends_at) VALUES (:name, :holder, "
                                        + NOW
                                        + " + :lasts) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at ="
                                        + " excluded.ends_at WHERE lease.holder = excluded.holder OR lease.ends_at < "
                                        + NOW)
                                .bind("name", name)
                                .bind("holder", holder)
                                .bind("lasts", LASTS.toMillis())
                                .execute()
                        > 0);
        if (!renewed) {
            heldSince = nanoseconds.getAsLong();
        }
        countedOnUntil = asked + COUNTED_ON.toNanos();
        taken = ours;
        return ours;
    }

    String holder() {
        return holder;
    }

    /** For how long nobody else can have had it; zero while it isn't held. */
    Duration heldFor() {
        return isHeld() ? Duration.ofNanos(nanoseconds.getAsLong() - heldSince) : Duration.ZERO;
    }

    /** Whether its holder may count on it still; asks nobody. */
    boolean isHeld() {
        return taken && nanoseconds.getAsLong() - countedOnUntil < 0;
    }

    /** Ends it now, so that another one need not wait. */
    void giveBack() {
        taken = false;
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .execute());
    }
}
