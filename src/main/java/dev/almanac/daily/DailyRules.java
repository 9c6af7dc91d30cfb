package dev.almanac.daily;

import java.time.Duration;

/**
 * How the promise of the daily post is kept.
 *
 * @param longestLate how late a post may still come; after that the day is marked as missed
 * @param nonceWindow how long after a message Discord is taken to recognise its nonce. Its documentation says "the past few
 *     minutes": https://discord.com/developers/docs/resources/message#create-message
 * @param pace requests a second, at most; Discord allows an application 50 in all:
 *     https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
public record DailyRules(Duration longestLate, Duration nonceWindow, int pace) {
    public static final DailyRules DEFAULT = new DailyRules(Duration.ofHours(6), Duration.ofMinutes(2), 40);

    /** How long a message that was under way when a process died may take to appear in its channel. */
    public static final Duration UNDER_WAY = Duration.ofSeconds(3);

    /**
     * How long after the end of a process's right to send its claims are left alone. It asks whether it has that right straight before
     * a message leaves; frozen between the two, it may send so much later when it wakes.
     */
    public static final Duration AFTER_A_LEASE = Duration.ofSeconds(60);

    /** From here on a post says that it is late. */
    public static final Duration WORTH_SAYING = Duration.ofMinutes(10);

    /** How long a request may be under way before the schedule is looked at again; it is never sent twice at a time. */
    public static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

    public static final Duration WAIT_FOR_GUILD = Duration.ofSeconds(15);
    public static final Duration KEEP_LOG = Duration.ofDays(90);
    public static final Duration KEEP_ORPHANS = Duration.ofDays(30);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How long to wait after so many attempts: 5 seconds, then twice as long each time, at most ten minutes. */
    public static Duration backoff(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
