package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.discord.Allowance.Taken;
import dev.almanac.standin.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long ANNA = 1;
    private static final long BORIS = 2;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final Allowance allowance = new Allowance(2, clock);

    private static Taken granted(int wait) {
        return new Taken(true, false, Duration.ofSeconds(wait));
    }

    @Test
    void grantsSoManyInAMinuteAndSaysWhenTheNextOneBegins() {
        assertEquals(granted(60), allowance.take(ANNA));
        clock.pass(Duration.ofSeconds(20));
        assertEquals(granted(40), allowance.take(ANNA));
        assertEquals(new Taken(false, true, Duration.ofSeconds(40)), allowance.take(ANNA));
        clock.pass(Duration.ofSeconds(39));
        assertEquals(new Taken(false, false, Duration.ofSeconds(1)), allowance.take(ANNA));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(granted(60), allowance.take(ANNA));
    }

    @Test
    void countsEachForThemselves() {
        allowance.take(ANNA);
        allowance.take(ANNA);

        assertEquals(
                List.of(false, true),
                List.of(allowance.take(ANNA).granted(), allowance.take(BORIS).granted()));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        allowance.take(ANNA);
        allowance.take(ANNA);
        clock.pass(Duration.ofHours(-1));

        assertEquals(granted(60), allowance.take(ANNA));
    }

    @Test
    void forgetsWhoHasNotAskedForAMinute() {
        LongStream.range(0, 1_000).forEach(allowance::take);
        assertEquals(1_000, allowance.counted());
        clock.pass(Duration.ofSeconds(61));

        allowance.take(ANNA);
        assertEquals(1, allowance.counted());
    }

    @Test
    void countsAHundredThousandAtMost() {
        LongStream.range(0, 150_000).forEach(allowance::take);

        assertTrue(allowance.counted() <= 100_000, () -> String.valueOf(allowance.counted()));
    }

    @Test
    void grantsNoMoreToWhoeverAsksOnManyThreads() {
        Allowance wide = new Allowance(500, clock);
        AtomicInteger granted = new AtomicInteger();
        LongStream.range(0, 2_000)
                .parallel()
                .filter(any -> wide.take(ANNA).granted())
                .forEach(any -> granted.incrementAndGet());

        assertEquals(500, granted.get());
    }
}
