package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ShardLeases;
import dev.almanac.daily.ShardOffers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases in a table: one for each shard, and one for each living process. Each lasts until a moment that the database's clock decides. A
 * lock that lasts as long as a connection would do less: a process that is stopped keeps its connections.
 *
 * <p>The holder itself counts by its own monotonic clock, and from before it asked: so it stops before another one can begin, however slow
 * the answer was and whatever was done to the clocks of either.
 */
final class PostgresqlLeases implements ShardLeases {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresqlLeases.class);

    /** How often they are renewed. */
    static final Duration RENEWED = Duration.ofSeconds(5);

    /** How long their holder counts on them by its own clock. */
    static final Duration COUNTED_ON = Duration.ofSeconds(10);

    private final LeaseTable table;
    private final String process;
    private final LongSupplier nanoseconds;
    private final Map<Integer, Term> terms = new ConcurrentHashMap<>();
    private final PostgresqlOffers offers;
    private volatile int total;
    private volatile @Nullable Long aliveUntil;
    private boolean ended;

    /**
     * A shard that is ours.
     *
     * @param term which time it is ours without a break: the moment since when
     * @param countedOnUntil by the monotonic clock
     */
    private record Term(long term, long countedOnUntil) {}

    /**
     * No leases yet. Whoever else makes some over the same database is another process.
     *
     * @param database throws {@link dev.almanac.daily.ScheduleStore.Away} while it isn't open
     * @param nanoseconds a monotonic clock, {@link System#nanoTime} but for tests
     */
    PostgresqlLeases(Supplier<Jdbi> database, LongSupplier nanoseconds) {
        this.table = new LeaseTable(database);
        this.process = table.process();
        this.nanoseconds = nanoseconds;
        this.offers = new PostgresqlOffers(table, this::givenUp);
    }

    String process() {
        return process;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public Set<Integer> taken() {
        return Set.copyOf(terms.keySet());
    }

    @Override
    public Set<Integer> held() {
        return terms.keySet().stream().filter(this::isHeld).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isHeld(int shard) {
        Term term = terms.get(shard);
        return term != null && isCountedOn(term);
    }

    /** For how long nobody else has had the right to run a shard; zero while this process hasn't, either. */
    Duration heldFor(int shard) {
        Term term = terms.get(shard);
        return term != null && isCountedOn(term)
                ? Duration.ofNanos(nanoseconds.getAsLong() - term.term())
                : Duration.ZERO;
    }

    private boolean isCountedOn(Term term) {
        return isToCome(term.countedOnUntil());
    }

    private boolean isToCome(long moment) {
        return nanoseconds.getAsLong() - moment < 0;
    }

    /** Whether the others count this process as living, and will for a while. */
    boolean isAlive() {
        Long until = aliveUntil;
        return until != null && isToCome(until);
    }

    @Override
    public BooleanSupplier unbroken(int shard) {
        Term now = terms.get(shard);
        if (now == null || !isCountedOn(now)) {
            return () -> false;
        }
        return () -> {
            Term then = terms.get(shard);
            return then != null && then.term() == now.term() && isCountedOn(then);
        };
    }

    /** Says that this process lives, and forgets those that have been gone for long. */
    private void announce() {
        table.ask(handle -> {
            handle.createUpdate("DELETE FROM lease WHERE name LIKE 'process-%' AND ends_at < " + LeaseTable.NOW
                            + " - :kept")
                    .bind("kept", ScheduleDatabase.PROCESSES_KEPT.toMillis())
                    .execute();
            return table.taken(handle, LeaseTable.PROCESS + process);
        });
    }

    /** Renews all there are, in one statement. What another process has by now isn't ours any more; once all have ended, nothing is. */
    @Override
    public synchronized void renew() {
        if (ended) {
            return;
        }
        long asked = nanoseconds.getAsLong();
        Set<String> renewed = table.ask(handle -> handle.createQuery("UPDATE lease SET ends_at = " + LeaseTable.NOW
                        + " + :lasts WHERE holder = :holder RETURNING name")
                .bind("holder", process)
                .bind("lasts", LeaseTable.LASTS.toMillis())
                .mapTo(String.class)
                .collect(Collectors.toSet()));
        terms.keySet().removeIf(shard -> {
            boolean lost = !renewed.contains(LeaseTable.SHARD + shard);
            if (lost) {
                LOG.warn("Another process has taken shard {} over", shard);
            }
            return lost;
        });
        renewed.stream().flatMap(name -> shard(name).stream()).forEach(shard -> counted(shard, asked));
        if (!renewed.contains(LeaseTable.PROCESS + process)) {
            announce();
        }
        aliveUntil = asked + COUNTED_ON.toNanos();
    }

    private void counted(int shard, long asked) {
        long until = asked + COUNTED_ON.toNanos();
        terms.compute(
                shard,
                (same, before) -> new Term(before != null && isCountedOn(before) ? before.term() : asked, until));
    }

    /** Empty for the lease of a process. */
    private static Optional<Integer> shard(String name) {
        return name.startsWith(LeaseTable.SHARD)
                ? Optional.of(Integer.valueOf(name.substring(LeaseTable.SHARD.length())))
                : Optional.empty();
    }

    @Override
    public synchronized int agree(int wanted) {
        int agreed = table.ask(handle -> {
            handle.createUpdate("INSERT INTO sharding (only_row, total) VALUES (1, :wanted) ON CONFLICT DO NOTHING")
                    .bind("wanted", wanted)
                    .execute();
            // Locks the row: nobody takes a shard under the old number meanwhile.
            int there = handle.createQuery("SELECT total FROM sharding FOR UPDATE")
                    .mapTo(Integer.class)
                    .one();
            if (there == wanted || anyShardIsLeased(handle)) {
                return there;
            }
            handle.createUpdate("DELETE FROM lease WHERE name LIKE 'shard-%'").execute();
            handle.createUpdate("UPDATE sharding SET total = :wanted")
                    .bind("wanted", wanted)
                    .execute();
            return wanted;
        });
        int ours = agreed == wanted ? wanted : 0;
        if (ours != total) {
            terms.clear();
            total = ours;
        }
        return agreed;
    }

    /** Whoever sees it agrees anew. */
    @Override
    public void forgetTotal() {
        table.ask(handle -> handle.createUpdate("UPDATE sharding SET total = 0").execute());
    }

    private static boolean anyShardIsLeased(Handle handle) {
        return handle.createQuery(
                                "SELECT COUNT(*) FROM lease WHERE name LIKE 'shard-%' AND ends_at >= " + LeaseTable.NOW)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** A row of the table. */
    private record Row(String name, boolean ended, boolean offered) {
        boolean isLivingProcess() {
            return name.startsWith(LeaseTable.PROCESS) && !ended;
        }
    }

    @Override
    public Seen look() {
        Set<Integer> free = IntStream.range(0, total).boxed().collect(Collectors.toCollection(HashSet::new));
        Set<Integer> ended = new HashSet<>();
        Set<Integer> offered = new HashSet<>();
        int[] processes = {0};
        int agreed = table.ask(handle -> handle.createQuery("SELECT total FROM sharding")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
        table.ask(handle -> handle.createQuery("SELECT name, ends_at < " + LeaseTable.NOW
                                + " AS ended, offered = 1 AS offered FROM lease")
                        .map((row, context) -> new Row(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                        .list())
                .forEach(row -> shard(row.name())
                        .ifPresentOrElse(
                                shard -> {
                                    free.remove(shard);
                                    if (row.ended()) {
                                        ended.add(shard);
                                    } else if (row.offered()) {
                                        offered.add(shard);
                                    }
                                },
                                () -> processes[0] += row.isLivingProcess() ? 1 : 0));
        return new Seen(agreed, processes[0], free, ended, offered);
    }

    @Override
    public synchronized boolean take(int shard) {
        long asked = nanoseconds.getAsLong();
        boolean ours =
                table.ask(handle -> handle.createQuery("SELECT total FROM sharding WHERE total = :total FOR UPDATE")
                                .bind("total", total)
                                .mapTo(Integer.class)
                                .findOne()
                                .isPresent()
                        && table.taken(handle, LeaseTable.SHARD + shard));
        if (ours) {
            counted(shard, asked);
        } else {
            terms.remove(shard);
        }
        return ours;
    }

    @Override
    public synchronized void giveBack(int shard) {
        terms.remove(shard);
        table.giveBack(LeaseTable.SHARD + shard);
    }

    /** How long ago a process was last heard of: zero while it lives, {@link ScheduleDatabase#PROCESSES_KEPT} where it's forgotten. */
    Duration goneFor(String other) {
        if (other.equals(process)) {
            return Duration.ZERO;
        }
        long kept = ScheduleDatabase.PROCESSES_KEPT.toMillis();
        return Duration.ofMillis(table.ask(handle -> handle.createQuery("SELECT LEAST(:kept, GREATEST(0, "
                        + LeaseTable.NOW + " - ends_at)) FROM lease WHERE name = :name")
                .bind("kept", kept)
                .bind("name", LeaseTable.PROCESS + other)
                .mapTo(Long.class)
                .findOne()
                .orElse(kept)));
    }

    /** From before that, this process doesn't count on a shard, and nothing is renewed meanwhile: it would count on the shard again. */
    private synchronized void givenUp(int shard, Runnable transfer) {
        terms.remove(shard);
        transfer.run();
    }

    @Override
    public ShardOffers offers() {
        return offers;
    }

    /** Whether any other process lives. */
    boolean othersLive() {
        return table.othersLive();
    }

    /** Ends all of them now; that this process has ended stays known. */
    synchronized void end() {
        ended = true;
        terms.clear();
        aliveUntil = null;
        table.ask(handle -> {
            handle.createUpdate("DELETE FROM lease WHERE holder = :holder AND name NOT LIKE 'process-%'")
                    .bind("holder", process)
                    .execute();
            return handle.createUpdate("UPDATE lease SET ends_at = " + LeaseTable.NOW + " WHERE holder = :holder")
                    .bind("holder", process)
                    .execute();
        });
    }
}
