package dev.almanac.discord;

import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ShardLeases;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process that ends does with its shards: others connect them while it still listens. */
final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

    /** How long nobody need come: they look once a second, and whoever has enough waits for one look more. */
    private static final Duration UNTIL_SOMEBODY_COMES = Duration.ofMillis(2_500);

    /** Whoever comes needs a turn to identify for each shard: a minute is enough for ten of a bucket. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** What is answered when a shard is handed over goes out within this. */
    private static final Duration UNTIL_ENDED = Duration.ofSeconds(1);

    private static final Executor AFTER_A_LOOK = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    private final Connection connection;
    private final ShardLeases leases;
    private final ShardSessions sessions;

    HandOver(Connection connection, ShardSessions sessions) {
        this.connection = connection;
        this.leases = connection.leases();
        this.sessions = sessions;
    }

    /**
     * Gives the shards to processes that have room for them, each once it listens there; returns when that is done, when nobody comes, or
     * after a minute.
     */
    void run() {
        long began = System.nanoTime();
        try {
            if (!leases.taken().isEmpty() && leases.offers().offer()) {
                giveUntilAllAreGone(began);
            }
        } catch (Away away) {
            LOG.warn("The shards can't be handed over: {}", away.getMessage());
        }
    }

    private void giveUntilAllAreGone(long began) {
        Map<Integer, Long> handedOver = new HashMap<>();
        long somebodyCame = began;
        while (passed(began).compareTo(LONGEST) < 0) {
            Map<Integer, Boolean> comers = leases.offers().coming();
            giveToThoseWhoArrived(comers, handedOver);
            endThoseHandedOver(handedOver);
            if (!handedOver.isEmpty() || leases.taken().stream().anyMatch(comers::containsKey)) {
                somebodyCame = System.nanoTime();
            } else if (leases.taken().isEmpty() || passed(somebodyCame).compareTo(UNTIL_SOMEBODY_COMES) > 0) {
                return;
            }
            CompletableFuture.runAsync(() -> LOG.trace("Looking again"), AFTER_A_LOOK)
                    .join();
        }
    }

    private void giveToThoseWhoArrived(Map<Integer, Boolean> comers, Map<Integer, Long> handedOver) {
        for (int shard : leases.taken()) {
            if (comers.getOrDefault(shard, false)) {
                leases.offers().handOver(shard);
                handedOver.put(shard, System.nanoTime());
                LOG.info("Shard {} is handed over", shard);
            }
        }
    }

    private void endThoseHandedOver(Map<Integer, Long> handedOver) {
        handedOver.forEach((shard, then) -> {
            if (passed(then).compareTo(UNTIL_ENDED) > 0) {
                sessions.end(shard);
            }
        });
        handedOver.keySet().removeIf(shard -> connection.session(shard).isEmpty());
    }

    private static Duration passed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
