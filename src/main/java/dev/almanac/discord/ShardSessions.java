package dev.almanac.discord;

import dev.almanac.daily.IdentifyTurns;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins and ends the sessions of shards, each by itself. JDA's ShardManager would do more than is wanted: it begins shard 0 when it's
 * given none, asks again without a pause where a shard can't be built, and can't take back what it has queued.
 */
final class ShardSessions {
    private static final Logger LOG = LoggerFactory.getLogger(ShardSessions.class);
    private static final Duration LONGEST_RECONNECT_WAIT = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 64;
    private static final int SENDING_THREADS = 4;

    /** What a session that was given up has been asked is answered within this. */
    private static final Duration ANSWERS_UNDER_WAY = Duration.ofSeconds(5);

    private final DiscordSettings settings;
    private final Connection connection;
    private final Clock clock;
    private final SessionTurns turns;
    private final List<EventListener> listeners;
    private final ScheduledThreadPoolExecutor sending =
            new ScheduledThreadPoolExecutor(SENDING_THREADS, new Daemons("sending"));
    private final OkHttpClient http;
    private final Set<JDA> ending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * No session yet.
     *
     * @param identifyTurns of all processes
     * @param requests sees each request to Discord
     * @param listeners of every session
     */
    ShardSessions(
            DiscordSettings settings,
            Connection connection,
            Clock clock,
            IdentifyTurns identifyTurns,
            Interceptor requests,
            List<EventListener> listeners) {
        this.settings = settings;
        this.connection = connection;
        this.clock = clock;
        this.turns = new SessionTurns(identifyTurns, this::giveUp, System::nanoTime);
        this.listeners = List.copyOf(listeners);
        // JDA sets each interaction a limit of 10 seconds, and cancels it with the answer: it would stay for that long.
        this.sending.setRemoveOnCancelPolicy(true);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        SentAgain sentAgain = new SentAgain();
        // OkHttp keeps five idle connections unless told otherwise; answers in a burst would each dial anew.
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(requests)
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .addInterceptor(sentAgain)
                .addNetworkInterceptor(sentAgain::attempt)
                .addNetworkInterceptor(new SentOnce())
                .build();
    }

    OkHttpClient http() {
        return http;
    }

    /** To be called before the first session begins. */
    void advised(GatewayAdvice advice) {
        turns.advised(advice);
    }

    /** Neither is privileged. */
    private EnumSet<GatewayIntent> intents() {
        return settings.mentions()
                ? EnumSet.of(GatewayIntent.DIRECT_MESSAGES, GatewayIntent.GUILD_MESSAGES)
                : EnumSet.of(GatewayIntent.DIRECT_MESSAGES);
    }

    /**
     * Begins a session, which identifies when it's its turn; returns before. Throws what JDA throws where the network is away or something
     * else answers in Discord's place.
     *
     * @param total how many shards there are in all
     */
    void begin(int shard, int total) {
        // What is read is in direct messages, in mentions and in what a menu brings: all of that comes without that
        // intent.
        Message.suppressContentIntentWarning();
        JDA session = JDABuilder.createLight(settings.token(), intents())
                .useSharding(shard, total)
                .setRestConfig(new RestConfig()
                        .setBaseUrl(settings.base())
                        .setRateLimiterFactory(config -> new AnswersAtOnce(config, clock)))
                .setSessionController(turns)
                .setHttpClient(http)
                // What had no answer in time may have been done: see SentOnce.
                .setRequestTimeoutRetry(false)
                // What a log of JSON says beside each line of a shard.
                .setContextMap(new ConcurrentHashMap<>(Map.of("shard", String.valueOf(shard))))
                .setRateLimitScheduler(sending, false)
                .setGatewayPool(sending, false)
                .setMaxReconnectDelay((int) LONGEST_RECONNECT_WAIT.toSeconds())
                .setEnableShutdownHook(false)
                // Without these JDA would think that a member may do what only the role may.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                // For the guilds that READY names: see Connection.
                .setRawEventsEnabled(true)
                .addEventListeners(listeners.toArray())
                .addEventListeners(turns)
                .build();
        connection.add(shard, session);
        if (closed) {
            end(shard);
        }
    }

    /** Another session may begin in its place at once; what it has been asked is still answered. */
    private void giveUp(JDA session) {
        int shard = session.getShardInfo().getShardId();
        if (connection.remove(shard, session)) {
            LOG.info("Shard {} needs another session", shard);
            ending.add(session);
            Future<?> end =
                    sending.schedule((Runnable) session::shutdown, ANSWERS_UNDER_WAY.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("The old one ends: {}", end);
        }
    }

    /** Ends a session; what it has begun to send is still sent. */
    void end(int shard) {
        ending.removeIf(session -> session.getStatus() == JDA.Status.SHUTDOWN);
        connection.remove(shard).ifPresent(session -> {
            ending.add(session);
            session.shutdown();
        });
    }

    /** Ends all, and waits for what they send, and those that were ended before, at most so long. */
    void close(Duration longest) {
        closed = true;
        turns.close();
        connection.sessions().keySet().forEach(this::end);
        long deadline = System.nanoTime() + longest.toNanos();
        ending.forEach(JDA::shutdown);
        // The threads are shared: whatever still sends needs them.
        ending.forEach(session -> awaitShutdown(session, Duration.ofNanos(deadline - System.nanoTime())));
        sending.shutdown();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static void awaitShutdown(JDA session, Duration longest) {
        try {
            if (longest.isNegative() || longest.isZero() || !session.awaitShutdown(longest)) {
                session.shutdownNow();
            }
        } catch (InterruptedException e) {
            session.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
