package dev.almanac.daily.engine;

import dev.almanac.chat.LogContext;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayLog;
import dev.almanac.daily.Decision;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Post;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Promise;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Sight;
import dev.almanac.daily.Step;
import dev.almanac.daily.Stop;
import dev.almanac.daily.UnderWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what {@link Promise} decides, one channel at a time. Runs on one thread, that of the requests; everything that
 * takes time comes back to it as an event.
 */
final class DailyPosts {
    private static final Logger LOG = LoggerFactory.getLogger(DailyPosts.class);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    /** How many schedules are looked at in one turn: many need no request, and none is to wait for those. */
    private static final int MOST_AT_A_TIME = 200;

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ScheduleDatabase database;
    private final Supplier<PostText> text;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final DailyRules rules;
    private final Requests requests;
    private final Marks marks;
    private final Crossposts crossposts;
    private final DailyWatch watch;
    private final Consumer<Unreadable> unreadable;

    /** @param unreadable is given what can't be read */
    DailyPosts(
            ScheduleDatabase database,
            Supplier<PostText> text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            Requests requests,
            DailyWatch watch,
            Consumer<Unreadable> unreadable) {
        this.database = database;
        this.text = text;
        this.rules = rules;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.requests = requests;
        this.marks = new Marks(database, clock, watch);
        this.crossposts = new Crossposts(guilds, postbox, clock, rules, requests);
        this.watch = watch;
        this.unreadable = unreadable;
    }

    /**
     * Begins what is due, as many requests as are allowed now.
     *
     * @return how many schedules and posts were looked at
     */
    int begin(int most) {
        ScheduleStore store = database.store();
        requests.catchUp();
        Instant now = clock.instant();
        long enough = requests.begun() + most;
        int looked = 0;
        while (looked < MOST_AT_A_TIME && requests.begun() < enough) {
            Found due = store.due(now, guilds.shards(), (int) (enough - requests.begun()));
            if (due.size() == 0) {
                break;
            }
            due.unreadable().forEach(unreadable);
            due.schedules().forEach(schedule -> logged(schedule).run(() -> begin(store, schedule, now)));
            looked += due.size();
        }
        return looked + crossposts.begin(store, (int) (enough - requests.begun()));
    }

    private LogContext logged(Schedule schedule) {
        long guild = schedule.settings().guild();
        return LogContext.here()
                .with("guild", guild)
                .with("shard", guilds.shards().of(guild));
    }

    private void begin(ScheduleStore store, Schedule schedule, Instant now) {
        try {
            CompletableFuture<Void> begun = look(store, schedule, now);
            LOG.debug("Channel {} is looked at: {}", schedule.channel(), begun);
        } catch (Away away) {
            throw away;
        } catch (Damaged damaged) {
            unreadable.accept(damaged.row());
        } catch (RuntimeException failure) {
            LOG.error("The post of {} in channel {} failed; trying again", schedule.due(), schedule.channel(), failure);
            Instant later = now.plus(AFTER_A_FAULT);
            store.change(schedule.channel(), known -> known.tryAt().map(then -> Step.of(known.waitingUntil(later))));
        }
    }

    /** Decides what is to be done about the day that is due, and begins it; done when what came of that is written. */
    CompletableFuture<Void> look(ScheduleStore store, Schedule schedule, Instant now) {
        DayLog log = store.log(schedule.channel());
        Decision decision = new Promise(text.get(), rules)
                .decide(schedule, log, Sight.of(guilds, schedule.settings()), underWay(schedule, log), now);
        return decision.on(new CarryOut(store, schedule, log, now));
    }

    private UnderWay underWay(Schedule schedule, DayLog log) {
        Duration ownerGone = log.of(schedule.due().day())
                .filter(DayEntry::isInDoubt)
                .map(DayEntry::owner)
                .filter(owner -> !owner.isEmpty() && !owner.equals(database.process()))
                .map(owner -> database.goneFor(owner, schedule.guild()))
                .orElse(UnderWay.NOTHING.ownerGone());
        return new UnderWay(requests.isUnderWay(schedule.channel()), ownerGone);
    }

    /**
     * One case for each decision. Where saving finds that somebody else was first, nothing is done: the schedule is looked at
     * again as they left it.
     */
    private final class CarryOut implements Decision.Cases<CompletableFuture<Void>> {
        private final ScheduleStore store;
        private final Schedule schedule;
        private final DayLog log;
        private final Instant now;

        CarryOut(ScheduleStore store, Schedule schedule, DayLog log, Instant now) {
            this.store = store;
            this.schedule = schedule;
            this.log = log;
            this.now = now;
        }

        private DayEntry entry() {
            LocalDate day = schedule.due().day();
            return log.of(day).orElseGet(() -> DayEntry.begun(schedule.channel(), day));
        }

        private boolean save(Schedule next, DayEntry... days) {
            return store.save(schedule, Step.of(next, days));
        }

        private CompletableFuture<Void> saved(Schedule next) {
            boolean saved = save(next);
            LOG.trace("Channel {} is saved: {}", schedule.channel(), saved);
            return DONE;
        }

        @Override
        public CompletableFuture<Void> await(Instant until) {
            return saved(schedule.waitingUntil(until));
        }

        @Override
        public CompletableFuture<Void> rest() {
            return DONE;
        }

        @Override
        public CompletableFuture<Void> goOn() {
            LOG.info("The daily post of channel {} goes on", schedule.channel());
            watch.became(DailyWatch.Outcome.WENT_ON);
            return saved(schedule.goingOn(now));
        }

        @Override
        public CompletableFuture<Void> planNext() {
            return saved(schedule.settled(schedule.due().day()));
        }

        @Override
        public CompletableFuture<Void> miss(String reason, boolean inDoubt) {
            marks.missed(schedule.settings(), entry(), reason, inDoubt, now);
            return DONE;
        }

        @Override
        public CompletableFuture<Void> postNothing() {
            marks.empty(entry(), now);
            return DONE;
        }

        @Override
        public CompletableFuture<Void> stop(Stop why) {
            if (!save(schedule.stopped(why, now))) {
                return DONE;
            }
            LOG.info("The daily post of channel {} is stopped: {}", schedule.channel(), why.reason());
            watch.became(DailyWatch.Outcome.STOPPED);
            return why.cause() == Stop.Cause.NOT_SEEN ? ask() : DONE;
        }

        /** A channel that isn't seen may be hidden or deleted: Discord knows. */
        private CompletableFuture<Void> ask() {
            return requests.follow(
                    schedule.channel(),
                    postbox.ask(schedule.guild(), schedule.channel()),
                    there -> LOG.debug("Channel {} is there", schedule.channel()),
                    failure -> {
                        switch (failure.kind()) {
                            case CHANNEL_GONE -> store.deleteChannel(schedule.guild(), schedule.channel());
                            case GUILD_GONE -> store.deleteGuild(schedule.guild());
                            default -> LOG.debug("Channel {}: {}", schedule.channel(), failure.getMessage());
                        }
                    });
        }

        @Override
        public CompletableFuture<Void> look(Instant from, Instant to) {
            Settings settings = schedule.settings();
            Due due = schedule.due();
            DayEntry entry = entry().lookedFor(now);
            if (!save(schedule.waitingUntil(now.plus(DailyRules.LONGEST_REQUEST)), entry)) {
                return DONE;
            }
            return requests.follow(
                    settings.channel(),
                    postbox.find(settings.guild(), settings.channel(), Post.marker(due.day()), from, to),
                    found -> found.ifPresentOrElse(
                            message -> marks.posted(settings, due, message, entry.attemptedAt()),
                            () -> marks.notFound(entry)),
                    failure -> marks.notLooked(settings, due, entry, failure));
        }

        @Override
        public CompletableFuture<Void> send(Post post, boolean perhapsSent) {
            Due due = schedule.due();
            boolean roleIsLost = post.role() != schedule.settings().role();
            Schedule claimed = schedule.claimed(now.plus(DailyRules.LONGEST_REQUEST));
            Schedule next = roleIsLost ? claimed.havingLostItsRole(now) : claimed;
            DayEntry claim = entry().claimed(post.events(), database.process(), now);
            BooleanSupplier ours = database.maySendStill(schedule.guild());
            if (!save(next, claim)) {
                return DONE;
            }
            Settings settings = next.settings();
            return requests.follow(
                    settings.channel(),
                    postbox.send(post, ours),
                    message -> marks.posted(settings, due, message, clock.instant()),
                    failure -> marks.notSent(settings, due, claim, failure, perhapsSent));
        }
    }

    /** The schedule of a channel, if it is active. */
    Optional<Schedule> active(long channel) {
        return database.store().schedule(channel).filter(Schedule::isActive);
    }
}
