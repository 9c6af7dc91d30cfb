package dev.almanac.daily;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of a day in a channel. It changes by the methods below and by nothing else.
 *
 * @param claimedAt the first attempt to send of which nobody knows what became; the epoch when nothing is in doubt;
 *     stays where a day was given up in doubt
 * @param attemptedAt the last such attempt
 * @param owner the process that made it ({@link ScheduleDatabase#process}); empty when nothing is in doubt, and where an earlier
 *     version made it
 * @param lookedAt when the channel was last looked at for it; the epoch before that
 * @param attempts how often it was tried in all, looks included
 * @param settledAt when it was posted, found empty or given up; the epoch before that
 * @param late by how much the post came after its time
 * @param message the post's id; 0 where there is none or it is not known
 * @param events the ids of what was told
 * @param reason why it was missed, or why the last attempt failed; else empty
 */
public record DayEntry(
        long channel,
        LocalDate day,
        State state,
        Instant claimedAt,
        Instant attemptedAt,
        String owner,
        Instant lookedAt,
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

    /** A day of which nothing was sent yet. */
    public static DayEntry begun(long channel, LocalDate day) {
        return new DayEntry(
                channel,
                day,
                State.CLAIMED,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                Instant.EPOCH,
                0,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                List.of(),
                "",
                Publishing.NONE);
    }

    public boolean isSettled() {
        return state != State.CLAIMED;
    }

    /** Whether it may have been sent without our knowing. */
    public boolean isInDoubt() {
        return state == State.CLAIMED && attemptedAt.isAfter(Instant.EPOCH);
    }

    /** Whether it is still as it was left: nobody has tried, looked for or settled it since. */
    public boolean isStill(DayEntry left) {
        return attempts == left.attempts && state == left.state;
    }

    /** Whether it counts as missed and may be out all the same. */
    public boolean mayBeOut() {
        return state == State.MISSED && attemptedAt.isAfter(Instant.EPOCH);
    }

    /**
     * About to be sent: from here on it may be out.
     *
     * @param by the process that sends it
     * @throws IllegalStateException when it is settled
     */
    public DayEntry claimed(List<String> told, String by, Instant now) {
        if (isSettled()) {
            throw new IllegalStateException(day + " in channel " + channel + " is settled: " + state);
        }
        return new DayEntry(
                channel,
                day,
                State.CLAIMED,
                isInDoubt() ? claimedAt : now,
                now,
                by,
                lookedAt,
                attempts + 1,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                told,
                "",
                Publishing.NONE);
    }

    /** About to be looked for. */
    public DayEntry lookedFor(Instant now) {
        return new DayEntry(
                channel,
                day,
                state,
                claimedAt,
                attemptedAt,
                owner,
                now,
                attempts + 1,
                settledAt,
                late,
                message,
                events,
                reason,
                publishing);
    }

    /** It isn't out, for sure: nothing is in doubt any more. */
    public DayEntry notSent(String why) {
        return isSettled()
                ? this
                : new DayEntry(
                        channel,
                        day,
                        State.CLAIMED,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "",
                        lookedAt,
                        attempts,
                        settledAt,
                        late,
                        message,
                        events,
                        why,
                        publishing);
    }

    /** It is out; {@code id} is 0 where the message is deleted by now. */
    public DayEntry posted(long id, Instant at, Duration after, boolean publish) {
        return new DayEntry(
                channel,
                day,
                State.POSTED,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                lookedAt,
                attempts,
                at,
                after,
                id,
                events,
                "",
                publish && id != 0 ? Publishing.PENDING : Publishing.NONE);
    }

    /** Nothing to post. */
    public DayEntry empty(Instant now) {
        return settled(State.EMPTY, Instant.EPOCH, Instant.EPOCH, "", now, "");
    }

    /** Given up. What was in doubt keeps the moments of its attempts. */
    public DayEntry missed(String why, Instant now) {
        return settled(State.MISSED, claimedAt, attemptedAt, owner, now, why);
    }

    private DayEntry settled(State how, Instant first, Instant last, String by, Instant now, String why) {
        return new DayEntry(
                channel,
                day,
                how,
                first,
                last,
                by,
                lookedAt,
                attempts,
                now,
                Duration.ZERO,
                0,
                List.of(),
                why,
                Publishing.NONE);
    }

    /** To be posted after all: what was in doubt when it was given up is in doubt again. What is posted stays so. */
    public DayEntry reopened() {
        return state == State.POSTED
                ? this
                : new DayEntry(
                        channel,
                        day,
                        State.CLAIMED,
                        claimedAt,
                        attemptedAt,
                        owner,
                        lookedAt,
                        attempts,
                        Instant.EPOCH,
                        Duration.ZERO,
                        0,
                        events,
                        "",
                        Publishing.NONE);
    }
}
