package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static final List<String> ALL = List.of("a", "b", "c", "d");

    @Test
    void addsAndTakesOutOnlyWhatDiffersFromWhatWasShown() {
        String shown = Ticks.written(ALL, List.of("a", "b"));

        assertEquals("3", shown);
        assertEquals(List.of("a", "c"), Ticks.changed(ALL, shown, List.of("a", "c"), List.of("a", "b")));
        assertEquals(List.of("c", "d"), Ticks.changed(ALL, shown, List.of("a", "c"), List.of("b", "d")));
    }

    @Test
    void isWhatWasChosenWhereNothingWouldBeLeft() {
        String shown = Ticks.written(ALL, List.of("a", "b"));

        assertEquals(List.of("a"), Ticks.changed(ALL, shown, List.of("a"), List.of("b")));
    }

    @Test
    void takesWhatCannotBeReadForNothingShown() {
        assertEquals(List.of("a", "d"), Ticks.changed(ALL, "x", List.of("d"), List.of("a")));
    }
}
