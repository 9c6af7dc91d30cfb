package dev.almanac.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.DateWords;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Years;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static List<String> parts(int first, int last) {
        return Parts.of(new Years(first, last)).stream()
                .map(new DateWords()::of)
                .toList();
    }

    @Test
    void takesTheNarrowestOfYearsDecadesCenturiesAndThousands() {
        assertEquals(List.of("1867", "1868"), parts(1867, 1868));
        assertEquals(25, parts(1860, 1884).size());
        assertEquals(List.of("1859", "1860–1869", "1870–1879", "1880–1884"), parts(1859, 1884));
        assertEquals(List.of("1741–1799", "1800–1899", "1900–1999", "2000–2026"), parts(1741, 2026));
        assertEquals(21, parts(Years.EARLIEST, Years.LATEST).size());
    }

    @Test
    void countsYearsBeforeChristBackwards() {
        assertEquals(List.of("60 BC", "59–50 BC", "49–40 BC", "39–31 BC"), parts(-59, -30));
        assertEquals(List.of("19–10 BC", "9–1 BC", "AD 1–9", "AD 10–19"), parts(-18, 19));
    }

    @Test
    void oneYearHasNone() {
        assertEquals(List.of(), Parts.of(Years.of(1867)));
    }

    @Test
    void keepsToWhatTheTimelineHas() {
        assertEquals(
                List.of(Years.of(1867), Years.of(1868)),
                Parts.of(new Years(-9999, 9999), Events.timelineOf("1867", "1868")));
        assertEquals(List.of(), Parts.of(new Years(1900, 1950), Events.timelineOf("1867", "1868")));
        assertEquals(List.of(), Parts.of(new Years(1900, 1950), Events.timeline()));
    }

    @Property
    void partsCoverTheirSpanWithoutAGapAndAreFew(
            @ForAll @IntRange(min = Years.EARLIEST, max = Years.LATEST) int one,
            @ForAll @IntRange(min = Years.EARLIEST, max = Years.LATEST) int other) {
        Years span = new Years(Math.min(one, other), Math.max(one, other));
        List<Years> parts = Parts.of(span);
        if (span.isOne()) {
            return;
        }
        assertTrue(parts.size() >= 2 && parts.size() <= Parts.MOST, parts.toString());
        assertEquals(span.first(), parts.get(0).first());
        assertEquals(span.last(), parts.get(parts.size() - 1).last());
        for (int i = 1; i < parts.size(); i++) {
            assertEquals(parts.get(i - 1).last() + 1, parts.get(i).first());
        }
    }
}
