package dev.almanac.discord;

import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.OwnTurns;
import dev.almanac.daily.ScheduleStore.Away;
import java.time.Duration;
import java.util.Map;
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
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
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
final class SessionTurns implements SessionController, EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionTurns.class);

    /** Discord's five seconds from one identify to the next, and what the network may take more for one than for the other. */
    static final Duration TURN = Duration.ofSeconds(IDENTIFY_DELAY).plusMillis(500);

    /** How long others wait for a session that has a turn and hasn't identified: it connects first. */
    static final Duration UNTIL_IDENTIFIED = Duration.ofSeconds(15);

    /** Whoever hears of its turn later, or connects later, was frozen: others may identify soon. */
    private static final Duration IN_TIME = UNTIL_IDENTIFIED.minus(TURN);

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
    private final Map<JDA, Long> connecting = new ConcurrentHashMap<>();
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
        Turn turn = turn(node);
        Duration wait = turn.until();
        if (!wait.isZero()) {
            later(node, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        } else if (queued.remove(node) && !Connection.isOver(node.getJDA())) {
            identify(node, turn.asked());
        }
    }

    /**
     * Whose turn it is.
     *
     * @param until how long it may not be ours yet; zero where it is
     * @param asked when this was asked, before which it can't have begun
     */
    private record Turn(Duration until, long asked) {}

    private void identify(SessionConnectNode node, long asked) {
        connecting.put(node.getJDA(), asked);
        boolean connected = isConnected(node);
        used(node);
        if (!connected) {
            connecting.remove(node.getJDA());
            givenUp.accept(node.getJDA());
        }
    }

    /**
     * JDA says that it has connected before it identifies, and waits for this. A process may have been frozen meanwhile: what was shut
     * down closes its connection first, and sends nothing more. Whoever resumes has no turn that could be over.
     */
    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.IDENTIFYING_SESSION) {
            Long asked = connecting.remove(event.getJDA());
            if (asked != null && turnIsOver(asked)) {
                LOG.info(
                        "Shard {} connected too late for its turn to identify",
                        event.getJDA().getShardInfo().getShardId());
                event.getJDA().shutdown();
                givenUp.accept(event.getJDA());
            }
        }
    }

    private boolean turnIsOver(long asked) {
        return nanoseconds.getAsLong() - asked > IN_TIME.toNanos();
    }

    private void later(SessionConnectNode node, Duration wait) {
        CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS, threads)
                .execute(() -> connect(node));
    }

    private Turn turn(SessionConnectNode node) {
        long asked = nanoseconds.getAsLong();
        try {
            Duration wait = turns.take(bucket(node), UNTIL_IDENTIFIED);
            awaySince = null;
            if (wait.isZero() && turnIsOver(asked)) {
                LOG.info(
                        "Shard {} has missed its turn to identify",
                        node.getShardInfo().getShardId());
                return new Turn(LONGEST_WAIT, asked);
            }
            return new Turn(wait, asked);
        } catch (Away away) {
            Long since = awaySince;
            if (since == null) {
                awaySince = asked;
                return new Turn(LONGEST_WAIT, asked);
            }
            if (nanoseconds.getAsLong() - since < UNTIL_ALONE.toNanos()) {
                return new Turn(LONGEST_WAIT, asked);
            }
            LOG.debug("Shard {} goes by this process's own turns: {}", node.getShardInfo(), away.toString());
            // The database may have taken longer to fail than a turn lasts.
            long asksItself = nanoseconds.getAsLong();
            return new Turn(withoutDatabase.take(bucket(node), UNTIL_IDENTIFIED), asksItself);
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
