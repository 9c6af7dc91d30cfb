package dev.almanac.lookup;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of a span that is too wide to be listed. */
final class Parts {
    /** As many as one menu takes, in any front. */
    static final int MOST = 25;

    private static final int[] LENGTHS = {1, 10, 100, 1000};

    /** As below, of as much of the span as the timeline has dates for; empty for one year, and where it has none. */
    static List<Years> of(Years span, Timeline timeline) {
        return timeline.years()
                .filter(known -> known.first() <= span.last() && known.last() >= span.first())
                .map(known -> of(new Years(Math.max(known.first(), span.first()), Math.min(known.last(), span.last()))))
                .orElse(List.of());
    }

    /**
     * Years, decades, centuries or thousands of years, the narrowest of which the span has at most {@link #MOST}; those at its ends
     * only as far as they lie in it. Empty for one year.
     */
    static List<Years> of(Years span) {
        if (span.isOne()) {
            return List.of();
        }
        return IntStream.of(LENGTHS)
                .mapToObj(length -> of(span, length))
                .filter(parts -> parts.size() <= MOST)
                .findFirst()
                .orElseThrow();
    }

    private static List<Years> of(Years span, int length) {
        List<Years> parts = new ArrayList<>();
        for (int first = span.first(); first <= span.last() && parts.size() <= MOST; ) {
            int last = Math.min(span.last(), last(first, length));
            parts.add(new Years(first, last));
            first = last + 1;
        }
        return parts;
    }

    /** The last year of the part that a year lies in: 1860 to 1869; 1 to 9; 49 BC to 40 BC; 9 BC to 1 BC. */
    private static int last(int year, int length) {
        if (year > 0) {
            return Math.floorDiv(year, length) * length + length - 1;
        }
        int beforeChrist = 1 - year;
        return Math.min(0, 1 - Math.floorDiv(beforeChrist, length) * length);
    }

    private Parts() {}
}
