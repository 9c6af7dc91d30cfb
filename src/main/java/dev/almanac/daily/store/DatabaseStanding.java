package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleStore.Backlog;
import java.util.Optional;

/**
 * How a database is, without having touched it.
 *
 * @param product with its version, like {@code PostgreSQL 17.11}
 * @param tooOld whether it is older than we know how to use
 * @param schema the version of our tables there; 0 where there are none yet
 * @param ours the version that this program has
 * @param refusal why its tables can't be made or written, in the database's words; empty where they can
 * @param backlog what waits though its time has come
 */
public record DatabaseStanding(
        String product, boolean tooOld, int schema, int ours, Optional<String> refusal, Backlog backlog) {}
