package dev.almanac.picture;

import dev.almanac.timeline.HistoryEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds places for names in rows above an axis, each joined to its event by a line straight down: no name over another, no line through
 * a name. Names left of some event begin at their lines, each below the one before it; the others end at theirs, each below the next. A
 * line then passes those below it.
 *
 * @param from where names may begin
 * @param to where they must end
 */
record Names(double from, double to, int rows) {
    private static final double APART = 18;
    private static final double CLEAR = 5;

    /**
     * A name to be placed.
     *
     * @param x where its event is on the axis
     */
    record Wanted(HistoryEvent event, double x, double width) {}

    /**
     * A name in its place.
     *
     * @param left where it begins
     */
    record Placed(Wanted name, int row, double left) {
        private double right() {
            return left + name.width();
        }

        private boolean leavesRoomFor(Placed other) {
            if (row == other.row) {
                return right() + APART <= other.left || other.right() + APART <= left;
            }
            Placed upper = row < other.row ? this : other;
            Placed lower = row < other.row ? other : this;
            return upper.name.x() < lower.left - CLEAR || upper.name.x() > lower.right() + CLEAR;
        }
    }

    /** As many of these names as there is room for, the first ones before those that come later. */
    List<Placed> placed(List<Wanted> wanted) {
        List<Wanted> chosen = new ArrayList<>();
        List<Placed> placed = List.of();
        for (Wanted name : wanted) {
            if (name.width() > to - from) {
                continue;
            }
            chosen.add(name);
            Optional<List<Placed>> all = all(chosen);
            if (all.isPresent()) {
                placed = all.get();
            } else {
                chosen.remove(name);
            }
        }
        return placed;
    }

    /** All of these, in as few rows as can be; empty where there is no room for all. */
    private Optional<List<Placed>> all(List<Wanted> names) {
        List<Wanted> byX =
                names.stream().sorted(Comparator.comparing(Wanted::x)).toList();
        return IntStream.rangeClosed(0, byX.size())
                .boxed()
                .flatMap(first -> Stream.of(true, false).map(leftFirst -> divided(byX, first, leftFirst)))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(
                        placed -> placed.stream().mapToInt(Placed::row).max().orElse(0)));
    }

    /**
     * One way to place them.
     *
     * @param first how many begin at their lines
     * @param leftFirst whether those are placed before the others
     */
    private Optional<List<Placed>> divided(List<Wanted> byX, int first, boolean leftFirst) {
        List<Wanted> beginning = byX.subList(0, first);
        List<Wanted> ending = new ArrayList<>(byX.subList(first, byX.size()));
        Collections.reverse(ending);
        List<Placed> placed = new ArrayList<>();
        for (Wanted name : Stream.concat(
                        (leftFirst ? beginning : ending).stream(), (leftFirst ? ending : beginning).stream())
                .toList()) {
            double left = beginning.contains(name)
                    ? Math.min(name.x(), to - name.width())
                    : Math.max(from, name.x() - name.width());
            Optional<Placed> place = IntStream.range(0, rows)
                    .mapToObj(row -> new Placed(name, row, left))
                    .filter(one -> placed.stream().allMatch(one::leavesRoomFor))
                    .findFirst();
            if (place.isEmpty()) {
                return Optional.empty();
            }
            placed.add(place.get());
        }
        return Optional.of(placed);
    }
}
