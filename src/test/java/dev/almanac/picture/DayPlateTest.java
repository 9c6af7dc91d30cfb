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
import java.awt.Rectangle;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayPlateTest {
    private static final MonthDay DAY = MonthDay.of(3, 30);
    private static final Category TREATY = new Category("treaty", "Treaty", 0x7A4B94, "📜");
    private static final Category SPACE = new Category("space", "Space", 0x274690, "🚀");
    private static final Rectangle SHEET = new Rectangle(0, 0, 1200, 400);

    private static HistoryEvent event(int year, String title, Category category) {
        return new HistoryEvent(
                "event-" + year,
                HistoricalDate.parse(year + "-03-30"),
                "",
                null,
                title,
                "Text.",
                "",
                List.of(category),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.UNVERIFIED,
                List.of(),
                List.of());
    }

    private static Picture plate(HistoryEvent... events) {
        Timeline timeline = new Timeline(Events.timeline().head(), List.of(events));
        return new Pictures(timeline)
                .ofDay(
                        DAY,
                        timeline.events().stream()
                                .map(event ->
                                        new Mark(event, event.date().firstDay().getYear()))
                                .toList());
    }

    private static int rgb(java.awt.Color colour) {
        return colour.getRGB() & 0xFFFFFF;
    }

    /** Where a year is on the line of a timeline from 1867 to 1966. */
    private static double x(int year) {
        return 132 + (year - 1867 + 0.5) * 936 / 100;
    }

    @Test
    void marksEachEventAtItsYearInTheColourOfItsCategory() {
        Picture picture = plate(event(1867, "Alaska is sold", TREATY), event(1966, "A flight", SPACE));
        Pixels pixels = Pixels.of(picture);

        assertEquals(new Rectangle(1200, 400), pixels.image().getRaster().getBounds());
        assertEquals(0x7A4B94, pixels.colour(x(1867), 286));
        assertEquals(0x274690, pixels.colour(x(1966), 286));
        assertEquals(rgb(Palette.RULE), pixels.colour(x(1900), 286));
        assertEquals(
                "30 March. 1867, Alaska is sold (Treaty); 1966, A flight (Space). On a line of time: 1867–1966.",
                picture.alt());
        assertEquals("day.png", picture.name());
    }

    @Test
    void isDrawnWithTheSameBytesAgainAndIsLight() {
        HistoryEvent[] events = IntStream.range(0, 40)
                .mapToObj(i -> event(
                        1867 + i * 3,
                        "Title number " + i + " of many a word and then a few",
                        i % 2 == 0 ? TREATY : SPACE))
                .toArray(HistoryEvent[]::new);
        Picture picture = plate(events);

        assertEquals(picture, plate(events));
        assertTrue(picture.png().length < 60_000, picture.png().length + " bytes");
        assertTrue(new Rectangle(40, 20, 1120, 370).contains(Pixels.of(picture).drawn()));
    }

    @Test
    void saysHowManyMarksItHasNoRoomFor() {
        HistoryEvent[] events = IntStream.range(0, 20)
                .mapToObj(i -> event(1867 + i * 5, "Title", TREATY))
                .toArray(HistoryEvent[]::new);
        Pixels few = Pixels.of(plate(events[0]));
        Pixels many = Pixels.of(plate(events));

        assertTrue(few.drawn(1080, 315, 1200, 345).isEmpty());
        Rectangle more = many.drawn(1080, 315, 1200, 345);
        assertTrue(more.width > 20 && more.getMaxX() <= 1146, more.toString());
    }

    @Test
    void drawsADayWithNothingAndATimelineWithNothing() {
        Picture picture = new Pictures(new Timeline(Events.timeline().head(), List.of())).ofDay(DAY, List.of());

        assertEquals("30 March. Nothing is known here about this day.", picture.alt());
        assertTrue(Pixels.of(picture).drawn(400, 100, 1200, 200).width > 600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Short", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "ארצות הברית קונה את אלסקה"})
    void keepsItsMarginsWhateverTheTitleIs(String title) {
        Rectangle drawn = Pixels.of(plate(event(1867, title, TREATY))).drawn(400, 96, 1200, 240);

        assertTrue(SHEET.contains(drawn));
        assertTrue(drawn.x >= 405 && drawn.getMaxX() <= 1146, drawn.toString());
    }

    @Test
    void beginsATitleInHebrewAtTheRight() {
        Rectangle drawn = Pixels.of(plate(event(1867, "אלסקה", TREATY))).drawn(400, 96, 1200, 240);

        assertTrue(drawn.x > 900 && drawn.getMaxX() > 1135, drawn.toString());
    }

    @Test
    void leavesOutATitleWhoseLettersItDoesNotHave() {
        Pixels pixels = Pixels.of(plate(event(1867, "阿拉斯加", TREATY)));

        assertTrue(pixels.drawn(400, 96, 1200, 240).isEmpty());
        assertTrue(!pixels.drawn(400, 40, 1200, 96).isEmpty());
    }

    @Test
    void keepsTheSignsOfOneYearApart() {
        HistoryEvent other = new HistoryEvent(
                "other",
                HistoricalDate.parse("1867-03-30"),
                "",
                null,
                "Other",
                "Text.",
                "",
                List.of(SPACE),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.UNVERIFIED,
                List.of(),
                List.of());
        Pixels pixels = Pixels.of(plate(event(1867, "Alaska is sold", TREATY), other));

        // Each sign is a disc; its edge shows its colour whatever the sign is.
        double middle = 600;
        assertEquals(0x7A4B94, pixels.colour(middle - 38, 330 - 17));
        assertEquals(0x274690, pixels.colour(middle + 38, 330 - 17));
        assertEquals(rgb(Palette.PAPER), pixels.colour(middle, 330));
    }
}
