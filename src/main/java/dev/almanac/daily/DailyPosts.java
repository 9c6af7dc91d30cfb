package dev.almanac.daily;

import dev.almanac.daily.Guilds.Channel;
import dev.almanac.daily.Guilds.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the promise of the daily post: once per channel and due day, and never silently missing. A day is claimed in the
 * database before it is sent; what became of a claim that nobody finished is found out before it is sent again.
 *
 * <p>Runs on one thread, that of the requests; everything that takes time comes back to it as an event.
 */
final class DailyPosts {
    private static final Logger LOG = LoggerFactory.getLogger(DailyPosts.class);

    /** How far our clock may be ahead of Discord's: messages sent so long before a claim are looked at, too. */
    private static final Duration AHEAD = Duration.ofHours(2);

    /** How far it may be behind: looking further costs nothing, for there is nothing later than now. */
    private static final Duration BEHIND = Duration.ofDays(2);

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);

    /** How many schedules are looked at in one turn: many need no request, and none is to wait for those. */
    private static final int MOST_AT_A_TIME = 200;

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final DailyDatabase database;
    private final PostText text;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final DailyRules rules;
    private final Requests requests;
    private final Outcomes outcomes;
    private final Crossposts crossposts;

    DailyPosts(
            DailyDatabase database,
            PostText text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            DailyRules rules,
            Requests requests) {
        this.database = database;
        this.text = text;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.rules = rules;
        this.requests = requests;
        this.outcomes = new Outcomes(clock, rules);
        this.crossposts = new Crossposts(guilds, postbox, clock, rules, requests);
    }

    /**
     * Begins what is due, as many requests as are allowed now.
     *
     * @return how many schedules and posts were looked at
     */
    int begin(int most) {
        DailyStore store = database.store();
        requests.catchUp();
        Instant now = clock.instant();
        long enough = requests.begun() + most;
        int looked = 0;
        while (looked < MOST_AT_A_TIME && requests.begun() < enough) {
            List<Schedule> due = store.due(now, guilds.shards(), (int) (enough - requests.begun()));
            if (due.isEmpty()) {
                break;
            }
            due.forEach(schedule -> begin(store, schedule, now));
            looked += due.size();
        }
        return looked + crossposts.begin(store, (int) (enough - requests.begun()));
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

    /** Decides what is to be done about the day that is due, and begins it; done when what came of that is written. */
    CompletableFuture<Void> look(DailyStore store, Schedule schedule, Instant now) {
        long channel = schedule.channel();
        Due due = schedule.due();
        Optional<DayEntry> entry = store.entry(channel, due.day());
        boolean inDoubt = entry.filter(DayEntry::isInDoubt).isPresent();
        boolean tooLate = now.isAfter(due.at().plus(rules.longestLate()));
        Presence presence = guilds.presence(schedule.guild());
        Optional<Channel> seen = guilds.channel(schedule.guild(), channel);
        if (requests.isUnderWay(channel)) {
            store.tryAgain(channel, due.day(), now.plus(DailyRules.LONGEST_REQUEST));
        } else if (entry.filter(DayEntry::isSettled).isPresent()) {
            store.plan(channel, due.day());
        } else if (tooLate && !inDoubt) {
            String last = entry.map(DayEntry::reason).orElse("");
            outcomes.missed(store, schedule.settings(), due, outcomes.tooLate(last), now);
        } else if (presence != Presence.HERE) {
            store.tryAgain(channel, due.day(), now.plus(DailyRules.WAIT_FOR_GUILD));
        } else if (seen.isEmpty()) {
            stop(store, schedule, "the bot can’t find the channel, or may not see it", now);
        } else if (!seen.get().missing().isEmpty()) {
            stop(
                    store,
                    schedule,
                    "the bot lacks there: " + String.join(", ", seen.get().missing()),
                    now);
        } else if (inDoubt) {
            return settle(store, schedule, entry.get(), seen.get(), now);
        } else {
            return post(store, schedule, false, now);
        }
        return DONE;
    }

    private static void stop(DailyStore store, Schedule schedule, String reason, Instant now) {
        LOG.info("The daily post of channel {} is stopped: {}", schedule.channel(), reason);
        store.schedules().stop(schedule.channel(), reason, true, now);
    }

    /** A claim that nobody finished: was it sent? */
    private CompletableFuture<Void> settle(
            DailyStore store, Schedule schedule, DayEntry entry, Channel channel, Instant now) {
        Duration sinceLast = Duration.between(entry.attemptedAt(), now);
        boolean clockWentBack = sinceLast.isNegative();
        boolean inWindow =
                !clockWentBack && Duration.between(entry.claimedAt(), now).compareTo(rules.nonceWindow()) < 0;
        boolean tooLate = now.isAfter(schedule.due().at().plus(rules.longestLate()));
        if (!clockWentBack && sinceLast.compareTo(DailyRules.UNDER_WAY) < 0) {
            store.tryAgain(schedule.channel(), entry.day(), entry.attemptedAt().plus(DailyRules.UNDER_WAY));
        } else if (channel.readsHistory()) {
            return find(store, schedule, entry, now);
        } else if (inWindow && !tooLate) {
            return post(store, schedule, true, now);
        } else {
            outcomes.missed(store, schedule.settings(), schedule.due(), Outcomes.NOBODY_CAN_TELL, now);
        }
        return DONE;
    }

    private CompletableFuture<Void> find(DailyStore store, Schedule schedule, DayEntry entry, Instant now) {
        Settings settings = schedule.settings();
        Instant since = entry.claimedAt().isBefore(now) ? entry.claimedAt() : now;
        Instant until = entry.attemptedAt().isAfter(now) ? entry.attemptedAt() : now;
        LocalDate day = entry.day();
        store.looking(settings.channel(), day, now.plus(DailyRules.LONGEST_REQUEST));
        return requests.follow(
                settings.channel(),
                postbox.find(settings.guild(), settings.channel(), marker(day), since.minus(AHEAD), until.plus(BEHIND)),
                found -> found.ifPresentOrElse(
                        message -> outcomes.posted(store, settings, schedule.due(), message, entry.attemptedAt()),
                        () -> store.notSent(settings.channel(), day, "", clock.instant())),
                failure -> outcomes.failed(store, settings, schedule.due(), failure));
    }

    /**
     * Sends the post of a day, having claimed it.
     *
     * @param doubtful whether it may be out already, within Discord's memory
     */
    private CompletableFuture<Void> post(DailyStore store, Schedule schedule, boolean doubtful, Instant now) {
        Settings settings = mentioning(store, schedule.settings());
        Due due = schedule.due();
        Optional<Post> post = text.of(settings, due, due.late(now), lately(store, settings.channel(), due.day()));
        if (post.isEmpty()) {
            outcomes.empty(store, settings, due, now);
            return DONE;
        }
        if (!store.claim(settings, due.day(), post.get().events(), now, now.plus(DailyRules.LONGEST_REQUEST))) {
            return DONE;
        }
        return requests.follow(
                settings.channel(),
                postbox.send(post.get()),
                message -> outcomes.posted(store, settings, due, message, clock.instant()),
                failure -> outcomes.notSent(store, settings, due, failure, doubtful));
    }

    /** Without the role where that is deleted. */
    private Settings mentioning(DailyStore store, Settings settings) {
        if (settings.role() == 0
                || guilds.mayMention(settings.guild(), settings.channel(), settings.role())
                        .isPresent()) {
            return settings;
        }
        store.comings().forgetRole(settings.guild(), settings.role());
        return settings.withoutRole();
    }

    /** The events of a channel's posts before this day, as far as they are known. */
    static List<String> lately(DailyStore store, long channel, LocalDate day) {
        return store.days(channel, (int) DailyRules.KEEP_LOG.toDays()).stream()
                .filter(entry -> !entry.day().equals(day))
                .flatMap(entry -> entry.events().stream())
                .toList();
    }

    /** The due day as the id of the post's first container: 20261124. */
    static int marker(LocalDate day) {
        return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }
}
