package dev.almanac.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private static Ratios of(int pairs) {
        return new Ratios(
                IntStream.rangeClosed(1, pairs).mapToObj(i -> (double) i).collect(Collectors.toList()));
    }

    /** The ranks of the tables, like those of Conover, "Practical Nonparametric Statistics", table A3. */
    @Test
    void leavesOutAsManyAsMayLieOutside() {
        assertEquals("3.50 [1.00, 6.00]", of(6).inWords());
        assertEquals("6.00 [2.00, 10.00]", of(11).inWords());
        assertEquals("13.00 [8.00, 18.00]", of(25).inWords());
    }

    @Test
    void needsSixPairs() {
        assertFalse(of(5).areEnough());
        assertTrue(of(6).areEnough());
    }

    @Test
    void putsThemInOrder() {
        assertEquals("2.00 [1.00, 4.00]", new Ratios(List.of(4.0, 1.0, 2.0)).inWords());
    }
}
