package dev.almanac.daily.store;

import dev.almanac.daily.IdentifyTurns;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The turns of all processes of one database, by its clock. Who asks first when a turn has come has it: nothing is lost with a process. */
final class PostgresqlTurns implements IdentifyTurns {
    private final Supplier<Jdbi> database;
    private final Map<Integer, Long> ours = new ConcurrentHashMap<>();

    /** @param database throws {@link dev.almanac.daily.ScheduleStore.Away} while it isn't open */
    PostgresqlTurns(Supplier<Jdbi> database) {
        this.database = database;
    }

    private <T> T ask(HandleCallback<T, RuntimeException> asked) {
        try {
            return database.get().withHandle(asked);
        } catch (JdbiException e) {
            throw SqlScheduleStore.away(e);
        }
    }

    @Override
    public Duration take(int bucket, Duration longest) {
        return ask(handle -> {
            Optional<Long> taken = handle.createQuery("INSERT INTO identify_turn (bucket, next_at) VALUES (:bucket, "
                            + LeaseTable.NOW
                            + " + :longest) ON CONFLICT (bucket) DO UPDATE SET next_at ="
                            + " excluded.next_at WHERE identify_turn.next_at <= " + LeaseTable.NOW
                            + " RETURNING next_at")
                    .bind("bucket", bucket)
                    .bind("longest", longest.toMillis())
                    .mapTo(Long.class)
                    .findOne();
            if (taken.isPresent()) {
                ours.put(bucket, taken.get());
                return Duration.ZERO;
            }
            long wait = handle.createQuery(
                            "SELECT next_at - " + LeaseTable.NOW + " FROM identify_turn WHERE bucket = :bucket")
                    .bind("bucket", bucket)
                    .mapTo(Long.class)
                    .one();
            return Duration.ofMillis(Math.max(1, wait));
        });
    }

    @Override
    public void used(int bucket, Duration length) {
        ask(handle -> handle.createUpdate("UPDATE identify_turn SET next_at = " + LeaseTable.NOW
                        + " + :length WHERE bucket = :bucket AND next_at = :ours")
                .bind("bucket", bucket)
                .bind("length", length.toMillis())
                .bind("ours", ours.getOrDefault(bucket, 0L))
                .execute());
    }
}
