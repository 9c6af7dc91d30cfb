package dev.almanac.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many reports were sent within an hour, in memory only. Any number of threads may ask at once. */
public final class SentReports {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Cache<Long, AtomicInteger> sent;

    /** @param clock tells when an hour is over */
    public SentReports(Clock clock) {
        // As nobody is counted beyond what all may send, this stays small.
        this.sent = Caffeine.newBuilder()
                .expireAfterWrite(HOUR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Counts one more of somebody's, unless that would be more than so many. */
    boolean reserve(long who, int most) {
        AtomicInteger count = sent.get(who, anyone -> new AtomicInteger());
        if (count.incrementAndGet() <= most) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    /** It wasn't sent after all. */
    void giveBack(long who) {
        sent.get(who, anyone -> new AtomicInteger(1)).decrementAndGet();
    }
}
