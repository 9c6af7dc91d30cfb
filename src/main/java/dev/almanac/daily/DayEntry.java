package dev.almanac.daily;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of a day in a channel.
 *
 * @param claimedAt the first attempt to send of which nobody knows what became; the epoch when nothing is in doubt;
 *     stays where a day was given up in doubt
 * @param attemptedAt the last such attempt
 * @param attempts how often it was tried in all
 * @param settledAt when it was posted, found empty or given up; the epoch before that
 * @param late by how much the post came after its time
 * @param message the post's id; 0 where there is none or it is not known
 * @param events the ids of what was told
 * @param reason why it was missed; else empty
 */
public record DayEntry(
        long channel,
        LocalDate day,
        State state,
        Instant claimedAt,
        Instant attemptedAt,
        int attempts,
        Instant settledAt,
        Duration late,
        long message,
        List<String> events,
        String reason,
        Publishing publishing) {

    /** What became of the post. */
    public enum State {
        /** Ours to send; it may have been sent. */
        CLAIMED,
        POSTED,
        /** Nothing happened on that day, and the channel wants no other. */
        EMPTY,
        MISSED
    }

    /** What became of crossposting it. */
    public enum Publishing {
        NONE,
        PENDING,
        DONE,
        FAILED
    }

    public DayEntry {
        events = List.copyOf(events);
    }

    boolean isSettled() {
        return state != State.CLAIMED;
    }

    /** Whether it may have been sent without our knowing. */
    boolean isInDoubt() {
        return state == State.CLAIMED && attemptedAt.isAfter(Instant.EPOCH);
    }

    /** Whether it counts as missed and may be out all the same. */
    boolean mayBeOut() {
        return state == State.MISSED && attemptedAt.isAfter(Instant.EPOCH);
    }
}
