package dev.almanac.daily;

import java.time.Instant;

/**
 * Something to tell the admin who set a post up, in a direct message, once.
 *
 * @param words what happened: a reason, a day, a role; empty where {@code what} says it all
 * @param at when to tell it
 */
public record Notice(What what, String words, Instant at) {

    /** What happened. */
    public enum What {
        STOPPED,
        /** A day was given up while nobody knew whether its post is out. */
        MISSED_IN_DOUBT,
        /** The role can't be mentioned any more, so posts go without it. */
        WITHOUT_ROLE
    }

    Notice at(Instant later) {
        return new Notice(what, words, later);
    }
}
