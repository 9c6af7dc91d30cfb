package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {
    @ParameterizedTest
    @CsvSource({"moscow, moskow, 1", "london, lodnon, 1", "riga, rig, 1", "riga, riga, 0", "riga, baku, 4"})
    void countsLettersChangedAndNeighboursSwapped(String one, String other, int edits) {
        assertEquals(edits, Edits.between(one, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serach", "serch", "seearch"})
    void knowsAWordThatFingersSlippedOn(String typed) {
        assertTrue(Edits.isSlip("search", typed));
    }

    @Test
    void takesNoOtherWordForASlip() {
        assertFalse(Edits.isSlip("year", "near"));
        assertFalse(Edits.isSlip("event", "even"));
        assertFalse(Edits.isSlip("random", "ransom"));
        assertFalse(Edits.isSlip("search", "search"));
    }
}
