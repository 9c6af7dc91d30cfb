package dev.almanac.picture;

import dev.almanac.chat.DateWords;
import dev.almanac.chat.Picture;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Lazy;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws pictures over one timeline, without a screen and with fonts of its own: the same for the same question. It takes some
 * work, so whoever answers others meanwhile asks on another thread. Fonts are read for the first.
 */
public final class Pictures {
    private static final double LINE_FROM = 132;
    private static final double LINE_TO = DayPlate.WIDTH - LINE_FROM;
    private static final double NARROWEST_PART = 3;
    /** Some 2 MB: thousands of channels post the plate of one day. */
    private static final int MOST_PLATES = 64;

    private static final int MOST_POINTS = 12;

    private final Timeline timeline;
    private final DateWords words = new DateWords();
    private final Map<Plate, Picture> plates = new LinkedHashMap<>(MOST_PLATES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Plate, Picture> oldest) {
            return size() > MOST_PLATES;
        }
    };
    private final Lazy<Tools> tools = new Lazy<>(this::makeTools);

    public Pictures(Timeline timeline) {
        this.timeline = timeline;
    }

    private record Plate(MonthDay day, List<Mark> marks) {}

    /** What is made for the first picture. */
    private record Tools(Pens pens, Axis axis, List<Integer> density) {}

    private Tools makeTools() {
        Axis axis = new Axis(timeline.years().orElse(Years.of(1)), LINE_FROM, LINE_TO);
        // Months would stand beside the marks, which are those of years.
        int years = axis.years().last() - axis.years().first() + 1;
        int[] density = axis.counts(timeline.events(), Math.min(years, axis.parts(NARROWEST_PART)));
        return new Tools(new Pens(), axis, Arrays.stream(density).boxed().toList());
    }

    /**
     * The plate of a day.
     *
     * @param marks its events, the one to be told first; empty where nothing is known of the day
     */
    public Picture ofDay(MonthDay day, List<Mark> marks) {
        Plate plate = new Plate(day, List.copyOf(marks));
        synchronized (plates) {
            Picture known = plates.get(plate);
            if (known != null) {
                return known;
            }
        }
        Tools made = tools.get();
        byte[] png = new DayPlate(made.pens()).png(day, marks, made.axis(), made.density());
        Picture picture = new Picture("day.png", words.of(day).toLowerCase(Locale.ENGLISH), alt(day, marks), png);
        synchronized (plates) {
            plates.put(plate, picture);
        }
        return picture;
    }

    private String alt(MonthDay day, List<Mark> marks) {
        String events = marks.stream()
                .map(mark -> words.year(mark.year()) + ", " + mark.event().title() + " ("
                        + mark.event().categories().get(0).title() + ")")
                .collect(Collectors.joining("; "));
        String line = timeline.years()
                .map(years -> " On a line of time: " + words.of(years) + ".")
                .orElse("");
        return words.of(day) + ". " + (events.isEmpty() ? "Nothing is known here about this day." : events + ".")
                + line;
    }

    /**
     * The picture of a span of years.
     *
     * @param line the command that asks for it
     * @param heading what it shows, like {@code 1941–1945}
     * @param remark how much of what, like {@code 194 events of US-Russian relations}
     * @param only the category that all of them have; null where they may have any
     * @param events those to show, by date
     */
    public Picture ofSpan(
            String line,
            String heading,
            String remark,
            Years years,
            @Nullable Category only,
            List<HistoryEvent> events) {
        SpanPlate plate = new SpanPlate(tools.get().pens(), years, only, events);
        String kinds = plate.lanes().sums().entrySet().stream()
                .map(lane -> lane.getKey().title() + " " + lane.getValue())
                .collect(Collectors.joining(", "));
        String points = plate.lanes().turningPoints().stream()
                .limit(MOST_POINTS)
                .map(event -> words.year(event.date().firstDay().getYear()) + ", " + event.title())
                .collect(Collectors.joining("; "));
        String alt = "A line of time, " + words.of(years) + ": " + remark + "."
                + (kinds.isEmpty() ? "" : " By kind: " + kinds + ".")
                + (points.isEmpty() ? "" : " Turning points: " + points + ".");
        return new Picture("timeline.png", line, alt, plate.png(heading, remark));
    }
}
