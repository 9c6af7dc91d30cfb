package dev.almanac.timeline.file;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.SPACE;
import static dev.almanac.timeline.Events.TREATY;
import static dev.almanac.timeline.Events.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineReportTest {
    private static final Era REFORM = HEAD.eras().get(0);

    private static HistoryEvent event(
            String date, String text, Category category, @Nullable Era era, Confidence confidence) {
        HistoryEvent plain = named("e-" + date.replaceAll("[^0-9]+", "-") + "-" + text.length(), date);
        return new HistoryEvent(
                plain.id(),
                plain.date(),
                "",
                null,
                plain.title(),
                text,
                "",
                List.of(category),
                List.of(),
                List.of(),
                era,
                false,
                confidence,
                weight(date),
                List.of(),
                null,
                confidence == Confidence.UNVERIFIED
                        ? List.of()
                        : List.of(new Citation(
                                HEAD.sources().get(0), "", category.equals(SPACE) ? "https://example.org/page" : "")),
                List.of());
    }

    /** Great on the first of January, routine on the last two days of February. */
    private static int weight(String date) {
        return date.equals("2000-01-01")
                ? 3
                : date.compareTo("2000-02-28") >= 0 && date.compareTo("2000-03") < 0 ? 1 : 2;
    }

    /** Two good events on each day of 2000; those of February are worse, each in its own way. Only space has links. */
    private static Timeline timeline() {
        List<HistoryEvent> events = new ArrayList<>();
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2001, 1, 1))
                .map(LocalDate::toString)
                .forEach(date -> {
                    if (!date.startsWith("2000-02")) {
                        events.add(event(date, "Five words, and in space.", SPACE, null, Confidence.HIGH));
                        events.add(event(date, "Two words.", TREATY, REFORM, Confidence.HIGH));
                    } else if (date.compareTo("2000-02-05") > 0) {
                        events.add(event(date, "Six words of a treaty signed.", TREATY, null, Confidence.HIGH));
                    }
                });
        events.add(event("2000-02-02", "Four words about it.", TREATY, null, Confidence.HIGH));
        events.add(event("2000-02-03", "Four words on space.", SPACE, null, Confidence.MEDIUM));
        events.add(event("2000-02-04", "Only three words.", TREATY, null, Confidence.UNVERIFIED));
        events.add(event("2000-02-05", "Four words in space.", SPACE, null, Confidence.HIGH));
        events.add(event("2000-02-29", "Another.", TREATY, null, Confidence.MEDIUM));
        events.add(event("2000-12-31/2001-01-01", "A third one.", TREATY, null, Confidence.MEDIUM));
        events.add(event("2001-05", "On no day.", TREATY, null, Confidence.HIGH));
        events.add(event("1991", "On no day, and in space.", SPACE, null, Confidence.HIGH));
        return new Timeline(HEAD, events);
    }

    @Test
    void tellsHowATimelineLiesOverTheYear() throws IOException {
        try (InputStream expected = TimelineReportTest.class.getResourceAsStream("timeline-report.txt")) {
            assertNotNull(expected);
            assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), TimelineReport.whole(timeline()));
        }
    }

    @Test
    void reportsAnEmptyTimeline() {
        String report = TimelineReport.whole(new Timeline(HEAD, List.of()));

        assertTrue(report.contains("   366  with none\n"), report);
        assertTrue(report.contains("  1 January       0    0\n"), report);
        assertTrue(report.lines().allMatch(line -> line.length() <= 80), report);
    }

    @Test
    void saysOfASmallTimelineWhatAYearWillLookLike() {
        Timeline small = new Timeline(
                HEAD, List.of(named("a", "1867-03-30"), named("b", "1904-02-08/1904-02-09"), named("c", "1867")));

        assertEquals("""
                A year has 3 days with an event, and 363 without one.
                Days with an event by month: Jan 0, Feb 2, Mar 1, Apr 0, May 0, Jun 0, Jul 0, Aug 0, Sep 0, Oct 0, Nov 0, Dec 0.
                Longest without one: 31 March to 7 February; 10 February to 29 March.
                On no day of the year, found by year and by words only: 1.
                A daily post brings the nearest anniversary, a random event or nothing on the other days: /daily set says which.
                """, TimelineReport.of(small));
    }
}
