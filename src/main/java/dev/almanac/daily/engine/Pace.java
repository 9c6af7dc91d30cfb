package dev.almanac.daily.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests a turn may begin, so that in the long run there are as many a second as they should be: what is no whole request
 * is kept for the next turn, and so is what a turn could not begin because the one before took long.
 */
final class Pace {
    private static final Duration SHORTEST_TURN = Duration.ofMillis(100);
    private static final int TURNS_A_SECOND = 10;

    /** A late turn makes up for one that was left out, and for no more: Discord counts by the second. */
    private static final double MOST_TURNS = 2;

    /** Against what is lost where a tenth has no end in binary. */
    private static final double NEARLY = 1e-6;

    private double left;
    private Instant last = Instant.EPOCH;
    private boolean busy;

    /** From the beginning of a turn to that of the next. */
    Duration turn(double perSecond) {
        return perSecond < TURNS_A_SECOND
                ? Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / perSecond))
                : SHORTEST_TURN;
    }

    /** How many requests the turn that begins now may begin; at least one. */
    int most(double perSecond, Instant now) {
        double ofATurn = perSecond * seconds(turn(perSecond));
        double since = perSecond * seconds(Duration.between(last, now));
        left = busy ? Math.min(left + Math.max(0, since), MOST_TURNS * ofATurn) : ofATurn;
        last = now;
        return (int) Math.max(1, left + NEARLY);
    }

    /**
     * What the turn has done.
     *
     * @param requests that it has begun
     * @param goesOn whether there may be more to do
     */
    void done(long requests, boolean goesOn) {
        left = Math.max(-1, left - requests);
        busy = goesOn;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
