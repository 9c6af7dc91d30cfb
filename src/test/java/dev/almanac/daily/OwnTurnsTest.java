package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnTurnsTest {
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @Test
    void oneOfABucketAtATime() {
        long[] nanoseconds = {Long.MAX_VALUE - 1};
        IdentifyTurns turns = new OwnTurns(() -> nanoseconds[0]);

        assertEquals(Duration.ZERO, turns.take(0, LENGTH));
        assertEquals(LENGTH, turns.take(0, LENGTH));
        assertEquals(Duration.ZERO, turns.take(1, LENGTH));
        nanoseconds[0] += LENGTH.toNanos() - 1;
        assertEquals(Duration.ofNanos(1), turns.take(0, LENGTH));
        nanoseconds[0]++;
        assertEquals(Duration.ZERO, turns.take(0, LENGTH));
    }

    @Test
    void aTurnLastsFromTheMomentWhenItIsUsed() {
        long[] nanoseconds = {Long.MAX_VALUE - 1};
        IdentifyTurns turns = new OwnTurns(() -> nanoseconds[0]);
        turns.take(0, Duration.ofSeconds(15));
        nanoseconds[0] += Duration.ofSeconds(2).toNanos();

        turns.used(0, LENGTH);

        assertEquals(LENGTH, turns.take(0, LENGTH));
    }
}
