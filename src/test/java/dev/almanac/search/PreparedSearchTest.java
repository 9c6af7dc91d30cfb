package dev.almanac.search;

import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
