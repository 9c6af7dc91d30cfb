package dev.almanac.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where what was done to rows, so that one line tells it of all of them. */
final class Tally {
    private static final int MOST_SHOWN = 8;

    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    /** @param what in words that "in line 3" can follow, like "“(pictured)” taken out" */
    void add(String what, String where) {
        places.computeIfAbsent(what, none -> new LinkedHashSet<>()).add(where);
    }

    /** Each thing with where it was done, but for rows that don't count. */
    List<String> lines(Set<String> without) {
        return places.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(where -> !without.contains(where))
                                .toList()))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + ": " + places(entry.getValue()))
                .toList();
    }

    /** How many rows anything was done to, but for those that don't count. */
    int rows(Set<String> without) {
        Set<String> rows = new HashSet<>();
        places.values().forEach(rows::addAll);
        rows.removeAll(without);
        return rows.size();
    }

    /** "line 3", "lines 3, 7 and 9", "lines 3, 7, 9 and 12 more". */
    static String places(List<String> where) {
        boolean areLines = where.size() > 1 && where.stream().allMatch(place -> place.startsWith("line "));
        List<String> shown = where.stream()
                .limit(where.size() > MOST_SHOWN + 1 ? MOST_SHOWN : where.size())
                .map(place -> areLines ? place.substring("line ".length()) : place)
                .toList();
        String all = where.size() > shown.size()
                ? String.join(", ", shown) + " and " + (where.size() - shown.size()) + " more"
                : shown.size() == 1
                        ? shown.get(0)
                        : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
        return areLines ? "lines " + all : all;
    }
}
