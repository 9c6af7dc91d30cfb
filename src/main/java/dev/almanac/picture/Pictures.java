package dev.almanac.picture;

import dev.almanac.chat.DateWords;
import dev.almanac.chat.Picture;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.MonthDay;
import java.util.List;
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

    private final Timeline timeline;
    private final DateWords words = new DateWords();
    private @Nullable Tools tools;

    public Pictures(Timeline timeline) {
        this.timeline = timeline;
    }

    /** What is made for the first picture. */
    private record Tools(Pens pens, Axis axis, int[] density) {}

    private synchronized Tools tools() {
        if (tools == null) {
            Axis axis = new Axis(timeline.years().orElse(Years.of(1)), LINE_FROM, LINE_TO);
            tools = new Tools(new Pens(), axis, axis.counts(timeline.events(), axis.parts(NARROWEST_PART)));
        }
        return tools;
    }

    /**
     * The plate of a day.
     *
     * @param marks its events, the one to be told first; empty where nothing is known of the day
     */
    public Picture ofDay(MonthDay day, List<Mark> marks) {
        Tools made = tools();
        return new Picture(
                "day.png", alt(day, marks), new DayPlate(made.pens()).png(day, marks, made.axis(), made.density()));
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
}
