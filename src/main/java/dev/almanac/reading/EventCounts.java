package dev.almanac.reading;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many events there are in the years and decades that two digits can mean. They are the same few for every text, and each day of a
 * month has two digits, so each is counted once.
 */
final class EventCounts {
    private final Timeline timeline;
    private final Map<Years, Integer> counts = new ConcurrentHashMap<>();

    EventCounts(Timeline timeline) {
        this.timeline = timeline;
    }

    int in(Years years) {
        return counts.computeIfAbsent(years, uncounted -> timeline.in(uncounted).size());
    }
}
