package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Postbox.Failure.Kind;
import dev.almanac.daily.Unpublished.Crosspost;
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
    int begin(DailyStore store, int most) {
        List<Crosspost> due = store.unpublished().due(clock.instant(), guilds.shards(), most);
        due.forEach(crosspost -> begin(store.unpublished(), crosspost, clock.instant()));
        return due.size();
    }

    private void begin(Unpublished unpublished, Crosspost crosspost, Instant now) {
        DayEntry entry = crosspost.entry();
        if (now.isAfter(entry.settledAt().plus(rules.longestLate()))) {
            unpublished.published(entry, Publishing.FAILED, Optional.empty());
            return;
        }
        if (guilds.presence(crosspost.guild()) != Presence.HERE) {
            unpublished.published(entry, Publishing.PENDING, Optional.of(now.plus(DailyRules.WAIT_FOR_GUILD)));
            return;
        }
        // If this process dies before it hears what came of it, the next one asks again: published twice is published.
        unpublished.published(entry, Publishing.PENDING, Optional.of(now.plus(DailyRules.LONGEST_REQUEST)));
        if (!requests.isUnderWay(entry.channel())) {
            var written = requests.follow(
                    entry.channel(),
                    postbox.publish(crosspost.guild(), entry.channel(), entry.message()),
                    done -> unpublished.published(entry, Publishing.DONE, Optional.empty()),
                    failure -> failed(unpublished, entry, failure));
            LOG.debug("Publishing in channel {}: {}", entry.channel(), written);
        }
    }

    private void failed(Unpublished unpublished, DayEntry entry, Postbox.Failure failure) {
        LOG.info(
                "The post of {} in channel {} was not published: {}",
                entry.day(),
                entry.channel(),
                failure.getMessage());
        boolean again = failure.kind() == Kind.NOT_DONE || failure.kind() == Kind.IN_DOUBT;
        unpublished.published(
                entry,
                again ? Publishing.PENDING : Publishing.FAILED,
                again ? Optional.of(clock.instant().plus(BEFORE_NEXT_ATTEMPT)) : Optional.empty());
    }
}
