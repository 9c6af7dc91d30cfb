package dev.almanac.timeline;

import dev.almanac.timeline.HistoricalDate.Rank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the events of a year. Days, months and years lie in a list for each year they touch. Ranges lie in a list for
 * each length, where those that touch the same years are neighbours; shorter lists come first, as answers want them.
 */
final class YearIndex {
    private final Map<Rank, Map<Integer, List<HistoryEvent>>> byYear = new EnumMap<>(Rank.class);
    private final NavigableMap<Integer, List<HistoryEvent>> rangesByMonths = new TreeMap<>();
    private final List<HistoryEvent> closed = new ArrayList<>();
    private final List<HistoryEvent> inOneYear = new ArrayList<>();
    private final List<HistoryEvent> overNewYear = new ArrayList<>();
    private final NavigableMap<Integer, Integer> openFrom = new TreeMap<>();
    private final NavigableMap<Integer, Integer> openUntil = new TreeMap<>();
    private int openUntilAll;

    /** To be called in the order of the events. */
    void add(HistoryEvent event) {
        HistoricalDate date = event.date();
        if (date.isOpen()) {
            addOpen(date);
            return;
        }
        closed.add(event);
        if (isRange(date)) {
            rangesByMonths
                    .computeIfAbsent(date.months(), none -> new ArrayList<>())
                    .add(event);
            return;
        }
        int first = date.firstDay().getYear();
        int last = date.lastDay().getYear();
        (first == last ? inOneYear : overNewYear).add(event);
        Map<Integer, List<HistoryEvent>> years = byYear.computeIfAbsent(date.rank(), none -> new HashMap<>());
        IntStream.rangeClosed(first, last)
                .forEach(year ->
                        years.computeIfAbsent(year, none -> new ArrayList<>()).add(event));
    }

    private void addOpen(HistoricalDate date) {
        if (date.start() != null) {
            openFrom.merge(date.firstDay().getYear(), 1, Integer::sum);
        } else {
            openUntil.merge(date.lastDay().getYear(), 1, Integer::sum);
            openUntilAll++;
        }
    }

    private static boolean isRange(HistoricalDate date) {
        return date.rank() == Rank.SHORT_RANGE || date.rank() == Rank.LONG_RANGE;
    }

    List<HistoryEvent> in(Years years) {
        return JoinedList.of(years.isOne() ? inOne(years) : inSeveral(years));
    }

    private List<List<HistoryEvent>> inOne(Years year) {
        List<List<HistoryEvent>> found = new ArrayList<>();
        found.add(touching(Rank.DAYS, year.first()));
        found.add(touching(Rank.MONTH_OR_YEAR, year.first()));
        rangesByMonths.forEach((months, ranges) -> found.add(slice(ranges, touchFrom(year, months), yearAfter(year))));
        return found;
    }

    /** First what lies wholly inside, counted by slices and found only as far as it is read; then what reaches out. */
    private List<List<HistoryEvent>> inSeveral(Years years) {
        LocalDate begin = newYear(years.first());
        LocalDate end = yearAfter(years);
        Predicate<HistoryEvent> isInside = event -> !event.date().firstDay().isBefore(begin)
                && event.date().lastDay().isBefore(end);
        List<HistoryEvent> spans = overNewYear.stream()
                .filter(event -> event.date().firstDay().isBefore(end))
                .filter(event -> !event.date().lastDay().isBefore(begin))
                .toList();
        List<HistoryEvent> crossing = spans.stream()
                .filter(isInside.negate())
                .sorted(Comparator.comparing(event -> event.date().rank()))
                .toList();
        int inside = slice(inOneYear, begin, end).size() + spans.size() - crossing.size();
        List<List<HistoryEvent>> rest = new ArrayList<>(List.of(crossing));
        for (Map.Entry<Integer, List<HistoryEvent>> ranges : rangesByMonths.entrySet()) {
            LocalDate insideUntil = end.minusMonths(ranges.getKey()).plusDays(1);
            LocalDate insideFrom = begin.isBefore(insideUntil) ? begin : insideUntil;
            rest.add(slice(ranges.getValue(), touchFrom(years, ranges.getKey()), insideFrom));
            inside += slice(ranges.getValue(), insideFrom, insideUntil).size();
            rest.add(slice(ranges.getValue(), insideUntil, end));
        }
        Iterator<HistoryEvent> byDate =
                slice(closed, begin, end).stream().filter(isInside).iterator();
        rest.add(0, new LazyList<>(inside, byDate));
        return rest;
    }

    private List<HistoryEvent> touching(Rank rank, int year) {
        return byYear.getOrDefault(rank, Map.of()).getOrDefault(year, List.of());
    }

    int openIn(Years years) {
        int begun = sum(openFrom.headMap(years.last(), true));
        int ended = sum(openUntil.headMap(years.first(), false));
        return begun + openUntilAll - ended;
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The events of a list by date whose first day lies in these years. */
    static List<HistoryEvent> beginningIn(List<HistoryEvent> byDate, Years years) {
        return slice(byDate, newYear(years.first()), yearAfter(years));
    }

    private static LocalDate newYear(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate yearAfter(Years years) {
        return newYear(years.last() + 1);
    }

    /** The earliest day a range of this length may begin and still touch the years. */
    private static LocalDate touchFrom(Years years, int months) {
        return newYear(years.first()).minusMonths(months).plusDays(1);
    }

    private static List<HistoryEvent> slice(List<HistoryEvent> byDate, LocalDate from, LocalDate until) {
        int first = firstNotBefore(byDate, from);
        return byDate.subList(first, Math.max(first, firstNotBefore(byDate, until)));
    }

    private static int firstNotBefore(List<HistoryEvent> byDate, LocalDate day) {
        int low = 0;
        int high = byDate.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byDate.get(middle).date().firstDay().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
