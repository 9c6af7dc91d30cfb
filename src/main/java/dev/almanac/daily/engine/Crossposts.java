package dev.almanac.daily.engine;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Postbox.Failure.Kind;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Crosspost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes posts to the servers that follow their channels: a second step, with a state of its own. */
final class Crossposts {
    private static final Logger LOG = LoggerFactory.getLogger(Crossposts.class);

    /** Discord is said to allow ten an hour in a channel, so haste helps nobody. */
    private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofMinutes(3);

    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final DailyRules rules;
    private final Requests requests;

    Crossposts(Guilds guilds, Postbox postbox, Clock clock, DailyRules rules, Requests requests) {
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.rules = rules;
        this.requests = requests;
    }

    /** Begins at most so many; how many it looked at. */
    int begin(ScheduleStore store, int most) {
        if (most <= 0) {
            return 0;
        }
        List<Crosspost> due = store.unpublished(clock.instant(), guilds.shards(), most);
        due.forEach(crosspost -> begin(store, crosspost, clock.instant()));
        return due.size();
    }

    private void begin(ScheduleStore store, Crosspost crosspost, Instant now) {
        DayEntry entry = crosspost.entry();
        if (now.isAfter(entry.settledAt().plus(rules.longestLate()))) {
            mark(store, crosspost, Publishing.FAILED, Optional.empty());
        } else if (guilds.presence(crosspost.guild()) != Presence.HERE) {
            mark(store, crosspost, Publishing.PENDING, Optional.of(now.plus(DailyRules.WAIT_FOR_GUILD)));
        } else {
            // If this process dies before it hears what came of it, the next one asks again: published twice is
            // published.
            Instant again = now.plus(DailyRules.LONGEST_REQUEST);
            if (store.published(crosspost, Publishing.PENDING, Optional.of(again))
                    && !requests.isUnderWay(entry.channel())) {
                publish(store, new Crosspost(crosspost.guild(), entry, again));
            }
        }
    }

    private void publish(ScheduleStore store, Crosspost crosspost) {
        DayEntry entry = crosspost.entry();
        var written = requests.follow(
                entry.channel(),
                postbox.publish(crosspost.guild(), entry.channel(), entry.message()),
                done -> mark(store, crosspost, Publishing.DONE, Optional.empty()),
                failure -> failed(store, crosspost, failure));
        LOG.debug("Publishing in channel {}: {}", entry.channel(), written);
    }

    private static void mark(ScheduleStore store, Crosspost crosspost, Publishing outcome, Optional<Instant> again) {
        boolean marked = store.published(crosspost, outcome, again);
        LOG.debug("Channel {} is {}: {}", crosspost.entry().channel(), outcome, marked);
    }

    private void failed(ScheduleStore store, Crosspost crosspost, Postbox.Failure failure) {
        LOG.info(
                "The post of {} in channel {} was not published: {}",
                crosspost.entry().day(),
                crosspost.entry().channel(),
                failure.getMessage());
        boolean again = failure.kind() == Kind.NOT_DONE || failure.kind() == Kind.IN_DOUBT;
        mark(
                store,
                crosspost,
                again ? Publishing.PENDING : Publishing.FAILED,
                again ? Optional.of(clock.instant().plus(BEFORE_NEXT_ATTEMPT)) : Optional.empty());
    }
}
