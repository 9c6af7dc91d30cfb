package dev.almanac.daily;

import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily posts of this process: a thread of their own that looks at what is due, and Discord's news that concern them.
 * Everything returns at once; whatever fails is tried again and never leaves here.
 */
public final class Daily implements AutoCloseable, GuildNews {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
    private static final Duration SHORTLY = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration CLOCK_WENT_BACK = Duration.ofSeconds(10);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final DailyDatabase database;
    private final Requests requests;
    private final DailyPosts posts;
    private final PostNow postNow;
    private final DailyUpkeep upkeep;
    private final PostText text;
    private final Clock clock;
    private final DailyRules rules;
    private final Map<Long, ZoneId> zones = new ConcurrentHashMap<>();
    private final Queue<Runnable> notFollowed = new ArrayDeque<>();
    private final ExecutorService thread;
    private volatile CompletableFuture<Void> firstOpening = CompletableFuture.completedFuture(null);
    private Instant lastTurn = Instant.EPOCH;
    private Instant lastCleaning = Instant.EPOCH;
    private String lastProblem = "";
    private boolean begun;
    private volatile boolean finishing;

    /** Daily posts that are not begun yet. */
    public Daily(
            DailyDatabase database, Timeline timeline, Guilds guilds, Postbox postbox, Clock clock, DailyRules rules) {
        this(database, timeline, guilds, postbox, clock, rules, newThread());
    }

    /** @param thread runs one thing at a time, in the order in which it is given them */
    Daily(
            DailyDatabase database,
            Timeline timeline,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            ExecutorService thread) {
        this.database = database;
        this.text = new PostText(timeline);
        this.requests = new Requests(thread);
        this.posts = new DailyPosts(database, text, guilds, postbox, clock, rules, requests);
        this.postNow = new PostNow(database, posts, text, postbox, clock, requests, thread);
        this.upkeep = new DailyUpkeep(database, guilds, postbox, clock, thread);
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

    /** Begins to look at what is due. */
    public void start() {
        firstOpening = new CompletableFuture<>();
        thread.execute(this::turnAndGoOn);
    }

    private void turnAndGoOn() {
        Duration next = turn();
        if (!finishing) {
            CompletableFuture.delayedExecutor(next.toMillis(), TimeUnit.MILLISECONDS, thread)
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
            if (!lastProblem.isEmpty()) {
                LOG.info("Daily posts go on");
                lastProblem = "";
            }
            return next;
        } catch (DailyDatabase.Away | JdbiException away) {
            String problem = String.valueOf(away.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.warn("Daily posts wait, look-ups go on: {}", problem);
                lastProblem = problem;
            }
            database.reconnect();
        } catch (RuntimeException | Error failure) {
            // An Error, too: nobody would notice that this thread had ended.
            LOG.error("Daily posts failed; trying again", failure);
        }
        return UNTIL_NEXT_ATTEMPT;
    }

    private Duration work() {
        open();
        Instant now = clock.instant();
        if (!begun) {
            zones.putAll(database.store().schedules().zones());
            upkeep.findOrphans();
            begun = true;
        }
        if (now.isBefore(lastTurn.minus(CLOCK_WENT_BACK))) {
            LOG.warn("The clock went back from {} to {}; all that waits is looked at anew", lastTurn, now);
            database.store().schedules().lookAgain(now);
            lastCleaning = now;
        }
        lastTurn = now;
        for (Runnable news = notFollowed.peek(); news != null; news = notFollowed.peek()) {
            news.run();
            notFollowed.remove();
        }
        // Ten turns a second; a slower pace has one request a turn and longer turns.
        int most = Math.max(1, rules.pace() / 10);
        Duration turn = rules.pace() < 10 ? Duration.ofSeconds(1).dividedBy(rules.pace()) : SHORTLY;
        boolean busy = posts.begin(most) > 0 || upkeep.tellOne();
        if (now.isAfter(lastCleaning.plus(BETWEEN_CLEANINGS))) {
            lastCleaning = now;
            upkeep.forgetOld();
        }
        return busy ? turn : IDLE;
    }

    private void open() {
        try {
            database.open();
        } finally {
            firstOpening.complete(null);
        }
    }

    /** The zone that was set last in a guild; empty where there is none. */
    public Optional<ZoneId> zone(long guild) {
        return Optional.ofNullable(zones.get(guild));
    }

    void zoneIs(long guild, ZoneId zone) {
        zones.put(guild, zone);
    }

    PostNow postNow() {
        return postNow;
    }

    PostText text() {
        return text;
    }

    /** The database; waits for the first attempt to open it. @throws DailyDatabase.Away when it is not open */
    DailyStore store() {
        CompletableFuture<Void> tried =
                firstOpening.copy().completeOnTimeout(null, LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        tried.join();
        return database.store();
    }

    /** All shards of this process are ready. */
    @Override
    public void shardsAreReady() {
        later(upkeep::findOrphans);
    }

    /** A guild is there, or there again, or what the bot may do in it has changed. */
    @Override
    public void guildIsHere(long guild) {
        if (zones.containsKey(guild)) {
            later(() -> upkeep.lookAt(guild));
        }
    }

    /** The bot was removed from a guild, or the guild deleted: all we have of it is. */
    @Override
    public void guildIsGone(long guild) {
        zones.remove(guild);
        later(() -> database.store().comings().deleteGuild(guild));
    }

    @Override
    public void channelIsGone(long channel) {
        later(() -> database.store().comings().deleteChannel(channel));
    }

    @Override
    public void roleIsGone(long guild, long role) {
        later(() -> database.store().comings().forgetRole(guild, role));
    }

    private void later(Runnable news) {
        try {
            thread.execute(() -> follow(news));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Daily posts are over");
        }
    }

    private void follow(Runnable news) {
        try {
            news.run();
        } catch (DailyDatabase.Away away) {
            // Whoever holds the database hears the same news; when it is ours, all guilds are looked at.
            LOG.debug("Not now: {}", away.toString());
        } catch (JdbiException away) {
            LOG.warn("News of Discord can't be followed now; trying again: {}", away.toString());
            notFollowed.add(news);
        } catch (RuntimeException failure) {
            LOG.error("News of Discord could not be followed", failure);
        }
    }

    /** Begins nothing new, and waits for what is under way, some seconds at most; to be called while Discord is still there. */
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
