package dev.almanac.standin;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Discord's ids (https://discord.com/developers/docs/reference#snowflakes): unique, rising, with a moment in them. */
final class Snowflakes {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int BITS_BELOW_TIME = 22;

    private final Clock clock;
    /** In steps of a millisecond of a snowflake, so that guilds fall to all shards in turn. */
    private final AtomicLong lastCounted = new AtomicLong(1_000_000_000_000_000_000L >> BITS_BELOW_TIME);

    private final AtomicLong lastMessage = new AtomicLong();
    private final AtomicLong lastInteraction = new AtomicLong();

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    /** For whatever has no moment of interest: guilds, channels, roles. */
    long counted() {
        return lastCounted.incrementAndGet() << BITS_BELOW_TIME;
    }

    /** Of the clock's time, and above every earlier one even when the clock went back. */
    long ofMessage() {
        return next(lastMessage, clock.instant());
    }

    /** Of the machine's time, because JDA counts the 15 minutes of a token from there to the machine's time. */
    long ofInteraction() {
        return next(lastInteraction, Clock.systemUTC().instant());
    }

    private static long next(AtomicLong last, Instant at) {
        long earliest = first(at);
        return last.updateAndGet(id -> Math.max(id + 1, earliest));
    }

    /** The lowest id that something of this moment can have. */
    static long first(Instant at) {
        return (at.toEpochMilli() - EPOCH_MILLIS) << BITS_BELOW_TIME;
    }
}
