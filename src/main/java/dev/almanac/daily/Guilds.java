package dev.almanac.daily;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the bot sees of the guilds it is in: from memory, at once, from any thread. */
public interface Guilds {
    /** Whether the bot is in a guild. */
    enum Presence {
        HERE,
        /** An outage, or a shard that is not ready: wait. */
        AWAY,
        /** All we know speaks against it; but only Discord's own word makes a guild gone. */
        UNKNOWN
    }

    /**
     * The shards of this process.
     *
     * @param total of the whole bot; a guild belongs to shard {@code (guild >> 22) % total}:
     *     https://discord.com/developers/docs/events/gateway#sharding
     * @param ready those that are connected, and that this process has the lease of
     */
    record Shards(int total, Set<Integer> ready) {
        /** All guilds there are. */
        public static final Shards ALL = new Shards(1, Set.of(0));

        /** The shard that a guild belongs to. */
        public int of(long guild) {
            return of(guild, total);
        }

        /** The shard that a guild belongs to, of so many. */
        public static int of(long guild, int total) {
            return (int) ((guild >> 22) % total);
        }
    }

    /**
     * A channel, as the bot may use it.
     *
     * @param missing the permissions that posting needs and the bot has not, in Discord's words, a time-out left aside; empty when
     *     all is well
     * @param readsHistory whether the bot may see earlier messages
     * @param announcement whether other servers can follow it
     * @param attaches whether the bot may send files there
     * @param timedOutUntil when the time-out ends that a moderator gave the bot in this guild; it can only read until then. Empty when
     *     there is none, or it has ended
     */
    record Channel(
            String name,
            List<String> missing,
            boolean readsHistory,
            boolean announcement,
            boolean attaches,
            Optional<Instant> timedOutUntil) {
        public Channel {
            missing = List.copyOf(missing);
        }

        /** Whether a message can be sent there now. */
        public boolean takesPosts() {
            return missing.isEmpty() && timedOutUntil.isEmpty();
        }
    }

    /** A role, by the name that members read. */
    record Mentionable(long id, String name) {}

    Shards shards();

    Presence presence(long guild);

    /** Empty when the guild is not here, or has no such channel that can be posted to. */
    Optional<Channel> channel(long guild, long channel);

    /**
     * What a channel is that no post can be sent to: {@code a thread}, {@code a forum}; empty where it is one that can, or isn't seen.
     */
    Optional<String> otherKind(long guild, long channel);

    /** Whether the bot sees the channel, has all that posting in it needs, and isn't timed out. */
    default boolean mayPost(long guild, long channel) {
        return channel(guild, channel).filter(Channel::takesPosts).isPresent();
    }

    /** The name of a guild, as its members read it; empty when it isn't here. */
    Optional<String> name(long guild);

    /** The language that the guild has chosen; English of the United States where it chose none, or isn't here. */
    Locale language(long guild);

    /** The roles that the bot may notify there, from the highest of the guild's list on; empty when the guild isn't here. */
    List<Mentionable> mentionable(long guild, long channel);

    /** Whether the bot may notify the members of a role; empty when there is no such role. */
    Optional<Boolean> mayMention(long guild, long channel, long role);
}
