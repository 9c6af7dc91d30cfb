package dev.almanac.picture;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span's picture has to show of its events: how many of each category begin in each part of the line, and which of them are turning
 * points. Each event is looked at once, because there may be a million.
 */
final class Lanes {
    /** As many as can be told apart; the events of other categories share the last one. */
    private static final int MOST = 12;

    private static final Category OTHERS = new Category("others", "Others", 0x5C6470, "…");

    private final Map<Category, int[]> counts = new LinkedHashMap<>();
    private final List<HistoryEvent> turningPoints = new ArrayList<>();

    /**
     * Those of these events.
     *
     * @param only the one lane to show, where all are of that category; null for a lane for each main category
     * @param events by date; those whose beginning isn't known or lies outside of the line are left out
     */
    Lanes(Axis axis, int parts, @Nullable Category only, List<HistoryEvent> events) {
        Map<Category, int[]> all = new HashMap<>();
        double yearsInPart = axis.yearsIn(parts);
        for (HistoryEvent event : events) {
            LocalDate begin = event.date().firstDay();
            if (axis.has(begin)) {
                Category category = only == null ? event.categories().get(0) : only;
                all.computeIfAbsent(category, none -> new int[parts])[axis.part(begin, yearsInPart)]++;
                if (event.weight() == HistoryEvent.MOST_WEIGHT) {
                    turningPoints.add(event);
                }
            }
        }
        List<Map.Entry<Category, int[]>> most = all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Category, int[]> lane) -> -sum(lane.getValue()))
                        .thenComparing(lane -> lane.getKey().id()))
                .toList();
        int own = most.size() > MOST ? MOST - 1 : most.size();
        most.subList(0, own).forEach(lane -> counts.put(lane.getKey(), lane.getValue()));
        most.subList(own, most.size()).forEach(lane -> counts.merge(OTHERS, lane.getValue(), Lanes::added));
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    private static int[] added(int[] some, int[] others) {
        int[] all = some.clone();
        Arrays.setAll(all, part -> some[part] + others[part]);
        return all;
    }

    /** For each category how many events each part has; the one with most events first, that of all others last. */
    Map<Category, int[]> counts() {
        return counts;
    }

    /** How many events each category has. */
    Map<Category, Integer> sums() {
        Map<Category, Integer> sums = new LinkedHashMap<>();
        counts.forEach((category, parts) -> sums.put(category, sum(parts)));
        return sums;
    }

    /** The most that any part of any lane has; 1 where there is nothing. */
    int most() {
        return counts.values().stream().flatMapToInt(Arrays::stream).max().orElse(1);
    }

    /** The lane that an event's line leads to. */
    Category of(Category main) {
        return counts.containsKey(main) ? main : OTHERS;
    }

    /** The events of the greatest weight, by date. */
    List<HistoryEvent> turningPoints() {
        return turningPoints;
    }
}
