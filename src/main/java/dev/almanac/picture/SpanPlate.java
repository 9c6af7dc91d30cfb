package dev.almanac.picture;

import dev.almanac.chat.DateWords;
import dev.almanac.picture.Lettering.Line;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Years;
import java.awt.Color;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a span of years: for each category a lane that shows how many events each year has, and above them the turning
 * points by name, where there is room.
 */
final class SpanPlate {
    static final int WIDTH = 1200;
    static final int HEIGHT = 600;

    /** As many as can be told apart by their lanes; the events of other categories share the last one. */
    private static final int MOST_LANES = 12;

    private static final int MARGIN = 48;
    private static final double FROM = 248;
    private static final double TO = WIDTH - MARGIN;
    private static final double NARROWEST_PART = 5;
    private static final double NAMES = 150;
    private static final double NAME_HEIGHT = 27;
    private static final int ROWS = 4;
    private static final double LANES = NAMES + ROWS * NAME_HEIGHT - 6;
    private static final double AXIS = HEIGHT - 62;
    private static final double TALLEST_LANE = 170;
    private static final double SMALL = 19;
    private static final double WIDEST_NAME = 440;
    private static final double GAP = 8;
    private static final double APART = 18;
    private static final double CLEAR = 5;
    private static final int MOST_TRIED = 256;
    private static final Category OTHERS = new Category("others", "Others", 0x5C6470, "…");

    private final Pens pens;
    private final DateWords words = new DateWords();
    private final Years years;
    private final Axis axis;
    private final @Nullable Category only;
    private final List<HistoryEvent> events;
    private final Map<Category, List<HistoryEvent>> lanes;

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
        this.only = only;
        this.events = events;
        this.lanes = lanes();
    }

    private Map<Category, List<HistoryEvent>> lanes() {
        Map<Category, List<HistoryEvent>> byCategory = new LinkedHashMap<>();
        for (HistoryEvent event : events) {
            if (axis.isKnown(event)) {
                byCategory
                        .computeIfAbsent(lane(event), none -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Map.Entry<Category, List<HistoryEvent>>> most = byCategory.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Category, List<HistoryEvent>> lane) ->
                                -lane.getValue().size())
                        .thenComparing(lane -> lane.getKey().id()))
                .toList();
        int own = most.size() > MOST_LANES ? MOST_LANES - 1 : most.size();
        Map<Category, List<HistoryEvent>> lanes = new LinkedHashMap<>();
        most.subList(0, own).forEach(lane -> lanes.put(lane.getKey(), lane.getValue()));
        most.subList(own, most.size())
                .forEach(lane ->
                        lanes.computeIfAbsent(OTHERS, none -> new ArrayList<>()).addAll(lane.getValue()));
        return lanes;
    }

    private Category lane(HistoryEvent event) {
        return only == null ? event.categories().get(0) : only;
    }

    /** How many events each category has, most first. */
    Map<Category, Integer> counts() {
        Map<Category, Integer> counts = new LinkedHashMap<>();
        lanes.forEach((category, events) -> counts.put(category, events.size()));
        return counts;
    }

    /**
     * Draws it.
     *
     * @param heading what it shows
     * @param remark how much of what it shows, in smaller letters
     */
    byte[] png(String heading, String remark) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, pens);
        sheet.left(pens.bold().line(heading, 44, WIDTH - 2 * MARGIN), MARGIN, 76, Palette.INK);
        sheet.left(pens.plain().line(remark, 24, WIDTH - 2 * MARGIN), MARGIN, 114, Palette.FAINT_INK);
        axis(sheet);
        Map<Category, Double> bases = lanes(sheet);
        names(sheet, bases);
        return sheet.png();
    }

    private void axis(Sheet sheet) {
        int step = step();
        boolean months = years.isOne();
        int first = Math.floorDiv(years.first() + step - 1, step) * step;
        for (int year = months ? years.last() + 1 : first; year <= years.last(); year += step) {
            // There is no year 0: what stands for it is 1 BC.
            int named = step > 1 && year <= 0 ? year + 1 : year;
            if (named >= years.first() && named <= years.last()) {
                tick(sheet, axis.x(named), words.year(named));
            }
        }
        for (int month = 0; months && month < 12; month++) {
            double x = FROM + (month + 0.5) * (TO - FROM) / 12;
            tick(sheet, x, words.of(Month.of(month + 1)).substring(0, 3));
        }
        sheet.stroke(FROM, AXIS, TO, AXIS, 2, Palette.FAINT_INK);
    }

    private void tick(Sheet sheet, double x, String name) {
        sheet.stroke(x, LANES, x, AXIS, 1, Palette.SHADE);
        sheet.stroke(x, AXIS, x, AXIS + 7, 2, Palette.FAINT_INK);
        sheet.centred(pens.plain().line(name, SMALL), x, AXIS + 30, Palette.INK);
    }

    /** Years between two that are named: at most a dozen fit. */
    private int step() {
        int count = years.last() - years.first() + 1;
        int[] steps = {1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000};
        return Arrays.stream(steps)
                .filter(step -> count / step <= 12)
                .findFirst()
                .orElse(5000);
    }

    /** Draws the lanes; the base line of each. */
    private Map<Category, Double> lanes(Sheet sheet) {
        int parts = axis.parts(NARROWEST_PART);
        double width = axis.width(parts);
        double height = Math.min(TALLEST_LANE, (AXIS - LANES) / Math.max(1, lanes.size()));
        double base = AXIS - 3 - (lanes.size() - 1) * height;
        Map<Category, int[]> counts = new LinkedHashMap<>();
        lanes.forEach((category, events) -> counts.put(category, axis.counts(events, parts)));
        double most =
                counts.values().stream().flatMapToInt(Arrays::stream).max().orElse(1);
        Map<Category, Double> bases = new LinkedHashMap<>();
        for (Map.Entry<Category, int[]> lane : counts.entrySet()) {
            Category category = lane.getKey();
            bases.put(category, base);
            double radius = Math.min(14, height / 2 - 1);
            sheet.sign(category, MARGIN + 14, base - height / 2, radius);
            sheet.left(
                    pens.plain().line(category.title(), SMALL, FROM - MARGIN - 50),
                    MARGIN + 36,
                    base - height / 2 + 7,
                    Palette.INK);
            sheet.stroke(FROM, base, TO, base, 1, Palette.RULE);
            Color colour = new Color(category.colour());
            for (int part = 0; part < parts; part++) {
                int count = lane.getValue()[part];
                if (count > 0) {
                    double x = FROM + part * width;
                    double bar = Math.max(4, (height - 4) * Math.sqrt(count / most));
                    double gap = width > 8 ? 1.5 : 0.5;
                    sheet.bar(x + gap / 2, base - bar, Math.min(width, TO - x) - gap, bar, colour);
                }
            }
            base += height;
        }
        return bases;
    }

    /**
     * A turning point by name.
     *
     * @param x where it is on the axis
     * @param left where its name begins
     */
    private record Name(HistoryEvent event, double x, int row, double left, double width) {
        /** Whether both can stand: neither name covers the other, and no line runs through a name. */
        boolean leavesRoomFor(Name other) {
            if (row == other.row) {
                return left + width + APART <= other.left || other.left + other.width + APART <= left;
            }
            Name upper = row < other.row ? this : other;
            Name lower = row < other.row ? other : this;
            return upper.x < lower.left - CLEAR || upper.x > lower.left + lower.width + CLEAR;
        }
    }

    /** The turning points that there is room for, spread over the whole span: halves first, then quarters, and so on; whole names first. */
    private void names(Sheet sheet, Map<Category, Double> bases) {
        List<HistoryEvent> points = events.stream()
                .filter(event -> event.weight() == HistoryEvent.MOST_WEIGHT && axis.isKnown(event))
                .toList();
        int tried = Math.min(points.size(), MOST_TRIED);
        List<HistoryEvent> candidates = spread(tried).stream()
                .map(place -> points.get((int) ((long) place * points.size() / tried)))
                .filter(event -> pens.plain().canSet(event.title()))
                .sorted(Comparator.comparing(this::isCut))
                .toList();
        List<Name> names = new ArrayList<>();
        for (HistoryEvent event : candidates) {
            double width = when(event).width() + GAP + title(event).width();
            places(event, axis.x(event), width)
                    .filter(name -> names.stream().allMatch(name::leavesRoomFor))
                    .findFirst()
                    .ifPresent(names::add);
        }
        // All lines first, so that none lies over a name.
        names.forEach(name -> line(sheet, name, bases));
        names.forEach(name -> name(sheet, name));
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

    /** Where a name can stand: right of its line, left of it, or over it, in any row. */
    private static Stream<Name> places(HistoryEvent event, double x, double width) {
        return DoubleStream.of(x, x - width, x - width / 2)
                .boxed()
                .filter(left -> left >= MARGIN && left + width <= TO)
                .flatMap(left -> IntStream.range(0, ROWS).mapToObj(row -> new Name(event, x, row, left, width)));
    }

    /** Its year; in a picture of one year, its day where that is known. */
    private Line when(HistoryEvent event) {
        boolean day = years.isOne() && !event.date().days().isEmpty();
        return pens.bold()
                .line(
                        day
                                ? words.of(MonthDay.from(event.date().firstDay()))
                                : words.year(event.date().firstDay().getYear()),
                        SMALL);
    }

    private boolean isCut(HistoryEvent event) {
        return pens.plain().line(event.title(), SMALL).width() > WIDEST_NAME;
    }

    private Line title(HistoryEvent event) {
        return pens.plain().line(event.title(), SMALL, WIDEST_NAME);
    }

    private static Color colour(Name name) {
        return Palette.readable(name.event().categories().get(0).colour());
    }

    private void line(Sheet sheet, Name name, Map<Category, Double> bases) {
        double base = bases.getOrDefault(lane(name.event()), bases.getOrDefault(OTHERS, AXIS));
        sheet.stroke(name.x(), NAMES + name.row() * NAME_HEIGHT + 7, name.x(), base, 1, colour(name));
        sheet.disc(name.x(), base, 4.5, colour(name));
    }

    private void name(Sheet sheet, Name name) {
        Line when = when(name.event());
        double y = NAMES + name.row() * NAME_HEIGHT;
        sheet.left(when, name.left(), y, colour(name));
        sheet.left(title(name.event()), name.left() + when.width() + GAP, y, Palette.INK);
    }
}
