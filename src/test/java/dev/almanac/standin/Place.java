package dev.almanac.standin;

/**
 * Where an interaction happens (https://discord.com/developers/docs/interactions/receiving-and-responding, contexts).
 *
 * @param guild 0 outside of guilds
 * @param attached whether the bot is a member of the guild; of others it gets the ids only
 */
public record Place(Kind kind, long guild, long channel, boolean attached) {
    /** The contexts, in the order of their numbers. */
    public enum Kind {
        GUILD,
        BOT_DM,
        PRIVATE_CHANNEL
    }

    int context() {
        return kind == Kind.GUILD ? 0 : kind == Kind.BOT_DM ? 1 : 2;
    }
}
