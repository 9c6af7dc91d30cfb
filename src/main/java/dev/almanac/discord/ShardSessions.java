package dev.almanac.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Begins and ends the sessions of shards, each by itself. JDA's ShardManager would do more than is wanted: it begins shard 0 when it's
 * given none, asks again without a pause where a shard can't be built, and can't take back what it has queued.
 */
final class ShardSessions {
    private static final Duration LONGEST_RECONNECT_WAIT = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 64;
    private static final int GATEWAY_THREADS = 4;

    private final DiscordSettings settings;
    private final Connection connection;
    private final SessionTurns turns;
    private final List<ListenerAdapter> listeners;
    private final ScheduledExecutorService gateway = scheduled("gateway");
    private final ScheduledExecutorService sending = scheduled("sending");
    private final OkHttpClient http;
    private final Set<JDA> ending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * No session yet.
     *
     * @param requests sees each request to Discord
     * @param listeners of every session
     */
    ShardSessions(
            DiscordSettings settings,
            Connection connection,
            SessionTurns turns,
            Interceptor requests,
            List<ListenerAdapter> listeners) {
        this.settings = settings;
        this.connection = connection;
        this.turns = turns;
        this.listeners = List.copyOf(listeners);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        // OkHttp keeps five idle connections unless told otherwise; answers in a burst would each dial anew.
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(requests)
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .addInterceptor(new SentAgain())
                .addNetworkInterceptor(new SentOnce())
                .build();
    }

    private static ScheduledExecutorService scheduled(String name) {
        return Executors.newScheduledThreadPool(GATEWAY_THREADS, work -> {
            Thread named = new Thread(work, name);
            named.setDaemon(true);
            return named;
        });
    }

    OkHttpClient http() {
        return http;
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
                .setRestConfig(new RestConfig().setBaseUrl(settings.base()))
                .setSessionController(turns)
                .setHttpClient(http)
                // What had no answer in time may have been done: see SentOnce.
                .setRequestTimeoutRetry(false)
                // What a log of JSON says beside each line of a shard.
                .setContextMap(new ConcurrentHashMap<>(Map.of("shard", String.valueOf(shard))))
                .setGatewayPool(gateway, false)
                .setRateLimitScheduler(sending, false)
                .setMaxReconnectDelay((int) LONGEST_RECONNECT_WAIT.toSeconds())
                .setEnableShutdownHook(false)
                // Without these JDA would think that a member may do what only the role may.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                // For the guilds that READY names: see Connection.
                .setRawEventsEnabled(true)
                .addEventListeners(listeners.toArray())
                .build();
        connection.add(shard, session);
        if (closed) {
            end(shard);
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
        // The threads are shared: whatever still receives needs them.
        ending.forEach(session -> awaitShutdown(session, Duration.ofNanos(deadline - System.nanoTime())));
        gateway.shutdown();
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
