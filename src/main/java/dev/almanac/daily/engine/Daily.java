package dev.almanac.daily.engine;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.DailyWork;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.engine.News.Item;
import dev.almanac.daily.engine.News.What;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily posts of this process: a thread of their own that looks at what is due, and Discord's news that concern them.
 * Everything returns at once; whatever fails is tried again and never leaves here.
 */
public final class Daily implements DailyWork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration CLOCK_WENT_BACK = Duration.ofSeconds(10);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final ScheduleDatabase database;
    private final Guilds guilds;
    private final Requests requests;
    private final Pace pace = new Pace();
    private final DailyPosts posts;
    private final PostNow postNow;
    private final Upkeep upkeep;
    private final Supplier<PostText> text;
    private final Clock clock;
    private final DailyRules rules;
    private final DailyWatch watch;
    private final Zones zones;
    private final News news = new News();
    private final Following following;
    private final ExecutorService thread;
    private volatile CompletableFuture<Void> firstOpening = CompletableFuture.completedFuture(null);
    private final AtomicInteger besides = new AtomicInteger();
    private Instant lastTurn = Instant.EPOCH;
    private Instant lastCleaning = Instant.EPOCH;
    private Instant lastCount = Instant.EPOCH;
    private String lastProblem = "";
    private Duration untilNextAttempt = FIRST_WAIT;
    private boolean begun;
    private boolean forgetting;
    private volatile boolean finishing;

    /** Daily posts that are not begun yet, and that nobody watches. */
    public Daily(
            ScheduleDatabase database,
            Supplier<PostText> text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules) {
        this(database, text, guilds, postbox, clock, rules, DailyWatch.NONE);
    }

    /**
     * Daily posts that are not begun yet, and are watched.
     *
     * @param text over the timeline in use, asked for anew with each post
     */
    public Daily(
            ScheduleDatabase database,
            Supplier<PostText> text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            DailyWatch watch) {
        this(database, text, guilds, postbox, clock, rules, watch, newThread());
    }

    /** @param thread runs one thing at a time, in the order in which it is given them */
    Daily(
            ScheduleDatabase database,
            Supplier<PostText> text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            DailyWatch watch,
            ExecutorService thread) {
        this.watch = watch;
        this.database = database;
        this.guilds = guilds;
        this.text = text;
        this.requests = new Requests(thread);
        this.upkeep = new Upkeep(database, guilds, postbox, clock, thread);
        this.posts = new DailyPosts(database, text, guilds, postbox, clock, rules, requests, watch, upkeep::setAside);
        this.postNow = new PostNow(database, posts, text, guilds, postbox, clock, requests, thread);
        this.zones = new Zones(database);
        this.following = new Following(news, database, upkeep, zones);
        this.clock = clock;
        this.rules = rules;
        this.thread = thread;
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread named = new Thread(work, "daily");
            named.setDaemon(true);
            return named;
        });
    }

    @Override
    public void start() {
        firstOpening = new CompletableFuture<>();
        thread.execute(this::turnAndGoOn);
    }

    private void turnAndGoOn() {
        long begun = System.nanoTime();
        // From one beginning to the next, or the pace would be slower than what was set by what the turns take.
        long next = turn().toNanos() - (System.nanoTime() - begun);
        if (!finishing) {
            CompletableFuture.delayedExecutor(next, TimeUnit.NANOSECONDS, thread)
                    .execute(this::turnAndGoOn);
        }
    }

    /** Does what is to be done now; how long to wait before the next turn. Never throws: whatever fails is tried again. */
    Duration turn() {
        if (finishing) {
            return IDLE;
        }
        try {
            Duration next = work();
            untilNextAttempt = FIRST_WAIT;
            watch.works();
            if (!lastProblem.isEmpty()) {
                LOG.info("Daily posts go on");
                lastProblem = "";
            }
            return next;
        } catch (Away away) {
            if (finishing) {
                // Closed while it was being opened.
                return IDLE;
            }
            String problem = String.valueOf(away.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.warn("Daily posts wait, look-ups go on: {}", problem);
                lastProblem = problem;
            }
            watch.waits(problem, away.isHeldByAnother());
            database.reconnect();
        } catch (RuntimeException | Error failure) {
            // An Error, too: nobody would notice that this thread had ended.
            LOG.error("Daily posts failed; trying again", failure);
            watch.fails(failure);
        }
        Duration wait = untilNextAttempt;
        Duration longer = wait.multipliedBy(2);
        untilNextAttempt = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
        return wait;
    }

    private Duration work() {
        open();
        Instant now = clock.instant();
        if (!begun) {
            begin();
        }
        if (now.isBefore(lastTurn.minus(CLOCK_WENT_BACK))) {
            LOG.warn("The clock went back from {} to {}; all that waits is looked at anew", lastTurn, now);
            upkeep.lookAtAllThatWaits();
            lastCleaning = now;
            lastCount = now;
        }
        lastTurn = now;
        zones.keepUp();
        following.all();
        double perSecond = perSecond();
        long before = requests.begun() - besides.getAndSet(0);
        boolean busy = posts.begin(pace.most(perSecond, now)) > 0 || upkeep.tellOne();
        pace.done(requests.begun() - before, busy);
        if (now.isAfter(lastCleaning.plus(BETWEEN_CLEANINGS))) {
            lastCleaning = now;
            if (following.shardsAreReady()) {
                upkeep.forgetOrphans();
            }
            forgetting = true;
        }
        if (forgetting) {
            forgetting = upkeep.forgetSomeDays();
        }
        if (now.isAfter(lastCount.plus(BETWEEN_COUNTS))) {
            lastCount = now;
            watch.due(database.store().backlog(now));
        }
        return busy || forgetting ? pace.turn(perSecond) : IDLE;
    }

    /** Where all shards are ready already, their news bring with them what is begun with. */
    private void begin() {
        following.all();
        if (!following.shardsAreReady()) {
            zones.readAll();
            upkeep.lookAtAllThatWaits();
        }
        begun = true;
    }

    /** Requests a second: what Discord allows it counts over all processes, and this one has its shards' part of it. */
    private double perSecond() {
        Shards ours = guilds.shards();
        return (double) rules.pace() * Math.max(1, ours.ready().size()) / Math.max(1, ours.total());
    }

    private void open() {
        try {
            database.open();
        } finally {
            firstOpening.complete(null);
        }
    }

    @Override
    public Optional<ZoneId> zone(long guild) {
        return zones.of(guild);
    }

    /** A schedule of a guild was set or removed. */
    public void schedulesChanged(long guild) {
        zones.read(store(), guild);
    }

    public PostNow postNow() {
        return postNow;
    }

    public PostText text() {
        return text.get();
    }

    /** What is kept; waits for the first attempt to open it. @throws Away when it is not open */
    public ScheduleStore store() {
        CompletableFuture<Void> tried =
                firstOpening.copy().completeOnTimeout(null, LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        tried.join();
        return database.store();
    }

    /** Whether another process of this bot does the daily posts, as far as is known. */
    public boolean isStandingBy() {
        return database.isHeldByAnother();
    }

    @Override
    public void sentBesides() {
        besides.incrementAndGet();
    }

    @Override
    public void shardsAreReady() {
        heard(new Item(What.SHARDS_ARE_READY, 0, 0));
    }

    @Override
    public void guildIsHere(long guild) {
        if (zones.hasSchedule(guild)) {
            heard(new Item(What.GUILD_IS_HERE, guild, 0));
        }
    }

    @Override
    public void guildIsGone(long guild) {
        zones.forget(guild);
        heard(new Item(What.GUILD_IS_GONE, guild, 0));
    }

    @Override
    public void channelIsGone(long guild, long channel) {
        heard(new Item(What.CHANNEL_IS_GONE, guild, channel));
    }

    @Override
    public void roleIsGone(long guild, long role) {
        heard(new Item(What.ROLE_IS_GONE, guild, role));
    }

    private void heard(Item item) {
        news.add(item);
        try {
            thread.execute(this::followWhatIsHeard);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Daily posts are over");
        }
    }

    private void followWhatIsHeard() {
        try {
            if (begun) {
                following.all();
            }
        } catch (Away away) {
            LOG.debug("News wait for the next turn: {}", away.toString());
        }
    }

    @Override
    public void finish() {
        finishing = true;
        try {
            // When this has its turn, the last turn that began something is over.
            CompletableFuture.runAsync(() -> LOG.debug("Daily posts end"), thread)
                    .completeOnTimeout(null, LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            requests.await(LONGEST_CLOSE);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Daily posts are over");
        }
    }

    /** Ends the thread, when it has written what it knows, and closes the database; returns within seconds. */
    @Override
    public void close() {
        finishing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
