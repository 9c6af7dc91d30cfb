package dev.almanac.daily.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();
    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    private int turn(double perSecond, Duration since) {
        now = now.plus(since);
        int most = pace.most(perSecond, now);
        pace.done(most, true);
        return most;
    }

    private List<Integer> turns(int number, double perSecond, Duration each) {
        return Stream.generate(() -> turn(perSecond, each)).limit(number).toList();
    }

    @Test
    void aTurnHasATenthOfASecondsRequests() {
        assertEquals(List.of(4, 4, 4, 4, 4), turns(5, 40, Duration.ofMillis(100)));
    }

    /** Three of eight shards have fifteen of forty requests. */
    @Test
    void whatIsNoWholeRequestIsKeptForTheNextTurn() {
        assertEquals(List.of(1, 2, 1, 2, 1, 2), turns(6, 15, Duration.ofMillis(100)));
        assertEquals(
                150,
                IntStream.range(0, 100)
                        .map(i -> turn(15, Duration.ofMillis(100)))
                        .sum());
    }

    @Test
    void turnsThatTakeLongerBeginMore() {
        turn(40, Duration.ZERO);

        assertEquals(
                4_000,
                IntStream.range(0, 800)
                        .map(i -> turn(40, Duration.ofMillis(125)))
                        .sum());
    }

    @Test
    void afterARestOneTurnsWorthIsBegunAndNoMore() {
        turn(40, Duration.ofMillis(100));
        pace.most(40, now);
        pace.done(0, false);

        assertEquals(4, turn(40, Duration.ofHours(1)));
    }

    @Test
    void oneTurnThatWasLeftOutIsMadeUpForAndNoMore() {
        turn(40, Duration.ZERO);

        assertEquals(List.of(8, 4), List.of(turn(40, Duration.ofSeconds(30)), turn(40, Duration.ofMillis(100))));
    }

    @Test
    void aSlowPaceHasLongTurnsOfOneRequest() {
        assertEquals(Duration.ofMillis(400), pace.turn(2.5));
        assertEquals(List.of(1, 1, 1), turns(3, 2.5, Duration.ofMillis(400)));
    }

    @Test
    void aClockThatGoesBackStopsNothing() {
        turn(40, Duration.ZERO);

        assertEquals(List.of(1, 3), List.of(turn(40, Duration.ofHours(-1)), turn(40, Duration.ofMillis(100))));
    }
}
