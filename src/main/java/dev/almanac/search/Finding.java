package dev.almanac.search;

import dev.almanac.timeline.HistoryEvent;
import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param events the best first: those asked for, a page of them
 * @param count how many there are in all, exact up to {@link #COUNTED}
 * @param more whether there are more than {@code count}
 * @param read how words that no event has were read, by the word as it was typed; empty where each word was found as it is
 * @param others other words that find something, where these find nothing: spelt otherwise or, where that helps nobody, fewer
 */
public record Finding(
        List<HistoryEvent> events, int count, boolean more, Map<String, List<String>> read, List<SearchWords> others) {
    /** So many are counted. */
    public static final int COUNTED = 1000;

    public Finding {
        events = List.copyOf(events);
        read = Map.copyOf(read);
        others = List.copyOf(others);
    }

    static final Finding NOTHING = new Finding(List.of(), 0, false, Map.of(), List.of());

    /** Nothing, but with other words that find something. */
    static Finding nothing(List<SearchWords> others) {
        return new Finding(List.of(), 0, false, Map.of(), others);
    }
}
