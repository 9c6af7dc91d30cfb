package dev.almanac.daily.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * News of Discord that are still to be followed, oldest first. The same news twice are one, at the later place. Any thread adds,
 * one takes.
 */
final class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    /** More than that are only kept if nobody would notice their loss later: what is here is looked at every hour, too. */
    static final int MOST = 10_000;

    private final Set<Item> items = new LinkedHashSet<>();

    /** @param id of a channel or role; 0 where it is about the guild */
    record Item(What what, long guild, long id) {}

    /** What happened. */
    enum What {
        /** A guild is there, or there again, or what the bot may do in it has changed. */
        GUILD_IS_HERE,
        GUILD_IS_GONE,
        CHANNEL_IS_GONE,
        ROLE_IS_GONE,
        SHARDS_ARE_READY
    }

    synchronized void add(Item item) {
        if (items.size() >= MOST && item.what() == What.GUILD_IS_HERE) {
            LOG.warn("There are {} news to follow; guild {} is looked at within an hour", MOST, item.guild());
            return;
        }
        items.remove(item);
        items.add(item);
    }

    /** Takes the oldest. */
    synchronized Optional<Item> take() {
        Optional<Item> oldest = items.stream().findFirst();
        oldest.ifPresent(items::remove);
        return oldest;
    }

    /** Puts what was taken and can't be followed yet back in front; the same that came meanwhile is the later news. */
    synchronized void putBack(Item item) {
        if (!items.contains(item)) {
            Set<Item> later = new LinkedHashSet<>(items);
            items.clear();
            items.add(item);
            items.addAll(later);
        }
    }
}
