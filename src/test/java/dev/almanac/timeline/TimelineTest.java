package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static List<String> dates(List<HistoryEvent> events) {
        return events.stream().map(event -> event.date().toString()).toList();
    }

    @Test
    void knowsTheEventsOfADayOldestFirst() {
        Timeline timeline = Events.timelineOf("1917-03-30", "1867-03-30", "1867-03", "1867-03-31", "1867-03-30?");

        assertEquals(List.of("1867-03-30", "1917-03-30"), dates(timeline.on(MonthDay.of(3, 30))));
    }

    @Test
    void knowsASpanOnItsFirstAndLastDayOnly() {
        Timeline timeline = Events.timelineOf("1945-02-04/1945-02-11");

        assertEquals(
                List.of(1, 0, 1),
                IntStream.of(4, 5, 11)
                        .map(day -> timeline.on(MonthDay.of(2, day)).size())
                        .boxed()
                        .toList());
    }

    @Test
    void knowsASpanOfWholeYearsOnItsDayOnce() {
        assertEquals(
                List.of("1900-03-30/1901-03-30"),
                dates(Events.timelineOf("1900-03-30/1901-03-30").on(MonthDay.of(3, 30))));
    }

    @Test
    void knowsTheLeapDayInAnyYear() {
        assertEquals(
                List.of("1980-02-29"), dates(Events.timelineOf("1980-02-29").on(MonthDay.of(2, 29))));
    }

    @Test
    void findsTheNearestDaysRoundNewYear() {
        Timeline timeline = Events.timelineOf("1900-02-03", "1901-11-20");

        assertEquals(
                List.of(Optional.of(MonthDay.of(11, 20)), Optional.of(MonthDay.of(2, 3))),
                List.of(timeline.dayBefore(MonthDay.of(1, 5)), timeline.dayAfter(MonthDay.of(12, 24))));
    }

    @Test
    void findsNoNearestDayWhereThereIsNoOther() {
        Timeline timeline = Events.timelineOf("1900-02-03");

        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                List.of(timeline.dayBefore(MonthDay.of(2, 3)), timeline.dayAfter(MonthDay.of(2, 3))));
    }

    @Test
    void listsAMonthDayByDayAndWhatIsKnownOfItWithoutADay() {
        Timeline timeline = Events.timelineOf(
                "1917-01-31",
                "1950-01-02",
                "1866-24",
                "1871-11/1872-02",
                "1900-01",
                "1900",
                "1867-02",
                "1950-01-02/1950-01-03");

        assertEquals(List.of("1950-01-02", "1950-01-02/1950-01-03", "1917-01-31"), dates(timeline.in(Month.JANUARY)));
        assertEquals(List.of("1866-24", "1871-11/1872-02", "1900-01"), dates(timeline.withoutDay(Month.JANUARY)));
    }

    @Test
    void ranksTheEventsOfAYearByHowExactTheyAre() {
        Timeline timeline =
                Events.timelineOf("1870/1899", "1877/1878", "1878-07/1878-08", "187X", "1878-03-03", "1878", "1878-02");

        assertEquals(
                List.of("1878-03-03", "1878", "1878-02", "1878-07/1878-08", "1877/1878", "187X", "1870/1899"),
                dates(timeline.in(Years.of(1878))));
    }

    @Test
    void findsTheTurnOfTheCenturyIn1900AndNotTheNineties() {
        assertEquals(
                List.of("1899/1900"),
                dates(Events.timelineOf("1899/1900", "189X", "1870/1899").in(Years.of(1900))));
    }

    @Test
    void findsARangeInEachOfItsYears() {
        Timeline timeline = Events.timelineOf("1917/1933");

        assertEquals(
                17,
                IntStream.rangeClosed(1910, 1940)
                        .filter(year -> timeline.in(Years.of(year)).size() == 1)
                        .count());
    }

    @Test
    void findsAWinterInBothItsYears() {
        Timeline timeline = Events.timelineOf("1866-24");

        assertEquals(
                List.of(0, 1, 1, 0),
                IntStream.rangeClosed(1865, 1868)
                        .map(year -> timeline.in(Years.of(year)).size())
                        .boxed()
                        .toList());
    }

    @Test
    void givesFirstWhatLiesWhollyInsideSeveralYears() {
        Timeline timeline = Events.timelineOf(
                "1860/1890",
                "1861/1865",
                "1862-01-05",
                "1862",
                "1863/1864",
                "1865-24",
                "1861-12-31/1862-01-02",
                "1860-24");

        assertEquals(
                List.of(
                        "1861-12-31/1862-01-02",
                        "1862",
                        "1862-01-05",
                        "1863/1864",
                        "1860-24",
                        "1861/1865",
                        "1860/1890"),
                dates(timeline.in(new Years(1861, 1864))));
    }

    @Test
    void onlyCountsOpenRanges() {
        Timeline timeline = Events.timelineOf("1799/..", "1850/..", "../1867", "1820");

        assertEquals(
                List.of(1, 2, 3, 2, 1),
                IntStream.of(1798, 1799, 1850, 1868, 1790)
                        .map(year -> timeline.openIn(Years.of(year)))
                        .boxed()
                        .toList());
        assertEquals(List.of(), dates(timeline.in(Years.of(1868))));
    }

    @Test
    void findsTheNearestYearsBothWays() {
        Timeline timeline = Events.timelineOf("1790", "1799", "1803", "1807-08", "1700/..");

        assertEquals(
                List.of(Optional.of(1799), Optional.of(1803), Optional.empty(), Optional.empty()),
                List.of(
                        timeline.yearBefore(Years.of(1801)),
                        timeline.yearAfter(Years.of(1801)),
                        timeline.yearBefore(Years.of(1790)),
                        timeline.yearAfter(Years.of(1807))));
    }

    @Test
    void choosesByCategoryAndByTheYearsInWhichEventsBegin() {
        Timeline timeline = Events.timelineOf("1799", "1805/1810", "1810", "../1806");

        assertEquals(List.of("1805/1810"), dates(timeline.any(2, "treaty", new Years(1800, 1806))));
        assertEquals(List.of(), dates(timeline.any(2, "space", null)));
        assertEquals(4, timeline.any(2, null, null).size());
        assertEquals(List.of(), dates(timeline.any(3, null, null)));
    }

    @Test
    void findsAnEventByTheKeyOfAnIdThatItHasOrHad() {
        HistoryEvent sale = Events.merged("1867-03-30", "alaska");
        Timeline timeline = Events.timeline(sale, Events.at("1868"));

        assertEquals("e3a5aywm", EventKey.of("alaska").toString());
        assertEquals(
                List.of(Optional.of(sale), Optional.of(sale), Optional.of(sale), Optional.of(Events.at("1868"))),
                List.of(
                        timeline.byKey("e3a5aywm"),
                        timeline.byKey("E3A5AYWM"),
                        timeline.byKey(EventKey.of(sale.id()).toString()),
                        timeline.byKey(EventKey.of("1868").toString())));
        for (String none : List.of("", "alaska", "e3a5aywn", "e3a5aywm2", "e3a5ayw1", "aaaaaaaa", "77777777")) {
            assertEquals(Optional.empty(), timeline.byKey(none));
        }
        assertEquals(Optional.empty(), Events.timeline().byKey("e3a5aywm"));
    }

    @Test
    void aKeyOfTwoEventsMeansTheEarlier() {
        assertEquals(EventKey.of("e573107"), EventKey.of("e1236486"));
        HistoryEvent earlier = Events.named("e1236486", "1866");

        assertEquals(
                Optional.of(earlier),
                Events.timeline(Events.named("e573107", "1867"), earlier).byKey("d5zq3ywa"));
    }

    @Test
    void refusesTwoEventsOfOneId() {
        assertEquals(
                "two events have the id 1867",
                assertThrows(IllegalArgumentException.class, () -> Events.timelineOf("1867", "1867"))
                        .getMessage());
    }

    /** What the index must give, by looking at every event. */
    private static List<HistoryEvent> scanned(List<HistoryEvent> events, Years years) {
        List<HistoryEvent> touching = new ArrayList<>(events.stream()
                .filter(event -> !event.date().isOpen())
                .filter(event -> event.date().firstDay().getYear() <= years.last())
                .filter(event -> event.date().lastDay().getYear() >= years.first())
                .toList());
        Comparator<HistoryEvent> byRank = Comparator.comparing(
                        (HistoryEvent event) -> event.date().rank())
                .thenComparing(event -> event.date().rank().compareTo(HistoricalDate.Rank.SHORT_RANGE) < 0
                        ? 0
                        : event.date().months())
                .thenComparing(event -> event);
        if (years.isOne()) {
            touching.sort(byRank);
        } else {
            touching.sort(Comparator.comparing((HistoryEvent event) -> !inside(event, years))
                    .thenComparing((one, other) -> inside(one, years) && inside(other, years)
                            ? one.compareTo(other)
                            : byRank.compare(one, other)));
        }
        return touching;
    }

    private static boolean inside(HistoryEvent event, Years years) {
        return event.date().firstDay().getYear() >= years.first()
                && event.date().lastDay().getYear() <= years.last();
    }

    @Property(tries = 500)
    void answersAYearAsALookAtEveryEventWould(
            @ForAll("events") List<HistoryEvent> events,
            @ForAll @IntRange(min = 1780, max = 1830) int first,
            @ForAll @IntRange(min = 0, max = 12) int more) {
        Years years = new Years(first, first + more);
        Timeline timeline = new Timeline(Events.HEAD, events);

        assertEquals(dates(scanned(timeline.events(), years)), dates(timeline.in(years)));
        assertEquals(
                timeline.events().stream()
                        .filter(event -> event.date().isOpen())
                        .filter(event -> event.date().firstDay().getYear() <= years.last())
                        .filter(event -> event.date().lastDay().getYear() >= years.first())
                        .count(),
                timeline.openIn(years));
    }

    @Provide
    Arbitrary<List<HistoryEvent>> events() {
        return HistoricalDates.any(1780, 1830)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(dates -> IntStream.range(0, dates.size())
                        .mapToObj(i -> Events.named("e" + i, dates.get(i).toString()))
                        .toList());
    }
}
