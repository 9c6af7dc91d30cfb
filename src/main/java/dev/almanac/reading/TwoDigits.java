package dev.almanac.reading;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The years and decades of all centuries that two digits can mean. Each day of a month has two digits, so these are asked for by most dates:
 * they are counted once.
 */
final class TwoDigits {
    private static final int CENTURY = 100;
    private static final int LAST_CENTURY = 20;
    private static final int MOST_READINGS = 4;

    private final Timeline timeline;
    private final Map<Ending, List<Years>> known = new ConcurrentHashMap<>();

    private record Ending(int number, int width, int thisYear) {
        Years in(int century) {
            int first = century * CENTURY + number;
            return new Years(Math.max(1, first), first + width - 1);
        }
    }

    TwoDigits(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * The years of each century that end so, those with the most events first, the one of the first century last.
     *
     * @param number 0 to 99
     * @param width 1 for a year, 10 for a decade
     * @param thisYear of two with as many events, the one that isn't over yet comes later
     */
    List<Years> of(int number, int width, int thisYear) {
        return known.computeIfAbsent(new Ending(number, width, thisYear), this::counted);
    }

    private List<Years> counted(Ending ending) {
        Map<Years, Integer> events = new LinkedHashMap<>();
        IntStream.rangeClosed(1, LAST_CENTURY)
                .mapToObj(ending::in)
                .forEach(years -> events.put(years, timeline.in(years).size()));
        List<Years> sorted = events.keySet().stream()
                .sorted(Comparator.comparing((Years years) -> events.getOrDefault(years, 0))
                        .thenComparing(years -> years.first() <= ending.thisYear())
                        .thenComparing(Years::first)
                        .reversed())
                .toList();
        List<Years> found = new ArrayList<>(List.of(sorted.get(0)));
        sorted.stream()
                .skip(1)
                .filter(years -> events.getOrDefault(years, 0) > 0)
                .limit(MOST_READINGS - 2)
                .forEach(found::add);
        if (ending.number() + ending.width() > 1) {
            found.add(ending.in(0));
        }
        return List.copyOf(found);
    }
}
