package dev.almanac.discord;

import dev.almanac.chat.LogContext;
import dev.almanac.daily.DailyWork;
import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.ScheduleStore.Away;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot on Discord: connects, stays connected, answers, and closes in good order. */
public final class DiscordBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);

    /** With a minute to hand shards over, and what the daily posts may take, less than compose.yaml and the unit wait before they kill. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(6);

    /** The first begins a session, which is mostly ready when the second comes. */
    private static final int LOOKS_UNTIL_WARM = 2;

    /** About a minute. */
    private static final int LOOKS_UNTIL_COMMANDS_ARE_LEARNT = 60;

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
    private final ShardSessions sessions;
    private final ShardKeeper keeper;
    private final HandOver handOver;
    private final Connection connection;
    private final DailyWork daily;
    private final ExecutorService worker = Executors.newFixedThreadPool(WORKERS, new Daemons("answering"));
    private final ExecutorService searcher;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile boolean closing;
    private final CompletableFuture<Void> ready;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * A bot that is not connected yet.
     *
     * @param editions what is in use; {@link #renew} is to be called when that is another one
     * @param ids those that the editions mention their commands by
     * @param zone whose today is meant by whoever names no day, where the guild has set none
     * @param connection the one that the daily posts use
     * @param identifyTurns of all processes of this bot
     * @param watch is told what happens between the bot and Discord
     * @param ready is done once a first shard is ready: what only some who ask need would be in the login's way before
     */
    public DiscordBot(
            DiscordSettings settings,
            Supplier<DiscordEdition> editions,
            CommandIds ids,
            Clock clock,
            ZoneId zone,
            Connection connection,
            IdentifyTurns identifyTurns,
            DailyWork daily,
            DiscordWatch watch,
            CompletableFuture<Void> ready) {
        this.settings = settings;
        this.editions = editions;
        this.ids = ids;
        this.connection = connection;
        this.daily = daily;
        this.ready = ready;
        this.searcher = searcher(watch);
        Incoming incoming = new Incoming(clock, guild -> daily.zone(guild).orElse(zone));
        Allowance people = new Allowance(ANSWERS_OF_A_PERSON, clock);
        Executor answering = work -> worker.execute(LogContext.carried(work));
        Executor searching = work -> searcher.execute(LogContext.carried(work));
        this.listener = new DiscordListener(editions, answering, searching, incoming, people, stopped);
        MessageMenu menu = new MessageMenu(editions, searching, incoming, people, stopped);
        TypedMessages messages = new TypedMessages(editions, searching, incoming, daily, people, stopped);
        DailyNews news = new DailyNews(daily, connection);
        this.sessions = new ShardSessions(
                settings,
                connection,
                clock,
                identifyTurns,
                new RestWatching(watch),
                List.of(
                        listener,
                        menu,
                        messages,
                        new Seldom(news),
                        new Seldom(new Sessions()),
                        new Seldom(new ShardWatching(watch, connection))));
        this.handOver = new HandOver(connection, sessions);
        this.keeper = new ShardKeeper(settings, connection, sessions, news, watch, this::has);
    }

    private static ExecutorService searcher(DiscordWatch watch) {
        return new ThreadPoolExecutor(
                SEARCHERS,
                SEARCHERS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(SEARCHES_WAITING),
                new Daemons("searching"),
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
        // JDA would take a stack trace with each request, to show where it came from; what fails is logged in one line.
        RestAction.setPassContext(false);
        daily.start();
        connection.setting(() -> editions.get().replyMessage());
        for (int looks = 1; !ended.isDone(); looks++) {
            Duration wait = keeper.look();
            if (looks == LOOKS_UNTIL_WARM) {
                listener.warmUp();
            }
            if (looks % LOOKS_UNTIL_COMMANDS_ARE_LEARNT == 0) {
                connection.sessions().values().stream().findAny().ifPresent(this::learnCommands);
            }
            await(wait);
        }
    }

    private void await(Duration longest) throws DiscordRefusal, InterruptedException {
        try {
            ended.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goOn) {
            LOG.trace("Still connected");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DiscordRefusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Another edition is in use: where this process has shard 0, Discord is told its commands if they differ. */
    public void renew() {
        if (writesCommands()) {
            has(0);
        }
    }

    private CommandRegistration registration() {
        return new CommandRegistration(editions.get().commands().usages(), ids);
    }

    /** Only the process of shard 0 does; the others learn their ids. */
    private boolean writesCommands() {
        return connection.leases().taken().contains(0);
    }

    private void learnCommands(JDA session) {
        if (!writesCommands()) {
            registration().learn(session);
        }
    }

    private void has(int shard) {
        if (shard == 0) {
            connection.session(0).ifPresent(registration()::bringUpToDate);
        }
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
            if (jda.getShardInfo().getShardId() == 0 && writesCommands()) {
                registration().bringUpToDate(jda);
            } else {
                learnCommands(jda);
            }
            ready.complete(null);
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
                forgetTotalAfter(code);
                ended.completeExceptionally(refusal.get());
            } else if (!closing
                    && connection
                            .session(event.getJDA().getShardInfo().getShardId())
                            .filter(event.getJDA()::equals)
                            .isPresent()) {
                ended.completeExceptionally(new DiscordRefusal(
                        "The connection of shard "
                                + event.getJDA().getShardInfo().getShardString() + " was given up (close code " + code
                                + "). Start the bot again.",
                        true));
            }
        }

        /** The number that Discord advised is too small: the next process asks anew. */
        private void forgetTotalAfter(int code) {
            if (code == CloseCode.SHARDING_REQUIRED.getCode()
                    && settings.sharding().isAdvised()) {
                try {
                    connection.leases().forgetTotal();
                } catch (Away away) {
                    LOG.warn("The number of shards that Discord advised before stays stored: {}", away.getMessage());
                }
            }
        }
    }

    /**
     * Hands the shards over to other processes, as far as there are any with room, takes no more work, finishes what runs, closes the
     * connections; returns within ten seconds, and a minute more where others take that long to come.
     */
    @Override
    public void close() {
        closing = true;
        keeper.stop();
        handOver.run();
        stopped.set(true);
        LOG.info("Closing; {}", editions.get().kept().inWords());
        daily.finish();
        worker.shutdown();
        searcher.shutdown();
        sessions.close(LONGEST_CLOSE);
        ended.complete(null);
    }
}
