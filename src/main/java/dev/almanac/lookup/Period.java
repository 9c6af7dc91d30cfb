package dev.almanac.lookup;

import dev.almanac.chat.Choice;
import dev.almanac.chat.DateWords;
import dev.almanac.reading.Reading;
import dev.almanac.reading.Reading.About;
import dev.almanac.reading.Reading.After;
import dev.almanac.reading.Reading.Before;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.reading.Reading.Since;
import dev.almanac.reading.Reading.Until;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of years or months that somebody asks for.
 *
 * @param heading in words
 * @param name the same within a sentence
 * @param events in the order in which they answer
 * @param years that it lies in
 * @param reachesOut whether events that are open at one end may reach into it
 * @param hasParts whether it falls into years or months; a single month doesn't
 * @param nearest when something happened before and after, in words
 * @param next what can be asked next; empty for the years before and after
 */
record Period(
        String heading,
        String name,
        List<HistoryEvent> events,
        Years years,
        boolean reachesOut,
        boolean hasParts,
        List<String> nearest,
        List<Choice> next) {
    private static final DateWords WORDS = new DateWords();

    static Period of(Reading reading, Timeline timeline) {
        if (reading instanceof InYears in) {
            // "67" could be any century's.
            String name = in.years().isOne() ? in.written() : WORDS.of(in.years());
            return new Period(
                    name,
                    name,
                    timeline.in(in.years()),
                    in.years(),
                    true,
                    true,
                    nearestYears(timeline, in.years()),
                    List.of());
        }
        if (reading instanceof About about) {
            String name = WORDS.of(about.years());
            return new Period(
                    "About " + WORDS.year(about.year()) + ", " + name,
                    name,
                    timeline.in(about.years()),
                    about.years(),
                    true,
                    true,
                    nearestYears(timeline, about.years()),
                    List.of(choice(new InYears(Years.of(about.year())))));
        }
        if (reading instanceof Before before) {
            Years years = new Years(Years.EARLIEST, Math.max(Years.EARLIEST, before.year() - 1));
            return open(reading, reversed(timeline.beginningIn(years)), years, timeline, before.year());
        }
        if (reading instanceof Until until) {
            Years years = new Years(Years.EARLIEST, until.year());
            return open(reading, reversed(timeline.beginningIn(years)), years, timeline, until.year());
        }
        if (reading instanceof After after) {
            Years years = new Years(Math.min(Years.LATEST, after.year() + 1), Years.LATEST);
            return open(reading, timeline.beginningIn(years), years, timeline, after.year());
        }
        if (reading instanceof Since since) {
            Years years = new Years(since.year(), Years.LATEST);
            return open(reading, timeline.beginningIn(years), years, timeline, since.year());
        }
        if (reading instanceof InMonths months) {
            return months(months, timeline);
        }
        throw new IllegalArgumentException(reading + " isn't of years");
    }

    private static Period open(Reading reading, List<HistoryEvent> events, Years years, Timeline timeline, int than) {
        return new Period(
                WORDS.sentence(reading.written()) + ", nearest first",
                reading.written(),
                events,
                years,
                false,
                true,
                nearestYears(timeline, years),
                List.of(choice(new InYears(Years.of(than)))));
    }

    private static List<HistoryEvent> reversed(List<HistoryEvent> events) {
        return new AbstractList<>() {
            @Override
            public HistoryEvent get(int place) {
                return events.get(events.size() - 1 - place);
            }

            @Override
            public int size() {
                return events.size();
            }
        };
    }

    /** What lies wholly inside comes first; what is only known to have happened in that year is left to the whole year. */
    private static Period months(InMonths months, Timeline timeline) {
        LocalDate first = months.first().atDay(1);
        LocalDate last = months.last().atEndOfMonth();
        Years years = new Years(first.getYear(), last.getYear());
        List<HistoryEvent> touching = timeline.in(years).stream()
                .filter(event -> !event.date().firstDay().isAfter(last)
                        && !event.date().lastDay().isBefore(first))
                .filter(event -> EventsByMonth.knowsMonth(event.date()))
                .toList();
        List<HistoryEvent> events = Stream.concat(
                        touching.stream().filter(event -> isInside(event.date(), first, last)),
                        touching.stream().filter(event -> !isInside(event.date(), first, last)))
                .toList();
        String name = months.written();
        boolean isOne = months.first().equals(months.last());
        Stream<Choice> neighbours = isOne
                ? Stream.of(-1, 1)
                        .map(step -> months.first().plusMonths(step))
                        .filter(month -> month.getYear() >= Years.EARLIEST && month.getYear() <= Years.LATEST)
                        .map(month -> neighbour(month, months.first()))
                : Stream.empty();
        return new Period(
                name,
                name,
                events,
                years,
                false,
                !isOne,
                nearest(timeline, first, last),
                Stream.concat(Stream.of(allOf(years)), neighbours).toList());
    }

    private static List<String> nearestYears(Timeline timeline, Years years) {
        return Stream.of(timeline.yearBefore(years), timeline.yearAfter(years))
                .flatMap(Optional::stream)
                .map(WORDS::year)
                .toList();
    }

    /** The dates of the last event that is over before these days, and of the first that begins after them. */
    private static List<String> nearest(Timeline timeline, LocalDate first, LocalDate last) {
        Stream<HistoryEvent> before =
                reversed(timeline.beginningIn(new Years(Years.EARLIEST, first.getYear()))).stream()
                        .filter(event -> event.date().lastDay().isBefore(first))
                        .limit(1);
        Stream<HistoryEvent> after = timeline.beginningIn(new Years(last.getYear(), Years.LATEST)).stream()
                .filter(event ->
                        event.date().firstDay().isAfter(last) && !event.date().isOpen())
                .limit(1);
        return Stream.concat(before, after).map(event -> WORDS.of(event.date())).toList();
    }

    private static boolean isInside(HistoricalDate date, LocalDate first, LocalDate last) {
        return !date.firstDay().isBefore(first) && !date.lastDay().isAfter(last);
    }

    private static Choice neighbour(YearMonth month, YearMonth of) {
        Reading reading = new InMonths(month, month);
        String label = month.isBefore(of) ? "← " + reading.label() : reading.label() + " →";
        return new Choice(label, DateQuestions.of(reading));
    }

    private static Choice allOf(Years years) {
        return new Choice("All of " + WORDS.of(years), DateQuestions.of(new InYears(years)));
    }

    private static Choice choice(Reading reading) {
        return new Choice(reading.label(), DateQuestions.of(reading));
    }
}
