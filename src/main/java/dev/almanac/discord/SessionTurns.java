package dev.almanac.discord;

import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.OwnTurns;
import dev.almanac.daily.ScheduleStore.Away;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.RestRateLimiter.GlobalRateLimit;
import net.dv8tion.jda.api.utils.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets JDA's sessions identify one after the other, as Discord's {@code max_concurrency} wants it of all processes together. JDA asks for
 * a connection here only where it is going to identify; it resumes without asking. A session that was over once is given up: JDA would wait
 * before it connects it anew, and then try again by itself, neither of them in its turn.
 *
 * <p>It keeps JDA to the gateway that {@code GET {base}/gateway/bot} named: once a reconnect has failed, JDA forgets that address and asks
 * {@link #getGateway()}, which otherwise names Discord's own, whatever the REST base is.
 */
final class SessionTurns implements SessionController {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTurns.class);

    /** Discord's five seconds from one identify to the next, and what the network may take more for one than for the other. */
    static final Duration TURN = Duration.ofSeconds(IDENTIFY_DELAY).plusMillis(500);

    /** How long others wait for a session that has a turn and hasn't identified: it connects first. */
    static final Duration UNTIL_IDENTIFIED = Duration.ofSeconds(15);

    /** A process that hears of its turn later was frozen: the time that is left is too short. */
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /**
     * How long a database that is away is waited for before this process goes by its own turns. A connection that was cut is back within
     * seconds; and processes that each go by their own are too early for one another.
     */
    private static final Duration UNTIL_ALONE = Duration.ofSeconds(30);

    private final IdentifyTurns turns;
    private final Consumer<JDA> givenUp;
    private final IdentifyTurns withoutDatabase;
    private final LongSupplier nanoseconds;
    private final GlobalRateLimit limit = GlobalRateLimit.create();
    private final Set<SessionConnectNode> queued = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(new Daemons("identifying"));
    private volatile String url = "";
    private volatile int concurrency = 1;
    private volatile @Nullable Long awaySince;

    /**
     * @param turns of all processes
     * @param givenUp is told which session another one has to take the place of; it may have answers under way
     * @param nanoseconds a monotonic clock, {@link System#nanoTime} but for tests
     */
    SessionTurns(IdentifyTurns turns, Consumer<JDA> givenUp, LongSupplier nanoseconds) {
        this.turns = turns;
        this.givenUp = givenUp;
        this.nanoseconds = nanoseconds;
        this.withoutDatabase = new OwnTurns(nanoseconds);
    }

    void advised(GatewayAdvice advice) {
        url = advice.url();
        concurrency = advice.concurrency();
    }

    /** Refuses to answer before that is known, rather than to name an address that nobody has configured. */
    @Override
    public String getGateway() {
        if (url.isEmpty()) {
            throw new IllegalStateException("no gateway was named yet");
        }
        return url;
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        throw new UnsupportedOperationException("sessions are built one by one");
    }

    @Override
    public GlobalRateLimit getRateLimitHandle() {
        return limit;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        try {
            if (node.isReconnect()) {
                threads.execute(() -> givenUp.accept(node.getJDA()));
            } else if (queued.add(node)) {
                threads.execute(() -> connect(node));
            }
        } catch (RejectedExecutionException closed) {
            LOG.debug("Shard {} isn't connected any more", node.getShardInfo());
        }
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        queued.remove(node);
    }

    private void connect(SessionConnectNode node) {
        if (!queued.contains(node)) {
            return;
        }
        Duration wait = turn(node);
        if (!wait.isZero()) {
            later(node, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        } else if (queued.remove(node) && !Connection.isOver(node.getJDA())) {
            identify(node);
        }
    }

    private void identify(SessionConnectNode node) {
        boolean connected = isConnected(node);
        used(node);
        if (!connected) {
            givenUp.accept(node.getJDA());
        }
    }

    private void later(SessionConnectNode node, Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS, threads)
                .execute(() -> connect(node));
    }

    private Duration turn(SessionConnectNode node) {
        long asked = nanoseconds.getAsLong();
        try {
            Duration wait = turns.take(bucket(node), UNTIL_IDENTIFIED);
            awaySince = null;
            if (wait.isZero() && nanoseconds.getAsLong() - asked > IN_TIME.toNanos()) {
                LOG.info(
                        "Shard {} has missed its turn to identify",
                        node.getShardInfo().getShardId());
                return LONGEST_WAIT;
            }
            return wait;
        } catch (Away away) {
            Long since = awaySince;
            if (since == null) {
                awaySince = asked;
                return LONGEST_WAIT;
            }
            if (nanoseconds.getAsLong() - since < UNTIL_ALONE.toNanos()) {
                return LONGEST_WAIT;
            }
            LOG.debug("Shard {} goes by this process's own turns: {}", node.getShardInfo(), away.toString());
            return withoutDatabase.take(bucket(node), UNTIL_IDENTIFIED);
        }
    }

    private void used(SessionConnectNode node) {
        withoutDatabase.used(bucket(node), TURN);
        try {
            turns.used(bucket(node), TURN);
        } catch (Away away) {
            LOG.debug("Shard {}'s turn ends by itself: {}", node.getShardInfo(), away.toString());
        }
    }

    private int bucket(SessionConnectNode node) {
        return node.getShardInfo().getShardId() % concurrency;
    }

    /** False where another session has to be begun. */
    private static boolean isConnected(SessionConnectNode node) {
        try {
            // The last of a queue: JDA doesn't wait until it's ready, and returns when it has connected and identified.
            node.run(true);
            return true;
        } catch (RejectedExecutionException closed) {
            LOG.debug("Shard {} isn't connected any more", node.getShardInfo());
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Shard {} couldn't be connected; trying again: {}", node.getShardInfo(), failed.toString());
            return false;
        }
    }

    /** Connects nothing any more. */
    void close() {
        queued.clear();
        threads.shutdownNow();
    }
}
