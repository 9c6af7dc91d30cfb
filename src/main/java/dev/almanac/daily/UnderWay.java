package dev.almanac.daily;

import java.time.Duration;

/**
 * What may still be under way about a channel, besides what its log says.
 *
 * @param here whether a request of this process is
 * @param ownerGone for how long the process that claimed the due day has had no right to send, at least; zero while it has it
 */
public record UnderWay(boolean here, Duration ownerGone) {
    /** Nothing. Of a claim that this process made itself nothing is on its way, either, unless a request is: it knows them all. */
    public static final UnderWay NOTHING = new UnderWay(false, ScheduleDatabase.PROCESSES_KEPT);
}
