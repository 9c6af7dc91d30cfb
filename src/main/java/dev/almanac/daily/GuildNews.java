package dev.almanac.daily;

/** Whoever is told what happens to guilds. Each method returns at once, and any thread may call it. */
public interface GuildNews {
    /** Every shard of this process has seen its guilds: what is missing now is missing. */
    void shardsAreReady();

    /** A guild is there, or there again, or what the bot may do in it has changed. */
    void guildIsHere(long guild);

    /** The bot was removed from a guild, or the guild was deleted. */
    void guildIsGone(long guild);

    void channelIsGone(long channel);

    void roleIsGone(long guild, long role);
}
