package dev.almanac.chat;

import java.time.Instant;

/**
 * A piece of a text: words, or something that each front shows in its own manner. Never notifies anyone.
 *
 * @param value the words, an id in digits, seconds since 1970-01-01T00:00Z, or an address: as the kind says
 */
public record Span(Kind kind, String value) {
    /** What it is. */
    public enum Kind {
        WORDS,
        /** A channel, by its id. */
        CHANNEL,
        /** A user, by the id. */
        USER,
        /** A role, by its id. */
        ROLE,
        /** A moment, in the reader's own zone; in seconds. */
        MOMENT,
        /** How far from now a moment is: "in 3 hours"; in seconds. */
        FROM_NOW,
        /** The address of a page. */
        ADDRESS
    }

    public static Span words(String text) {
        return new Span(Kind.WORDS, text);
    }

    public static Span channel(long id) {
        return new Span(Kind.CHANNEL, String.valueOf(id));
    }

    public static Span user(long id) {
        return new Span(Kind.USER, String.valueOf(id));
    }

    public static Span role(long id) {
        return new Span(Kind.ROLE, String.valueOf(id));
    }

    public static Span moment(Instant instant) {
        return new Span(Kind.MOMENT, String.valueOf(instant.getEpochSecond()));
    }

    public static Span fromNow(Instant instant) {
        return new Span(Kind.FROM_NOW, String.valueOf(instant.getEpochSecond()));
    }

    public static Span address(String url) {
        return new Span(Kind.ADDRESS, url);
    }
}
