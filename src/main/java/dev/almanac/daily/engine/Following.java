package dev.almanac.daily.engine;

import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.engine.News.Item;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the news of Discord, in their order. Runs on the one thread of the daily posts. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final News news;
    private final ScheduleDatabase database;
    private final Upkeep upkeep;
    private final Zones zones;
    private boolean shardsAreReady;

    Following(News news, ScheduleDatabase database, Upkeep upkeep, Zones zones) {
        this.news = news;
        this.database = database;
        this.upkeep = upkeep;
        this.zones = zones;
    }

    /** Whether all shards of this process have been ready. */
    boolean shardsAreReady() {
        return shardsAreReady;
    }

    /**
     * Follows all there are. Whatever can't be followed costs the guild that it is about, and no other.
     *
     * @throws Away when they have to wait
     */
    void all() {
        for (Optional<Item> next = news.take(); next.isPresent(); next = news.take()) {
            Item item = next.get();
            try {
                follow(item);
            } catch (Away away) {
                news.putBack(item);
                throw away;
            } catch (RuntimeException failure) {
                LOG.error("{} could not be followed; the guild is looked at within an hour", item, failure);
            }
        }
    }

    private void follow(Item item) {
        ScheduleStore store = database.store();
        if (item.guild() != 0 && !database.maySend(item.guild())) {
            // Whoever has the shard now hears of it, and what happened before is seen when the shard is ready there.
            return;
        }
        switch (item.what()) {
            case GUILD_IS_HERE -> upkeep.lookAt(item.guild());
            case GUILD_IS_GONE -> store.deleteGuild(item.guild());
            case CHANNEL_IS_GONE -> {
                store.deleteChannel(item.guild(), item.id());
                zones.read(store, item.guild());
            }
            case ROLE_IS_GONE -> upkeep.forgetRole(item.guild(), item.id());
            case SHARDS_ARE_READY -> {
                // Another process may have changed them while it had one of these shards.
                zones.readAll();
                upkeep.findOrphans(zones.guilds());
                upkeep.lookAtAllThatWaits();
                shardsAreReady = true;
            }
        }
    }
}
