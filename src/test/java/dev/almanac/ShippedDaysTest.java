package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the days of the timeline that we ship. */
class ShippedDaysTest {
    private static final Timeline TIMELINE =
            new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();

    /**
     * Every exact day that the seed prints; the wrong and doubtful ones as our notes correct them. Those of cards that were merged stand in
     * texts.
     */
    private static final List<String> SEED_DAYS = List.of(
            "1808-09-08",
            "1809-06-27",
            "1809-11-05",
            "1810-06-26",
            "1813-03-08",
            "1813-03-11",
            "1821-09-16",
            "1821-09-25",
            "1823-12-02",
            "1881-03-13",
            "1903-04-19",
            "1904-02-08",
            "1904-02-09",
            "1905-01-22",
            "1911-12-13",
            "1911-12-21",
            "1917-03-15",
            "1917-04-02",
            "1917-04-06",
            "1918-01-08",
            "1918-03-03",
            "1919-09-14",
            "1933-11-16",
            "1939-08-23",
            "1941-06-22",
            "1941-06-24",
            "1941-10-01",
            "1941-11-07",
            "1941-12-07",
            "1944-06-02",
            "1944-09-18",
            "1945-05-08",
            "1945-08-06",
            "1945-08-09",
            "1945-08-14",
            "1945-09-02");

    /** Every day of a leap year. */
    private static Stream<MonthDay> days() {
        return LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2001, 1, 1)).map(MonthDay::from);
    }

    /** Its days, New Style, and its Old Style day where it has one. */
    private static Stream<String> daysOf(HistoryEvent event) {
        return Stream.concat(
                event.date().days().stream().map(LocalDate::toString),
                Stream.ofNullable(event.oldStyle()).map(Object::toString));
    }

    private static String words(HistoryEvent event) {
        return String.join(" · ", event.title(), event.text(), event.note());
    }

    @Test
    void tellsSomethingSourcedForEveryDayOfTheYear() {
        assertEquals(366, days().count());
        assertEquals(
                List.of(),
                days().filter(day -> TIMELINE.on(day).stream()
                                .noneMatch(event -> event.confidence() != Confidence.UNVERIFIED
                                        && !event.sources().isEmpty()))
                        .toList());
    }

    @Test
    void keepsEveryExactDayOfTheSeed() {
        Set<String> days =
                TIMELINE.events().stream().flatMap(ShippedDaysTest::daysOf).collect(Collectors.toSet());
        String all = TIMELINE.events().stream().map(ShippedDaysTest::words).collect(Collectors.joining("\n"));

        assertEquals(
                List.of(), SEED_DAYS.stream().filter(day -> !days.contains(day)).toList());
        assertEquals(
                List.of(),
                Stream.of(
                                "30 June 1942",
                                "20 September 1945",
                                "17 November",
                                "2 March",
                                "17 December",
                                "19 December",
                                "1 January 1913",
                                "11 December",
                                "31 August")
                        .filter(day -> !all.contains(day))
                        .toList());
    }

    @Test
    void noTwoEventsOfOneDateTellTheSame() {
        List<String> alike = new ArrayList<>();
        TIMELINE.events()
                .forEach(one -> TIMELINE.events().stream()
                        .filter(other -> one.compareTo(other) < 0 && one.date().equals(other.date()))
                        .filter(other -> share(one, other) > 0.5 || share(other, one) > 0.5)
                        .forEach(other -> alike.add(one.id() + " and " + other.id())));

        assertEquals(List.of(), alike);
    }

    private static double share(HistoryEvent one, HistoryEvent other) {
        Set<String> words = new HashSet<>(Arrays.asList(one.text().split("\\W+")));
        Set<String> common = new HashSet<>(words);
        common.retainAll(Arrays.asList(other.text().split("\\W+")));
        return (double) common.size() / words.size();
    }
}
