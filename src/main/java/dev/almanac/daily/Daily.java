package dev.almanac.daily;

import dev.almanac.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daily posts of this process: a thread of their own that looks at what is due, and Discord's news that concern them.
 * Everything returns at once; whatever fails is tried again and never leaves here.
 */
public final class Daily implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);
    private static final Duration SHORTLY = Duration.ofMillis(100);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final DailyDatabase database;
    private final DailyPosts posts;
    private final DailyUpkeep upkeep;
    private final PostText text;
    private final Clock clock;
    private final DailyRules rules;
    private final Map<Long, ZoneId> zones = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "daily");
        named.setDaemon(true);
        return named;
    });
    private final CompletableFuture<Void> firstOpening = new CompletableFuture<>();
    private Instant lastCleaning = Instant.EPOCH;
    private String lastProblem = "";

    /** Daily posts that are not begun yet. */
    public Daily(
            DailyDatabase database, Timeline timeline, Guilds guilds, Postbox postbox, Clock clock, DailyRules rules) {
        this.database = database;
        this.text = new PostText(timeline);
        this.posts = new DailyPosts(database, text, guilds, postbox, clock, rules, thread);
        this.upkeep = new DailyUpkeep(database, guilds, postbox, clock);
        this.clock = clock;
        this.rules = rules;
    }

    /** Begins to look at what is due. */
    public void start() {
        thread.execute(this::turn);
    }

    private void turn() {
        Duration next = IDLE;
        try {
            next = work();
            if (!lastProblem.isEmpty()) {
                LOG.info("Daily posts go on");
                lastProblem = "";
            }
        } catch (DailyDatabase.Away | JdbiException away) {
            String problem = String.valueOf(away.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.warn("Daily posts wait, look-ups go on: {}", problem);
                lastProblem = problem;
            }
            next = UNTIL_NEXT_ATTEMPT;
        } catch (RuntimeException failure) {
            LOG.error("Daily posts failed; trying again", failure);
            next = UNTIL_NEXT_ATTEMPT;
        }
        try {
            CompletableFuture.delayedExecutor(next.toMillis(), TimeUnit.MILLISECONDS, thread)
                    .execute(this::turn);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Daily posts are over");
        }
    }

    private Duration work() {
        if (!database.isOpen()) {
            open();
            database.store().schedules().lookAgain();
            zones.putAll(database.store().schedules().zones());
            upkeep.findOrphans();
        }
        // Ten turns a second; a slower pace has one request a turn and longer turns.
        int requests = Math.max(1, rules.pace() / 10);
        Duration turn = rules.pace() < 10 ? Duration.ofSeconds(1).dividedBy(rules.pace()) : SHORTLY;
        boolean busy = posts.begin(requests) > 0 || upkeep.tellOne();
        if (clock.instant().isAfter(lastCleaning.plus(BETWEEN_CLEANINGS))) {
            lastCleaning = clock.instant();
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

    DailyPosts posts() {
        return posts;
    }

    PostText text() {
        return text;
    }

    /** The database, once it was tried to open it. @throws DailyDatabase.Away when it is not open */
    DailyStore store() {
        CompletableFuture<Void> tried =
                firstOpening.copy().completeOnTimeout(null, LONGEST_OPENING.toMillis(), TimeUnit.MILLISECONDS);
        tried.join();
        return database.store();
    }

    /** All shards of this process are ready. */
    public void shardsAreReady() {
        later(upkeep::findOrphans);
    }

    /** A guild is there, or there again, or what the bot may do in it has changed. */
    public void guildIsHere(long guild) {
        if (zones.containsKey(guild)) {
            later(() -> upkeep.lookAt(guild));
        }
    }

    /** The bot was removed from a guild, or the guild deleted: all we have of it is. */
    public void guildIsGone(long guild) {
        later(() -> {
            zones.remove(guild);
            store().schedules().deleteGuild(guild);
        });
    }

    public void channelIsGone(long channel) {
        later(() -> store().schedules().deleteChannel(channel));
    }

    public void roleIsGone(long guild, long role) {
        later(() -> store().schedules().forgetRole(guild, role));
    }

    private void later(Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (DailyDatabase.Away | JdbiException away) {
                    // When the database is back, all guilds are looked at anew.
                    LOG.debug("Not now: {}", away.toString());
                } catch (RuntimeException failure) {
                    LOG.error("News of Discord could not be followed", failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("Daily posts are over");
        }
    }

    /** Begins nothing new, and waits for what is under way, some seconds at most; to be called while Discord is still there. */
    public void finish() {
        thread.shutdown();
        posts.await(LONGEST_CLOSE);
    }

    /** Ends the thread, when it has written what it knows, and closes the database; returns within seconds. */
    @Override
    public void close() {
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
