package dev.almanac.timeline.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problems found in one file so far. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String field, String wrong, String right) {
        found.add(new Problem(file, place.line(), place.column(), field, wrong, right));
    }

    int size() {
        return found.size();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file; what is wrong in the same way in several lines is told at the first. */
    List<Problem> inOrder() {
        Map<List<String>, List<Problem>> alike = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .forEach(problem -> alike.computeIfAbsent(
                                List.of(problem.field(), problem.wrong(), problem.right()), none -> new ArrayList<>())
                        .add(problem));
        return alike.values().stream().map(Problems::together).toList();
    }

    private static Problem together(List<Problem> alike) {
        Problem first = alike.get(0);
        List<Integer> also = alike.stream()
                .map(Problem::line)
                .filter(line -> line != first.line())
                .distinct()
                .toList();
        return new Problem(
                first.file(), first.line(), first.column(), first.field(), first.wrong(), first.right(), also);
    }
}
