package dev.almanac.daily;

import java.time.Instant;

/**
 * The daily post of a channel, as it stands.
 *
 * @param setBy the user who set it up last; is told when it stops
 * @param reason why it is stopped; else empty
 * @param due what is due next; while it is paused, stopped or orphaned, what was
 */
public record Schedule(
        Settings settings, long setBy, Change change, State state, String reason, Instant since, Due due) {

    /** What is done with it. */
    public enum State {
        ACTIVE,
        /** By an admin. */
        PAUSED,
        /** The channel can't be posted to; goes on by itself when it can. */
        STOPPED,
        /** The bot is in its guild no more, as it seems; deleted when that stays so. */
        ORPHANED
    }

    /**
     * The last thing that an admin did with it.
     *
     * @param what one word: {@code set}, {@code paused}, {@code resumed}
     */
    public record Change(String what, long by, Instant at) {}

    public long channel() {
        return settings.channel();
    }

    public long guild() {
        return settings.guild();
    }
}
