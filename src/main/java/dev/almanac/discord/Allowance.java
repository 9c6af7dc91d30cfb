package dev.almanac.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How often something is done within a minute for one and the same person, or in one channel. A minute begins with the first time.
 * It is counted in memory, for at most 100,000 ids, and forgotten a minute after the last time.
 */
final class Allowance {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_COUNTED = 100_000;

    private final int most;
    private final Clock clock;
    private final Cache<Long, Minute> minutes;

    private record Minute(Instant begin, int taken) {
        /** A clock that was set back begins a new one. */
        boolean has(Instant moment) {
            return !moment.isBefore(begin) && moment.isBefore(begin.plus(MINUTE));
        }

        Minute oneMore() {
            return new Minute(begin, taken + 1);
        }
    }

    /**
     * What came of asking once.
     *
     * @param granted whether it is within what is allowed
     * @param first whether it is the first of its minute that isn't
     * @param untilNext how long it is until the next minute; more than zero
     */
    record Taken(boolean granted, boolean first, Duration untilNext) {}

    /** @param most how often in a minute */
    Allowance(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
        this.minutes = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterWrite(MINUTE)
                // What is done for the cache takes less than to wake a thread for it, as each answer would.
                .executor(Runnable::run)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** How often in a minute. */
    int most() {
        return most;
    }

    /** Takes one, if there is one left. */
    Taken take(long id) {
        Instant now = clock.instant();
        Minute minute = minutes.asMap()
                .merge(id, new Minute(now, 1), (running, begun) -> running.has(now) ? running.oneMore() : begun);
        return new Taken(
                minute.taken <= most, minute.taken == most + 1, Duration.between(now, minute.begin.plus(MINUTE)));
    }

    /** How many are counted; some may be over. */
    long counted() {
        minutes.cleanUp();
        return minutes.estimatedSize();
    }
}
