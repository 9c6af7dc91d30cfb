package dev.almanac.search;

import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PreparedSearchTest {
    @Test
    void isBuiltByWhoeverNeedsItFirst() {
        PreparedSearch search = new PreparedSearch(timelineOf("1867"));

        assertSame(search.ready().orElseThrow(), search.ready().orElseThrow());
    }

    @Test
    void isBuiltAheadWithoutKeepingAnybodyWaiting() {
        PreparedSearch search = new PreparedSearch(timelineOf("1867"));
        search.prepare();

        await().until(() -> search.ready().isPresent());
        assertTrue(search.ready().isPresent());
    }

    @Test
    void isWaitedForUntilItIsBuilt() {
        PreparedSearch search = new PreparedSearch(timelineOf("1867"), SearchWatch.NONE, Duration.ofHours(1));
        List<Runnable> building = new ArrayList<>();
        search.prepare(building::add);
        CompletableFuture<Void> readiness = search.readiness();
        assertFalse(readiness.isDone());
        assertEquals(Optional.empty(), search.ready());

        building.forEach(Runnable::run);
        assertTrue(readiness.isDone());
        assertTrue(search.ready().isPresent());
    }

    @Test
    void isNotWaitedForTooLong() {
        PreparedSearch search = new PreparedSearch(timelineOf("1867"), SearchWatch.NONE, Duration.ZERO);
        search.prepare(building -> {});

        search.readiness().join();
        assertEquals(Optional.empty(), search.ready());
    }

    @Test
    void keepsNobodyWaitingWhoBuildsIt() {
        assertTrue(new PreparedSearch(timelineOf("1867")).readiness().isDone());
    }
}
