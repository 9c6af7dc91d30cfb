package dev.almanac.discord;

import dev.almanac.chat.LogContext;
import dev.almanac.daily.DailyWork;
import dev.almanac.daily.ShardLeases;
import dev.almanac.daily.ShardLeases.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on Discord: connects, stays connected, answers, and closes in good order. */
public final class DiscordBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

    /** Together with what the daily posts may take, this is less than the 10 seconds that service managers wait before they kill. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(6);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECONNECT_WAIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 64;
    private static final int WORKERS = 4;
    private static final int SEARCHERS = 2;

    /** As many as are done within the 3 seconds that Discord waits, at 20 milliseconds each, with room to spare. */
    private static final int SEARCHES_WAITING = 100;

    /** In a minute. Whoever reads an answer before they ask again never meets it. */
    private static final int ANSWERS_OF_A_PERSON = 60;

    private final DiscordSettings settings;
    private final Supplier<DiscordEdition> editions;
    private final CommandIds ids;
    private final DiscordListener listener;
    private final MessageMenu menu;
    private final TypedMessages messages;
    private final DailyNews news;
    private final Connection connection;
    private final DailyWork daily;
    private final ExecutorService worker = Executors.newFixedThreadPool(WORKERS, work -> {
        Thread named = new Thread(work, "answering");
        named.setDaemon(true);
        return named;
    });
    private final ExecutorService searcher;
    private final DiscordWatch watch;
    private final ScheduledExecutorService leasing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "shards");
        named.setDaemon(true);
        return named;
    });
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile boolean closing;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final OkHttpClient http;

    /**
     * A bot that is not connected yet.
     *
     * @param editions what is in use; {@link #renew} is to be called when that is another one
     * @param ids those that the editions mention their commands by
     * @param zone whose today is meant by whoever names no day, where the guild has set none
     * @param connection the one that the daily posts use
     * @param watch is told what happens between the bot and Discord
     */
    public DiscordBot(
            DiscordSettings settings,
            Supplier<DiscordEdition> editions,
            CommandIds ids,
            Clock clock,
            ZoneId zone,
            Connection connection,
            DailyWork daily,
            DiscordWatch watch) {
        this.settings = settings;
        this.editions = editions;
        this.ids = ids;
        this.connection = connection;
        this.daily = daily;
        this.watch = watch;
        this.searcher = searcher(watch);
        Incoming incoming = new Incoming(clock, guild -> daily.zone(guild).orElse(zone));
        Allowance people = new Allowance(ANSWERS_OF_A_PERSON, clock);
        Executor answering = work -> worker.execute(LogContext.carried(work));
        Executor searching = work -> searcher.execute(LogContext.carried(work));
        this.listener = new DiscordListener(editions, answering, searching, incoming, people, stopped);
        this.menu = new MessageMenu(editions, searching, incoming, people, stopped);
        this.messages = new TypedMessages(editions, searching, incoming, daily, people, stopped);
        this.news = new DailyNews(daily, connection);
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        // OkHttp keeps five idle connections unless told otherwise; answers in a burst would each dial anew.
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(new RestWatching(watch))
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .addInterceptor(new SentAgain())
                .addNetworkInterceptor(new SentOnce())
                .build();
    }

    private static ExecutorService searcher(DiscordWatch watch) {
        return new ThreadPoolExecutor(
                SEARCHERS,
                SEARCHERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(SEARCHES_WAITING),
                work -> {
                    Thread named = new Thread(work, "searching");
                    named.setDaemon(true);
                    return named;
                },
                (work, searchers) -> {
                    watch.searchRefused();
                    throw new RejectedExecutionException("more than " + SEARCHES_WAITING + " searches wait");
                });
    }

    /**
     * Connects, and returns when the bot was closed. A network that is not there yet is waited for.
     *
     * @throws DiscordRefusal when Discord does not accept the token or the bot, or has closed a connection for good
     */
    public void run() throws DiscordRefusal, InterruptedException {
        daily.start();
        listener.warmUp();
        connect();
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DiscordRefusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Another edition is in use: where this process has shard 0, Discord is told its commands if they differ. */
    public void renew() {
        connection.shards().map(shards -> shards.getShardById(0)).ifPresent(this::register);
    }

    private void register(JDA jda) {
        new CommandRegistration(editions.get().commands().usages(), ids).bringUpToDate(jda);
    }

    private void connect() throws DiscordRefusal, InterruptedException {
        Duration wait = FIRST_WAIT;
        while (!ended.isDone()) {
            try {
                connection.connected(shards(), () -> editions.get().replyMessage());
                news.tellWhenAllAreReady();
                Future<?> looks =
                        leasing.scheduleWithFixedDelay(this::lease, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                LOG.debug("Looking for shards: {}", looks);
                return;
            } catch (InvalidTokenException e) {
                throw ClosedForGood.refusedToken();
            } catch (ErrorResponseException | CompletionException | IllegalStateException away) {
                // JDA throws these when the network is away or something else answers in Discord's place; anything
                // else is our fault.
                String why =
                        String.valueOf(away.getMessage()).lines().findFirst().orElse("");
                LOG.warn("{} can't be reached ({}). Trying again in {} s", settings, why, wait.toSeconds());
            }
            try {
                ended.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException goOn) {
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    /** Takes what no other process has; never throws. */
    private void lease() {
        try {
            ShardLeases leases = connection.leases();
            int total = connection.shards().map(ShardManager::getShardsTotal).orElse(0);
            if (total == 0 || leases.agree(total) != total) {
                return;
            }
            Seen seen = leases.look();
            boolean taken = Stream.concat(seen.free().stream(), seen.ended().stream())
                            .filter(leases::take)
                            .count()
                    > 0;
            if (taken) {
                LOG.info("This process has shards {}", leases.held());
                news.tellWhenAllAreReady();
            }
        } catch (RuntimeException | Error away) {
            LOG.debug("Shards can't be leased now: {}", away.toString());
        }
    }

    /** Neither is privileged. */
    private EnumSet<GatewayIntent> intents() {
        return settings.mentions()
                ? EnumSet.of(GatewayIntent.DIRECT_MESSAGES, GatewayIntent.GUILD_MESSAGES)
                : EnumSet.of(GatewayIntent.DIRECT_MESSAGES);
    }

    private ShardManager shards() {
        // What is read is in direct messages, in mentions and in what a menu brings: all of that comes without that
        // intent.
        Message.suppressContentIntentWarning();
        String base = settings.api().toString();
        return DefaultShardManagerBuilder.createLight(settings.token(), intents())
                .setShardsTotal(settings.shards() == 0 ? -1 : settings.shards())
                .setRestConfig(new RestConfig().setBaseUrl(base.endsWith("/") ? base : base + "/"))
                .setSessionController(new NamedGateway())
                .setHttpClient(http)
                // What had no answer in time may have been done: see SentOnce.
                .setRequestTimeoutRetry(false)
                // What a log of JSON says beside each line of a shard.
                .setContextMap(shard -> new ConcurrentHashMap<>(Map.of("shard", String.valueOf(shard))))
                .setMaxReconnectDelay((int) LONGEST_RECONNECT_WAIT.toSeconds())
                .setEnableShutdownHook(false)
                // Without these JDA would think that a member may do what only the role may.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                // For the guilds that READY names: see Connection.
                .setRawEventsEnabled(true)
                .addEventListeners(listener, menu, messages, news, new Sessions(), new ShardWatching(watch))
                .build();
    }

    /** What happens to the connections. */
    private final class Sessions extends ListenerAdapter {
        @Override
        public void onReady(ReadyEvent event) {
            JDA jda = event.getJDA();
            LOG.info(
                    "Shard {} is ready, with {} guilds",
                    jda.getShardInfo().getShardString(),
                    event.getGuildTotalCount());
            if (jda.getShardInfo().getShardId() == 0) {
                register(jda);
            }
        }

        /** JDA tries again after codes that it doesn't know, too. */
        @Override
        public void onSessionDisconnect(SessionDisconnectEvent event) {
            Optional.ofNullable(event.getServiceCloseFrame())
                    .flatMap(frame -> ClosedForGood.of(frame.getCloseCode(), settings))
                    .ifPresent(ended::completeExceptionally);
        }

        /** A session ends for good when this bot is closed, when Discord says so, or when JDA gives it up; only the first is expected. */
        @Override
        public void onShutdown(ShutdownEvent event) {
            int code = event.getCode();
            Optional<DiscordRefusal> refusal = ClosedForGood.of(code, settings);
            if (refusal.isPresent()) {
                ended.completeExceptionally(refusal.get());
            } else if (!closing && connection.shards().isPresent()) {
                ended.completeExceptionally(new DiscordRefusal(
                        "The connection of shard "
                                + event.getJDA().getShardInfo().getShardString() + " was given up (close code " + code
                                + "). Start the bot again.",
                        true));
            }
        }
    }

    /** Takes no more work, finishes what runs, closes the connections; returns within ten seconds. */
    @Override
    public void close() {
        closing = true;
        stopped.set(true);
        LOG.info("Closing; {}", editions.get().kept().inWords());
        daily.finish();
        worker.shutdown();
        searcher.shutdown();
        leasing.shutdownNow();
        connection.shards().ifPresent(open -> {
            List<JDA> sessions = List.copyOf(open.getShards());
            open.shutdown();
            long deadline = System.nanoTime() + LONGEST_CLOSE.toNanos();
            sessions.forEach(session -> awaitShutdown(session, Duration.ofNanos(deadline - System.nanoTime())));
        });
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        ended.complete(null);
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
