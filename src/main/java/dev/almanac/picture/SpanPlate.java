package dev.almanac.picture;

import dev.almanac.chat.DateWords;
import dev.almanac.picture.Lettering.Line;
import dev.almanac.picture.Names.Placed;
import dev.almanac.picture.Names.Wanted;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Years;
import java.awt.Color;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a span of years: for each category a lane that shows how many events each year has, and above them the turning
 * points by name, where there is room.
 */
final class SpanPlate {
    static final int WIDTH = 1200;
    static final int HEIGHT = 720;

    private static final int MARGIN = 48;
    private static final double FROM = 272;
    private static final double TO = WIDTH - MARGIN;
    private static final double NARROWEST_PART = 5;
    private static final double NAMES = 160;
    private static final double NAME_HEIGHT = 32;
    private static final int ROWS = 5;
    private static final double AXIS = HEIGHT - 66;
    private static final double TALLEST_LANE = 160;
    private static final double SMALL = 23;
    private static final double LEAST_BAR = 4;

    /** So that one event by itself is a mark and not a wall. */
    private static final double TALLEST_EVENT = 34;

    private static final double WIDEST_NAME = 540;
    private static final double GAP = 8;
    private static final int MOST_TRIED = 64;

    private final Pens pens;
    private final DateWords words = new DateWords();
    private final Years years;
    private final Axis axis;
    private final int parts;
    private final @Nullable Category only;
    private final Lanes lanes;

    /**
     * A picture of these events.
     *
     * @param only the one lane to show, where all are of that category; null for a lane for each main category
     * @param events those of the span, by date; those whose beginning isn't known or lies outside are left out
     */
    SpanPlate(Pens pens, Years years, @Nullable Category only, List<HistoryEvent> events) {
        this.pens = pens;
        this.years = years;
        this.axis = new Axis(years, FROM, TO);
        this.parts = axis.parts(NARROWEST_PART);
        this.only = only;
        this.lanes = new Lanes(axis, parts, only, events);
    }

    /** What it shows. */
    Lanes lanes() {
        return lanes;
    }

    /**
     * Draws it.
     *
     * @param heading what it shows
     * @param remark how much of what it shows, in smaller letters
     */
    byte[] png(String heading, String remark) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, pens);
        sheet.left(pens.bold().line(heading, 44, WIDTH - 2 * MARGIN), MARGIN, 74, Palette.INK);
        sheet.left(pens.plain().line(remark, 26, WIDTH - 2 * MARGIN), MARGIN, 116, Palette.FAINT_INK);
        List<Placed> names = names();
        int rows = names.stream().mapToInt(name -> name.row() + 1).max().orElse(0);
        double top = NAMES + rows * NAME_HEIGHT - 6;
        axis(sheet, top);
        Map<Category, Double> bases = drawLanes(sheet, top);
        // All lines first, so that none lies over a name.
        names.forEach(name -> line(sheet, name, bases));
        names.forEach(name -> name(sheet, name));
        return sheet.png();
    }

    private void axis(Sheet sheet, double top) {
        int step = step();
        boolean months = years.isOne();
        int first = Math.floorDiv(years.first() + step - 1, step) * step;
        for (int year = months ? years.last() + 1 : first; year <= years.last(); year += step) {
            // There is no year 0: what stands for it is 1 BC.
            int named = step > 1 && year <= 0 ? year + 1 : year;
            if (named >= years.first() && named <= years.last()) {
                tick(sheet, top, axis.x(named), words.year(named));
            }
        }
        for (int month = 0; months && month < 12; month++) {
            double x = FROM + (month + 0.5) * (TO - FROM) / 12;
            tick(sheet, top, x, words.of(Month.of(month + 1)).substring(0, 3));
        }
        sheet.stroke(FROM, AXIS, TO, AXIS, 2, Palette.FAINT_INK);
    }

    private void tick(Sheet sheet, double top, double x, String name) {
        sheet.stroke(x, top, x, AXIS, 1, Palette.SHADE);
        sheet.stroke(x, AXIS, x, AXIS + 7, 2, Palette.FAINT_INK);
        sheet.centred(pens.plain().line(name, SMALL), x, AXIS + 34, Palette.INK);
    }

    /** Years between two that are named: at most ten fit. */
    private int step() {
        int count = years.last() - years.first() + 1;
        int[] steps = {1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000};
        return Arrays.stream(steps)
                .filter(step -> count / step <= 9)
                .findFirst()
                .orElse(5000);
    }

    /** Draws the lanes; the base line of each. */
    private Map<Category, Double> drawLanes(Sheet sheet, double top) {
        double width = axis.width(parts);
        int count = lanes.counts().size();
        double height = Math.min(TALLEST_LANE, (AXIS - top) / Math.max(1, count));
        double base = AXIS - 3 - (count - 1) * height;
        double most = lanes.most();
        Map<Category, Double> bases = new LinkedHashMap<>();
        for (Map.Entry<Category, int[]> lane : lanes.counts().entrySet()) {
            Category category = lane.getKey();
            bases.put(category, base);
            double radius = Math.min(14, height / 2 - 1);
            sheet.sign(category, MARGIN + 14, base - height / 2, radius);
            sheet.left(
                    pens.plain().line(category.title(), SMALL, FROM - MARGIN - 50),
                    MARGIN + 36,
                    base - height / 2 + 8,
                    Palette.INK);
            sheet.stroke(FROM, base, TO, base, 1, Palette.RULE);
            Color colour = new Color(category.colour());
            for (int part = 0; part < parts; part++) {
                int events = lane.getValue()[part];
                if (events > 0) {
                    double x = Math.min(FROM + part * width, TO - LEAST_BAR);
                    double full = (height - 4) * Math.sqrt(events / most);
                    double bar = Math.max(LEAST_BAR, Math.min(full, TALLEST_EVENT * events));
                    double gap = width > 8 ? 1.5 : 0.5;
                    sheet.bar(x + gap / 2, base - bar, Math.min(width, TO - x) - gap, bar, colour);
                }
            }
            base += height;
        }
        return bases;
    }

    /** The turning points that there is room for, spread over the whole span: halves first, then quarters, and so on; whole names first. */
    private List<Placed> names() {
        List<HistoryEvent> points = lanes.turningPoints();
        int tried = Math.min(points.size(), MOST_TRIED);
        return new Names(MARGIN, TO, ROWS)
                .placed(spread(tried).stream()
                        .map(place -> points.get((int) ((long) place * points.size() / tried)))
                        .filter(event -> pens.plain().canSet(event.title()))
                        .sorted(Comparator.comparing(this::isCut))
                        .map(this::wanted)
                        .toList());
    }

    private Wanted wanted(HistoryEvent event) {
        double title = Math.min(WIDEST_NAME, pens.plain().width(event.title(), SMALL));
        return new Wanted(event, axis.x(event), pens.bold().width(when(event), SMALL) + GAP + title);
    }

    /** The numbers below a count, each far from those before it. */
    private static List<Integer> spread(int count) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
        return IntStream.range(0, 1 << bits)
                .map(number -> Integer.reverse(number) >>> (Integer.SIZE - bits))
                .filter(number -> number < count)
                .boxed()
                .toList();
    }

    /** Its year; in a picture of one year, its day where that is known. */
    private String when(HistoryEvent event) {
        boolean day = years.isOne() && !event.date().days().isEmpty();
        return day
                ? words.of(MonthDay.from(event.date().firstDay()))
                : words.year(event.date().firstDay().getYear());
    }

    private boolean isCut(HistoryEvent event) {
        return pens.plain().width(event.title(), SMALL) > WIDEST_NAME;
    }

    private static Color colour(Placed name) {
        return Palette.readable(name.name().event().categories().get(0).colour());
    }

    private void line(Sheet sheet, Placed name, Map<Category, Double> bases) {
        HistoryEvent event = name.name().event();
        Category category = only == null ? event.categories().get(0) : only;
        double base = bases.getOrDefault(lanes.of(category), AXIS);
        double x = name.name().x();
        sheet.stroke(x, NAMES + name.row() * NAME_HEIGHT + 8, x, base, 1, colour(name));
        sheet.disc(x, base, 4.5, colour(name));
    }

    private void name(Sheet sheet, Placed name) {
        HistoryEvent event = name.name().event();
        Line when = pens.bold().line(when(event), SMALL);
        Line title = pens.plain().line(event.title(), SMALL, WIDEST_NAME);
        double y = NAMES + name.row() * NAME_HEIGHT;
        sheet.left(when, name.left(), y, colour(name));
        sheet.left(title, name.left() + when.width() + GAP, y, Palette.INK);
    }
}
