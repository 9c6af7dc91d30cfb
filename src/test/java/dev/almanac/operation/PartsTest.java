package dev.almanac.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.operation.Parts.State;
import dev.almanac.standin.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final HandClock clock = new HandClock(NOON);
    private final Parts parts = new Parts(clock);

    private State now(String part) {
        return Optional.ofNullable(parts.now().get(part)).orElseThrow();
    }

    @Test
    void sayHowTheyAreAndSinceWhen() {
        parts.waits("database", "away", "refused");
        clock.pass(Duration.ofSeconds(5));
        parts.waits("database", "away", "timed out");
        parts.ready("timeline", "ready");

        assertEquals(
                Map.of(
                        "database", new State(false, "away", NOON, "timed out", Optional.empty()),
                        "timeline", new State(true, "ready", NOON.plusSeconds(5), "", Optional.empty())),
                parts.now());
        assertFalse(parts.areReady());

        clock.pass(Duration.ofSeconds(5));
        parts.ready("database", "ready");
        assertEquals(NOON.plusSeconds(10), now("database").since());
        assertTrue(parts.areReady());
    }

    @Test
    void areSilentWhenTheyDoNotSayAgainThatTheyAreWell() {
        parts.ready("daily", "ready", Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(1));
        assertTrue(parts.areReady());

        clock.pass(Duration.ofSeconds(1));
        State silent = now("daily");
        assertEquals("silent", silent.word());
        assertEquals(NOON.plusSeconds(60), silent.since());
        assertFalse(parts.areReady());

        parts.ready("daily", "ready", Duration.ofMinutes(1));
        assertEquals(NOON.plusSeconds(61), now("daily").since());
        assertTrue(parts.areReady());
    }

    @Test
    void areForgottenWhenTheyAreNone() {
        parts.waits("shard-3", "reconnecting", "");
        parts.isNone("shard-3");

        assertEquals(Map.of(), parts.now());
    }
}
