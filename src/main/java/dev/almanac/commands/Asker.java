package dev.almanac.commands;

/**
 * Who asks, in Discord's ids.
 *
 * @param guild where; 0 outside of guilds
 * @param user 0 when nobody is known
 * @param interaction the one asking; never the same twice
 */
public record Asker(long guild, long user, long interaction) {
    /** Someone who is not known, as in a terminal. */
    public static final Asker NOBODY = new Asker(0, 0, 0);
}
