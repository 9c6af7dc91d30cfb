package dev.almanac.daily.store;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The table of leases, as this process uses it. */
final class LeaseTable {
    /** How long a lease lasts by the database's clock. */
    static final Duration LASTS = Duration.ofSeconds(15);

    /** The database's clock, in milliseconds since 1970. */
    static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    /** The name of a shard's lease begins so, and ends with its number. */
    static final String SHARD = "shard-";

    /** The name of a process's lease begins so, and ends with the process. */
    static final String PROCESS = "process-";

    /** Takes what nobody has, or what is ours or has ended. */
    private static final String TAKE =
            "INSERT INTO lease (name, holder, ends_at, offered) VALUES (:name, :holder, " + NOW
                    + " + :lasts, 0) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at,"
                    + " offered = 0 WHERE lease.holder = excluded.holder OR lease.ends_at < " + NOW;

    private final Supplier<Jdbi> database;
    private final String process = UUID.randomUUID().toString();

    /** @param database throws {@link dev.almanac.daily.ScheduleStore.Away} while it isn't open */
    LeaseTable(Supplier<Jdbi> database) {
        this.database = database;
    }

    /** The holder of what is taken here. */
    String process() {
        return process;
    }

    /** All of it, or nothing. */
    <T> T ask(HandleCallback<T, RuntimeException> asked) {
        try {
            return database.get().inTransaction(asked);
        } catch (JdbiException e) {
            throw SqlScheduleStore.away(e);
        }
    }

    /** Takes a lease, or renews it; false when another process has it. */
    boolean taken(Handle handle, String name) {
        return handle.createUpdate(TAKE)
                        .bind("name", name)
                        .bind("holder", process)
                        .bind("lasts", LASTS.toMillis())
                        .execute()
                > 0;
    }

    /** Gives back what is ours; nothing where another process has it. */
    void giveBack(String name) {
        ask(handle -> handle.createUpdate("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", process)
                .execute());
    }

    /** Whether any other process lives. */
    boolean othersLive() {
        return ask(handle -> handle.createQuery(
                                "SELECT COUNT(*) FROM lease WHERE name LIKE 'process-%' AND holder <> :holder"
                                        + " AND ends_at >= " + NOW)
                        .bind("holder", process)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
