package dev.almanac.daily;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The daily posts of this process, as the bot sees them that does them: it begins and ends them, and tells them what happens to
 * guilds. Everything returns at once, but for {@link #finish}.
 */
public interface DailyWork {
    /** Begins to look at what is due. */
    void start();

    /** Begins nothing new, and waits for what is under way, some seconds at most; to be called while Discord is still there. */
    void finish();

    /** The zone that was set last in a guild; empty where no post has one. */
    Optional<ZoneId> zone(long guild);

    /** A message that is no post was sent; it counts in the pace. */
    void sentBesides();

    /** All shards of this process are ready. */
    void shardsAreReady();

    /** A guild is there, or there again, or what the bot may do in it has changed. */
    void guildIsHere(long guild);

    /** The bot was removed from a guild, or the guild deleted: all we have of it is. */
    void guildIsGone(long guild);

    void channelIsGone(long guild, long channel);

    void roleIsGone(long guild, long role);
}
