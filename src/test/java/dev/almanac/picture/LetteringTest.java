package dev.almanac.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.picture.Lettering.Line;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private final Lettering plain = new Pens().plain();

    private static double[] points(Line line) {
        List<Double> points = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator path = line.outline().getPathIterator(new AffineTransform()); !path.isDone(); path.next()) {
            points.add((double) path.currentSegment(at));
            points.add(at[0]);
            points.add(at[1]);
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dvořák’s Łódź", "Η Ρωσία", "Россия", "ארצות הברית", "الولايات المتحدة", "1867–1917, “Ĉu?”"})
    void hasTheLettersOfEuropeAndTheNearEast(String text) {
        assertTrue(plain.canSet(text));
        assertFalse(plain.line(text, 40).outline().getBounds2D().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"露米关系", "रूस", "Alaska 한국"})
    void knowsWhichTextsItCannotWrite(String text) {
        assertFalse(plain.canSet(text));
    }

    @Test
    void leavesOutWhatIsNoLetterWhereNoFontHasIt() {
        assertTrue(plain.canSet("Sputnik 🚀"));
        assertArrayEquals(points(plain.line("Sputnik", 40)), points(plain.line("Sputnik🚀\u0007", 40)));
    }

    @Test
    void beginsHebrewAtTheRight() {
        assertTrue(plain.line("שלום", 40).rightToLeft());
        assertFalse(plain.line("Peace שלום", 40).rightToLeft());
        // As it is seen from left to right: the year, a blank, the word from its last letter to its first.
        double[] seen = points(plain.line("1867", 40));
        double[] whole = points(plain.line("שלום 1867", 40));
        for (int i = 0; i < seen.length; i++) {
            assertEquals(seen[i], whole[i], 1e-6);
        }
    }

    @Test
    void mirrorsBracketsAmongLettersFromTheRight() {
        Line line = plain.line("(א", 40);
        Line closing = plain.line(")", 40);
        double right = line.outline().getBounds2D().getMaxX();
        assertEquals(
                line.width() - closing.width() + closing.outline().getBounds2D().getMaxX(), right, 1e-6);
    }

    @Test
    void joinsArabicLettersAsTheyAreWritten() {
        ArabicForms forms = new ArabicForms();

        assertEquals("\uFEB3\uFEFC\uFEE1", forms.joined("سلام"));
        assertEquals("\uFEAD\uFEED\uFEB3\uFEF4\uFE8E", forms.joined("روسيا"));
        assertEquals("\uFE91\uFEF4\uFEE6 \uFEFB", forms.joined("بين لا"));
        assertEquals("\uFB58\uFBFD", forms.joined("پی"));
        assertEquals("Alaska", forms.joined("Alaska"));
    }

    @Test
    void bringsPairsTogetherAsTheFontSays() {
        double apart = plain.line("A", 40).width() + plain.line("V", 40).width();

        assertTrue(plain.line("AV", 40).width() < apart - 1, "AV is set as wide as A and V");
    }

    @Test
    void breaksLinesBetweenWordsAndEndsWhatIsTooLong() {
        String text = "one two three four five six seven eight";
        List<Line> lines = plain.lines(text, 40, 200, 2);

        assertEquals(2, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.width() <= 200));
        assertArrayEquals(points(plain.line("one two", 40)), points(lines.get(0)));
        assertArrayEquals(points(plain.line("three fo…", 40)), points(lines.get(1)));
        assertEquals(1, plain.lines("x".repeat(500), 40, 200, 3).size());
        assertEquals(0, plain.line("", 40, 200).width());
    }
}
