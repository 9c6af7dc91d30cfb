package dev.almanac.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.search.Scope;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DealingTest {
    private static Dealing of(int light, int usual, int heavy) {
        List<HistoryEvent> events = Stream.of(of(1, light), of(2, usual), of(3, heavy))
                .flatMap(some -> some)
                .toList();
        return Dealing.of(new Timeline(Events.HEAD, events), Scope.EVERYWHERE);
    }

    private static Stream<HistoryEvent> of(int weight, int many) {
        return IntStream.range(0, many).mapToObj(i -> Events.weighing(weight, (weight * 1000 + i) + "-01-01"));
    }

    private static List<HistoryEvent> dealt(Dealing dealing, int seed) {
        return IntStream.range(0, dealing.size())
                .mapToObj(position -> dealing.at(new Shuffle(seed, position)))
                .toList();
    }

    private static String weights(Dealing dealing, int seed) {
        return dealt(dealing, seed).stream()
                .map(event -> String.valueOf(event.weight()))
                .collect(Collectors.joining());
    }

    @Test
    void ofEverySixThreeWeighMostTwoAreUsualAndOneIsLight() {
        for (int seed : List.of(0, 1, 5, 6, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            String weights = weights(of(10, 20, 30), seed);
            for (int i = 0; i < 60; i += 6) {
                assertEquals(
                        Map.of('1', 1L, '2', 2L, '3', 3L),
                        weights.substring(i, i + 6)
                                .chars()
                                .mapToObj(weight -> (char) weight)
                                .collect(Collectors.groupingBy(weight -> weight, TreeMap::new, Collectors.counting())));
            }
        }
    }

    @Test
    void aWeightThatHasRunOutLeavesItsTurnsToTheOthers() {
        assertEquals("32312331", weights(of(2, 2, 4), 0));
        assertEquals("222", weights(of(0, 3, 0), 4));
        assertEquals("", weights(of(0, 0, 0), 1));
    }

    @Test
    void anyWeightMayComeFirst() {
        assertEquals(
                "323123",
                IntStream.range(0, 6)
                        .mapToObj(seed -> weights(of(1, 2, 3), seed).substring(0, 1))
                        .collect(Collectors.joining()));
    }

    @Test
    void refusesAPlaceThatThereIsNot() {
        assertThrows(IllegalArgumentException.class, () -> of(1, 1, 1).at(new Shuffle(1, 3)));
        assertThrows(IllegalArgumentException.class, () -> of(1, 1, 1).at(new Shuffle(1, -1)));
    }

    @Property(tries = 200)
    void dealsEachOnce(
            @ForAll @IntRange(max = 40) int light,
            @ForAll @IntRange(max = 40) int usual,
            @ForAll @IntRange(max = 40) int heavy,
            @ForAll int seed) {
        Dealing dealing = of(light, usual, heavy);

        assertEquals(
                light + usual + heavy, dealt(dealing, seed).stream().distinct().count());
    }
}
