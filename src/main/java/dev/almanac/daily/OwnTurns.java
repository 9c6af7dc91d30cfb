package dev.almanac.daily;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The turns of a process that shares them with none, by its own clock. */
public final class OwnTurns implements IdentifyTurns {
    private final Map<Integer, Long> next = new HashMap<>();
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a monotonic clock, {@link System#nanoTime} but for tests */
    public OwnTurns(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    @Override
    public synchronized Duration take(int bucket, Duration longest) {
        long now = nanoseconds.getAsLong();
        long wait = next.getOrDefault(bucket, now) - now;
        if (wait > 0) {
            return Duration.ofNanos(wait);
        }
        next.put(bucket, now + longest.toNanos());
        return Duration.ZERO;
    }

    @Override
    public synchronized void used(int bucket, Duration length) {
        next.put(bucket, nanoseconds.getAsLong() + length.toNanos());
    }
}
