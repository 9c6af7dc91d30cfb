package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayEntry.State;
import dev.almanac.daily.Guilds.Channel;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Postbox.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the promise of the daily post: once per channel and due day, and never silently missing. A day is claimed in the
 * database before it is sent; what became of a claim that nobody finished is found out before it is sent again.
 *
 * <p>Runs on one thread, the executor's; everything that takes time comes back to it as an event.
 */
final class DailyPosts {
    private static final Logger LOG = LoggerFactory.getLogger(DailyPosts.class);

    /** How much Discord's clock and ours may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    /** How long a request may be under way before the schedule is looked at again; it is never sent twice at a time. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final DailyDatabase database;
    private final PostText text;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final DailyRules rules;
    private final Executor executor;
    private final Requests requests;
    private final Crossposts crossposts;

    DailyPosts(
            DailyDatabase database,
            PostText text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            Executor executor) {
        this.database = database;
        this.text = text;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.rules = rules;
        this.executor = executor;
        this.requests = new Requests(executor);
        this.crossposts = new Crossposts(guilds, postbox, clock, rules, requests);
    }

    /**
     * Begins what is due, as many requests as are allowed now.
     *
     * @return how many were begun or looked at
     */
    int begin(int most) {
        DailyStore store = database.store();
        requests.catchUp();
        Instant now = clock.instant();
        List<Schedule> due = store.due(now, guilds.shards(), most);
        due.forEach(schedule -> begin(store, schedule, now));
        return due.size() + crossposts.begin(store, most - due.size());
    }

    private void begin(DailyStore store, Schedule schedule, Instant now) {
        try {
            CompletableFuture<Void> begun = look(store, schedule, now);
            LOG.debug("Channel {} is looked at: {}", schedule.channel(), begun);
        } catch (DailyDatabase.Away | JdbiException away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.error("The post of {} in channel {} failed; trying again", schedule.due(), schedule.channel(), failure);
            store.tryAgain(schedule.channel(), schedule.due().day(), now.plus(AFTER_A_FAULT));
        }
    }

    /** Waits for what is under way, at most so long. */
    void await(Duration longest) {
        requests.await(longest);
    }

    /** Decides what is to be done about the day that is due, and begins it. */
    private CompletableFuture<Void> look(DailyStore store, Schedule schedule, Instant now) {
        long channel = schedule.channel();
        Due due = schedule.due();
        Optional<DayEntry> entry = store.entry(channel, due.day());
        boolean inDoubt = entry.filter(DayEntry::isInDoubt).isPresent();
        boolean tooLate = now.isAfter(due.at().plus(rules.longestLate()));
        Optional<Channel> seen = guilds.channel(schedule.guild(), channel);
        if (requests.isUnderWay(channel)) {
            store.tryAgain(channel, due.day(), now.plus(LONGEST_REQUEST));
        } else if (entry.filter(DayEntry::isSettled).isPresent()) {
            store.plan(channel, due.day(), Due.afterDay(due.day(), schedule.settings()));
        } else if (tooLate && !(inDoubt && seen.filter(Channel::readsHistory).isPresent())) {
            missed(store, schedule, entry.map(DayEntry::reason).orElse(""), now);
        } else if (guilds.presence(schedule.guild()) != Presence.HERE) {
            store.tryAgain(channel, due.day(), now.plus(DailyRules.WAIT_FOR_GUILD));
        } else if (seen.isEmpty()) {
            stop(store, schedule, "the channel can't be found", now);
        } else if (!seen.get().missing().isEmpty()) {
            stop(store, schedule, "missing: " + String.join(", ", seen.get().missing()), now);
        } else if (inDoubt) {
            return settle(store, schedule, entry.get(), seen.get(), now);
        } else {
            return post(store, schedule.settings(), due, now);
        }
        return DONE;
    }

    /** A claim that nobody finished: was it sent? */
    private CompletableFuture<Void> settle(
            DailyStore store, Schedule schedule, DayEntry entry, Channel channel, Instant now) {
        Duration sinceLast = Duration.between(entry.attemptedAt(), now);
        boolean clockWentBack = sinceLast.isNegative();
        if (!clockWentBack && sinceLast.compareTo(DailyRules.UNDER_WAY) < 0) {
            store.tryAgain(schedule.channel(), entry.day(), entry.attemptedAt().plus(DailyRules.UNDER_WAY));
        } else if (channel.readsHistory()) {
            return find(store, schedule, entry, now);
        } else if (!clockWentBack && Duration.between(entry.claimedAt(), now).compareTo(rules.nonceWindow()) < 0) {
            return post(store, schedule.settings(), schedule.due(), now);
        } else {
            missed(
                    store,
                    schedule,
                    "it may have been sent, and without the permission Read Message History nobody can tell",
                    now);
        }
        return DONE;
    }

    private CompletableFuture<Void> find(DailyStore store, Schedule schedule, DayEntry entry, Instant now) {
        Instant since = entry.claimedAt().isBefore(now) ? entry.claimedAt() : now;
        Instant until = entry.attemptedAt().isAfter(now) ? entry.attemptedAt() : now;
        long channel = schedule.channel();
        LocalDate day = entry.day();
        store.tryAgain(channel, day, now.plus(LONGEST_REQUEST));
        return requests.follow(
                channel,
                postbox.find(
                        schedule.guild(), channel, marker(day), since.minus(CLOCKS_DIFFER), until.plus(CLOCKS_DIFFER)),
                found -> found.ifPresentOrElse(
                        message -> posted(
                                store, schedule.settings(), schedule.due(), message, entry.attemptedAt(), List.of()),
                        () -> store.notSent(channel, day, "", clock.instant())),
                failure -> failed(store, schedule.settings(), schedule.due(), failure, false));
    }

    /** Sends the post of a day, having claimed it. */
    private CompletableFuture<Void> post(DailyStore store, Settings settings, Due due, Instant now) {
        Duration late = late(due, now);
        Optional<Post> post = text.of(settings, due.day(), late, lately(store, settings.channel()));
        if (post.isEmpty()) {
            store.settle(
                    settings,
                    entry(settings, due, State.EMPTY, now, Duration.ZERO, 0, List.of(), "", Publishing.NONE),
                    Due.afterDay(due.day(), settings));
            return DONE;
        }
        if (!store.claim(settings, due.day(), now, now.plus(LONGEST_REQUEST))) {
            store.plan(settings.channel(), due.day(), Due.afterDay(due.day(), settings));
            return DONE;
        }
        return requests.follow(
                settings.channel(),
                postbox.send(post.get()),
                message -> posted(
                        store,
                        settings,
                        due,
                        message,
                        clock.instant(),
                        post.get().events()),
                failure -> failed(store, settings, due, failure, true));
    }

    private static Duration late(Due due, Instant now) {
        Duration late = Duration.between(due.at(), now);
        return late.isNegative() ? Duration.ZERO : late;
    }

    private static List<String> lately(DailyStore store, long channel) {
        return store.days(channel, (int) DailyRules.KEEP_LOG.toDays()).stream()
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    /** The due day as the id of the post's first container: 20261124. */
    static int marker(LocalDate day) {
        return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }

    private void posted(DailyStore store, Settings settings, Due due, long message, Instant at, List<String> events) {
        Publishing publishing = settings.publish() && message != 0 ? Publishing.PENDING : Publishing.NONE;
        store.settle(
                settings,
                entry(settings, due, State.POSTED, at, late(due, at), message, events, "", publishing),
                Due.afterDay(due.day(), settings));
    }

    private void missed(DailyStore store, Schedule schedule, String reason, Instant now) {
        String why = reason.isEmpty()
                ? "the bot could not post within " + rules.longestLate().toHours() + " hours"
                : reason;
        LOG.warn(
                "Channel {} has no post for {}: {}",
                schedule.channel(),
                schedule.due().day(),
                why);
        store.settle(
                schedule.settings(),
                entry(
                        schedule.settings(),
                        schedule.due(),
                        State.MISSED,
                        now,
                        Duration.ZERO,
                        0,
                        List.of(),
                        why,
                        Publishing.NONE),
                afterMissed(schedule, now));
    }

    /** Of a schedule that was not looked at for longer than anybody keeps a log, the days before that are not told. */
    private static Due afterMissed(Schedule schedule, Instant now) {
        LocalDate oldest = LocalDate.ofInstant(
                now.minus(DailyRules.KEEP_LOG), schedule.settings().zone());
        LocalDate day = schedule.due().day();
        return Due.afterDay(day.isBefore(oldest) ? oldest : day, schedule.settings());
    }

    private static DayEntry entry(
            Settings settings,
            Due due,
            State state,
            Instant at,
            Duration late,
            long message,
            List<String> events,
            String reason,
            Publishing publishing) {
        return new DayEntry(
                settings.channel(),
                due.day(),
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                at,
                late,
                message,
                events,
                reason,
                publishing);
    }

    private void stop(DailyStore store, Schedule schedule, String reason, Instant now) {
        LOG.info("The daily post of channel {} is stopped: {}", schedule.channel(), reason);
        store.schedules().stop(schedule.channel(), reason, now);
    }

    /** @param sent whether it was the post itself that failed, or only the look for it */
    private void failed(DailyStore store, Settings settings, Due due, Failure failure, boolean sent) {
        long channel = settings.channel();
        Instant now = clock.instant();
        String reason = String.valueOf(failure.getMessage());
        Duration wait = DailyRules.backoff(
                store.entry(channel, due.day()).map(DayEntry::attempts).orElse(1));
        LOG.info("The post of {} in channel {} did not go out ({}): {}", due.day(), channel, failure.kind(), reason);
        switch (failure.kind()) {
            case DONE_AND_DELETED -> posted(store, settings, due, 0, now, List.of());
            case CHANNEL_GONE -> store.schedules().deleteChannel(channel);
            case GUILD_GONE -> store.schedules().deleteGuild(settings.guild());
            case NOT_ALLOWED -> {
                if (sent) {
                    store.notSent(channel, due.day(), reason, now);
                }
                store.schedules().stop(channel, reason, now);
            }
            case NOT_DONE, IN_DOUBT -> {
                if (sent && failure.kind() == Failure.Kind.NOT_DONE) {
                    store.notSent(channel, due.day(), reason, now.plus(wait));
                } else {
                    store.tryAgain(channel, due.day(), now.plus(wait));
                }
            }
            case REFUSED ->
                store.settle(
                        settings,
                        entry(settings, due, State.MISSED, now, Duration.ZERO, 0, List.of(), reason, Publishing.NONE),
                        Due.afterDay(due.day(), settings));
        }
    }

    /**
     * Posts at once, at an admin's wish: today's post if it is not out yet. The schedule must be active.
     *
     * @param extra whether to post one more where today's is out, under a nonce of this interaction; 0 for no
     * @return what was done, in the end
     */
    CompletableFuture<Now> postNow(Schedule schedule, long extra) {
        return CompletableFuture.completedFuture(schedule).thenComposeAsync(known -> now(known, extra), executor);
    }

    /** What came of posting at once. */
    enum Now {
        POSTED,
        /** Today's is out already. */
        OUT_ALREADY,
        /** Nobody knows yet what became of the last attempt. */
        IN_DOUBT,
        /** Nothing is known of the day, and the schedule wants no other. */
        NOTHING_TO_POST,
        FAILED
    }

    private CompletableFuture<Now> now(Schedule schedule, long extra) {
        DailyStore store = database.store();
        Settings settings = schedule.settings();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        Optional<DayEntry> entry = store.entry(settings.channel(), today);
        if (requests.isUnderWay(settings.channel())
                || entry.filter(DayEntry::isInDoubt).isPresent()) {
            return CompletableFuture.completedFuture(Now.IN_DOUBT);
        }
        boolean out = entry.filter(known -> known.state() == State.POSTED).isPresent();
        if (!out) {
            store.makeDue(settings, new Due(today, now));
            return look(store, store.schedules().of(settings.channel()).orElseThrow(), now)
                    .thenApplyAsync(
                            done -> store.entry(settings.channel(), today).map(DayEntry::state), executor)
                    .thenApply(state -> state.filter(State.POSTED::equals).isPresent()
                            ? Now.POSTED
                            : state.filter(State.EMPTY::equals).isPresent() ? Now.NOTHING_TO_POST : Now.FAILED);
        }
        if (extra == 0) {
            return CompletableFuture.completedFuture(Now.OUT_ALREADY);
        }
        return text.of(settings, today, Duration.ZERO, lately(store, settings.channel()))
                .map(post -> postbox.send(text.extra(post, extra)).handle((message, thrown) -> result(thrown)))
                .orElseGet(() -> CompletableFuture.completedFuture(Now.NOTHING_TO_POST));
    }

    private static Now result(@Nullable Throwable thrown) {
        return thrown == null ? Now.POSTED : Now.FAILED;
    }
}
