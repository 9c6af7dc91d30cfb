package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final Spelling SERGEI = new Spelling("Sergei", "Sergey");
    private static final Spelling PETERSBURG = new Spelling("St Petersburg", "St. Petersburg");
    private static final Spelling BRIN = new Spelling("Sergey Brin", "Sergei Brin");
    private static final List<Spelling> ALL = List.of(SERGEI, PETERSBURG, BRIN);

    @Test
    void findsWhatWeDoNotWriteAsWholeWords() {
        assertEquals(
                List.of("Sergey’s", "in St. Petersburg", "Sergei Brin"),
                Stream.of("Sergey’s", "Sergeyev", "Sergei", "in St. Petersburg", "St Petersburg", "Sergei Brin")
                        .filter(text -> ALL.stream().anyMatch(spelling -> spelling.isBrokenIn(text, ALL)))
                        .toList());
    }

    @Test
    void letsALongerSpellingOverruleAShorterOne() {
        assertFalse(SERGEI.isBrokenIn("Sergey Brin is born", ALL));
        assertTrue(SERGEI.isBrokenIn("Sergey Brin and Sergey Witte", ALL));
    }
}
