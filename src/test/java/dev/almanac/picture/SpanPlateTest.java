package dev.almanac.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Picture;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanPlateTest {
    private static final Category TREATY = new Category("treaty", "Treaty", 0x7A4B94, "📜");
    private static final Category SPACE = new Category("space", "Space", 0x274690, "🚀");
    private static final double FROM = 272;
    private static final double TO = 1152;
    private static final int AXIS = 654;

    private static HistoryEvent event(String id, String date, int weight, Category... categories) {
        return new HistoryEvent(
                id,
                HistoricalDate.parse(date),
                "",
                null,
                "Title of " + id,
                "Text.",
                "",
                List.of(categories),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.UNVERIFIED,
                weight,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static Picture picture(Years years, @Nullable Category only, HistoryEvent... events) {
        Timeline timeline = new Timeline(Events.HEAD, List.of(events));
        return new Pictures(timeline).ofSpan("/timeline", "Heading", "Remark", years, only, timeline.events());
    }

    @Test
    void drawsALaneForEachCategoryInItsColour() {
        Picture picture = picture(
                new Years(1900, 1919),
                null,
                event("a", "1900", 2, TREATY),
                event("b", "1900", 2, TREATY, SPACE),
                event("c", "1919-05-01", 2, SPACE),
                event("d", "../1905", 2, SPACE));
        Pixels pixels = Pixels.of(picture);
        double year = (TO - FROM) / 20;

        // The lane with more events stands above; no lane is higher than 160.
        double space = AXIS - 3;
        double treaty = space - 160;
        assertEquals(0x7A4B94, pixels.colour(FROM + year / 2, treaty - 2));
        assertEquals(0x274690, pixels.colour(FROM + 19.5 * year, space - 2));
        assertEquals(Palette.PAPER.getRGB() & 0xFFFFFF, pixels.colour(FROM + year / 2 + 20, space - 6));
        assertEquals("A line of time, 1900–1919: Remark. By kind: Treaty 2, Space 1.", picture.alt());
    }

    @Test
    void showsOneLaneWhereOneCategoryIsAskedFor() {
        Picture picture = picture(
                Years.of(1900), SPACE, event("a", "1900-01-15", 2, TREATY, SPACE), event("b", "1900-12", 2, SPACE));

        assertEquals("A line of time, 1900: Remark. By kind: Space 2.", picture.alt());
        assertEquals(0x274690, Pixels.of(picture).colour(FROM + 20, AXIS - 5));
    }

    @Test
    void namesTurningPointsWhereverThereIsRoomAndNeverOneOverAnother() {
        List<HistoryEvent> events = IntStream.range(0, 300)
                .mapToObj(i -> event("point-" + i, String.format(Locale.ROOT, "%04d", 1700 + i), 3, TREATY))
                .toList();
        Picture few = picture(new Years(1700, 1999), null, events.get(10));
        Picture many = picture(new Years(1700, 1999), null, events.toArray(HistoryEvent[]::new));

        assertTrue(Pixels.of(few).drawn(48, 138, 1200, 166).width > 150);
        // Five rows of names, each with paper above and below but for the lines of names further up.
        for (int row = 0; row < 5; row++) {
            Rectangle drawn = Pixels.of(many).drawn(0, 138 + row * 32, 1200, 166 + row * 32);
            assertTrue(drawn.width > 150 && drawn.getMaxX() <= TO + 1, row + ": " + drawn);
        }
        assertTrue(many.alt().contains("Turning points: 1700, Title of point-0; "), many.alt());
        assertTrue(many.alt().length() <= 1024);
    }

    @ParameterizedTest
    @CsvSource({"1, 2000", "1900, 1900", "1900, 1902", "-9999, 9999", "-50, 50", "1741, 2026"})
    void keepsItsMarginsHoweverLongTheSpanIs(int first, int last) {
        Years years = new Years(first, last);
        HistoryEvent[] events = Stream.of(first, (first + last) / 2, last)
                .distinct()
                .map(year -> event("e" + Math.abs(year) + (year < 0 ? "bc" : ""), edtf(year), 3, TREATY))
                .toArray(HistoryEvent[]::new);
        Picture picture = picture(years, null, events);

        assertTrue(new Rectangle(20, 20, 1170, 690).contains(Pixels.of(picture).drawn()));
        assertEquals(picture, picture(years, null, events));
        assertTrue(picture.size() < 60_000, picture.size() + " bytes");
    }

    private static String edtf(int year) {
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    @Test
    void makesNoWallOfASingleEvent() {
        Pixels pixels = Pixels.of(picture(new Years(1900, 1919), null, event("a", "1900", 2, TREATY)));

        assertEquals(0x7A4B94, pixels.colour(FROM + 20, AXIS - 34));
        assertEquals(Palette.PAPER.getRGB() & 0xFFFFFF, pixels.colour(FROM + 20, AXIS - 40));
    }

    @Test
    void putsTheRarestCategoriesIntoOneLane() {
        HistoryEvent[] events = IntStream.range(0, 20)
                .mapToObj(i -> event("e-" + i, "1900", 2, new Category("c-" + (10 + i), "C" + (10 + i), 0x274690)))
                .toArray(HistoryEvent[]::new);

        assertTrue(picture(Years.of(1900), null, events).alt().endsWith("C20 1, Others 9."));
    }
}
