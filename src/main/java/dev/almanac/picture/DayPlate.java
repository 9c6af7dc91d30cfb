package dev.almanac.picture;

import dev.almanac.chat.DateWords;
import dev.almanac.picture.Lettering.Line;
import dev.almanac.timeline.Category;
import java.awt.Color;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plate of a day: the day in large type, its first event beside it, and a line of time with a mark for each event below. */
final class DayPlate {
    static final int WIDTH = 1200;
    static final int HEIGHT = 400;

    private static final int MARGIN = 56;
    private static final double DAY_CENTRE = 206;
    private static final double DAY_SIZE = 150;
    private static final double MONTH_SIZE = 46;
    private static final double MONTH_WIDEST = 270;
    private static final double RULE = 372;
    private static final double STORY = 408;
    private static final double STORY_WIDEST = WIDTH - STORY - MARGIN;
    private static final double LARGE = 44;
    private static final double MIDDLE = 39;
    private static final double SMALLEST = 34;
    private static final double LINE = 286;
    private static final double HIGHEST = 34;
    private static final double SIGNS = 330;
    private static final double RADIUS = 19;
    private static final double APART = 76;
    private static final double SMALL = 26;
    private static final double ENDS = 22;

    private final Pens pens;
    private final DateWords words = new DateWords();

    DayPlate(Pens pens) {
        this.pens = pens;
    }

    /**
     * Draws it.
     *
     * @param marks the one to be told first; empty where nothing is known of the day
     * @param axis the line of time; its years hold those of all marks
     * @param density how many events each part of the line has
     */
    byte[] png(MonthDay day, List<Mark> marks, Axis axis, List<Integer> density) {
        Sheet sheet = new Sheet(WIDTH, HEIGHT, pens);
        Color accent = marks.isEmpty() ? Palette.FAINT_INK : accent(marks.get(0));
        day(sheet, day);
        sheet.bar(RULE, 46, 4, 186, accent);
        if (marks.isEmpty()) {
            nothing(sheet);
        } else {
            story(sheet, marks.get(0), accent);
        }
        line(sheet, axis, density);
        marks(sheet, marks, axis);
        return sheet.png();
    }

    private static Color accent(Mark mark) {
        return Palette.readable(mark.event().categories().get(0).colour());
    }

    private void day(Sheet sheet, MonthDay day) {
        Line number = pens.bold().line(String.valueOf(day.getDayOfMonth()), DAY_SIZE);
        sheet.centred(number, DAY_CENTRE, 164, Palette.INK);
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        sheet.centred(pens.plain().line(month, MONTH_SIZE, MONTH_WIDEST), DAY_CENTRE, 226, Palette.INK);
    }

    private void nothing(Sheet sheet) {
        sheet.left(
                pens.plain().line("Nothing is known here about this day.", 38, STORY_WIDEST),
                STORY,
                152,
                Palette.FAINT_INK);
    }

    private void story(Sheet sheet, Mark lead, Color accent) {
        Line year = pens.bold().line(words.year(lead.year()), 56);
        sheet.left(year, STORY, 88, accent);
        Category category = lead.event().categories().get(0);
        double sign = STORY + year.width() + 42;
        sheet.sign(category, sign, 69, 19);
        sheet.left(
                pens.plain().line(category.title(), 28, WIDTH - MARGIN - sign - 30), sign + 30, 78, Palette.FAINT_INK);
        String title = lead.event().title();
        if (!pens.plain().canSet(title)) {
            return;
        }
        double size = pens.plain().count(title, LARGE, STORY_WIDEST) <= 2
                ? LARGE
                : pens.plain().count(title, MIDDLE, STORY_WIDEST) <= 2 ? MIDDLE : SMALLEST;
        List<Line> lines = pens.plain().lines(title, size, STORY_WIDEST, size == SMALLEST ? 3 : 2);
        double y = size == SMALLEST ? 138 : 150;
        for (Line line : lines) {
            if (line.rightToLeft()) {
                sheet.right(line, WIDTH - MARGIN, y, Palette.INK);
            } else {
                sheet.left(line, STORY, y, Palette.INK);
            }
            y += size * 1.28;
        }
    }

    private void line(Sheet sheet, Axis axis, List<Integer> density) {
        double most = 1;
        for (int count : density) {
            most = Math.max(most, count);
        }
        double width = axis.width(density.size());
        for (int part = 0; part < density.size(); part++) {
            double height = density.get(part) == 0 ? 0 : Math.max(2, HIGHEST * Math.sqrt(density.get(part) / most));
            double x = axis.from() + part * width;
            sheet.bar(x, LINE - height, Math.min(width, axis.to() - x), height, Palette.SHADE);
        }
        sheet.stroke(axis.from(), LINE, axis.to(), LINE, 2, Palette.RULE);
        sheet.right(end(axis.years().first()), axis.from() - 12, LINE + 8, Palette.FAINT_INK);
        sheet.left(end(axis.years().last()), axis.to() + 12, LINE + 8, Palette.FAINT_INK);
    }

    private Line end(int year) {
        return pens.plain().line(words.year(year), ENDS);
    }

    /** A point for each at its year, and below it its sign and year; where there are too many, those told first, and the number of the others. */
    private void marks(Sheet sheet, List<Mark> marks, Axis axis) {
        int room = (int) ((WIDTH - 2 * MARGIN) / APART);
        boolean all = marks.size() <= room;
        List<Mark> shown = marks.stream()
                .limit(all ? room : room - 1)
                .sorted((one, other) -> Integer.compare(one.year(), other.year()))
                .toList();
        marks.forEach(mark -> sheet.disc(axis.x(mark.year()), LINE, 6, accent(mark)));
        List<Double> places =
                apart(shown.stream().map(mark -> axis.x(mark.year())).toList(), WIDTH - MARGIN - (all ? 0 : APART));
        for (int i = 0; i < shown.size(); i++) {
            Mark mark = shown.get(i);
            double x = places.get(i);
            boolean lead = mark.equals(marks.get(0));
            sheet.stroke(axis.x(mark.year()), LINE, x, SIGNS - RADIUS, 2, accent(mark));
            sheet.disc(axis.x(mark.year()), LINE, 6, accent(mark));
            sheet.sign(mark.event().categories().get(0), x, SIGNS, RADIUS);
            Lettering letters = lead ? pens.bold() : pens.plain();
            sheet.centred(letters.line(words.year(mark.year()), SMALL), x, SIGNS + 48, Palette.INK);
        }
        if (!all) {
            Line more = pens.bold().line("+" + (marks.size() - shown.size()), SMALL);
            sheet.right(more, WIDTH - MARGIN, SIGNS + 9, Palette.FAINT_INK);
        }
    }

    /** The places moved so that each is far enough from its neighbours, each group of them around its middle. */
    private static List<Double> apart(List<Double> places, double to) {
        List<double[]> groups = new ArrayList<>();
        for (double place : places) {
            double[] group = {place, 1};
            // A group is its middle and its size; two that touch become one.
            while (!groups.isEmpty()) {
                double[] before = groups.get(groups.size() - 1);
                if (group[0] - before[0] >= APART * (group[1] + before[1]) / 2) {
                    break;
                }
                groups.remove(groups.size() - 1);
                group = new double[] {
                    within(
                            (before[0] * before[1] + group[0] * group[1]) / (before[1] + group[1]),
                            before[1] + group[1],
                            to),
                    before[1] + group[1]
                };
            }
            groups.add(group);
        }
        List<Double> apart = new ArrayList<>();
        for (double[] group : groups) {
            for (int i = 0; i < group[1]; i++) {
                apart.add(group[0] + (i - (group[1] - 1) / 2) * APART);
            }
        }
        return apart;
    }

    private static double within(double middle, double size, double to) {
        double half = size * APART / 2;
        return Math.max(MARGIN + half, Math.min(to - half, middle));
    }
}
