package dev.almanac.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private static List<Integer> order(int seed, int things) {
        return IntStream.range(0, things)
                .mapToObj(position -> new Shuffle(seed, position).pick(things))
                .toList();
    }

    @Property(tries = 500)
    void holdsEachThingExactlyOnce(@ForAll int seed, @ForAll @IntRange(min = 1, max = 1500) int things) {
        assertEquals(
                IntStream.range(0, things).boxed().toList(),
                order(seed, things).stream().sorted().toList());
    }

    @Test
    void holdsEachOfVeryManyThingsOnce() {
        assertEquals(100_003, order(7, 100_003).stream().distinct().count());
    }

    @Test
    void hasAnotherOrderForAnotherSeed() {
        assertEquals(order(1, 50), order(1, 50));
        assertNotEquals(order(1, 50), order(2, 50));
    }

    @Test
    void beginsWithEachThingForSomeSeed() {
        assertEquals(
                5,
                IntStream.range(0, 200)
                        .map(seed -> new Shuffle(seed, 0).pick(5))
                        .distinct()
                        .count());
    }

    @Test
    void goesOnToTheNextPositionOfTheSameSeed() {
        assertEquals(new Shuffle(3, 1), new Shuffle(3, 0).next());
    }

    @Test
    void refusesAPositionBehindTheLastThing() {
        assertThrows(IllegalArgumentException.class, () -> new Shuffle(1, 5).pick(5));
        assertThrows(IllegalArgumentException.class, () -> new Shuffle(1, -1).pick(5));
    }
}
