package dev.almanac.timeline;

import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Timelines of any size, for measurements. */
public final class LargeTimelines {
    /** Events of the shipped timeline over and over, each with words from others and a number of its own. */
    public static Timeline of(int size) {
        Timeline shipped =
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
        Random random = new Random(1);
        List<HistoryEvent> from = shipped.events();
        List<HistoryEvent> events = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            HistoryEvent one = from.get(i % from.size());
            HistoryEvent other = from.get(random.nextInt(from.size()));
            boolean same = i < from.size();
            events.add(new HistoryEvent(
                    same ? one.id() : "e" + i,
                    same ? one.date() : HistoricalDate.parse(String.format(Locale.ROOT, "%04d", 1 + i % 2000)),
                    "",
                    null,
                    one.title(),
                    same ? one.text() : half(one.text()) + " " + half(other.text()),
                    "",
                    one.categories(),
                    other.people(),
                    one.places(),
                    null,
                    false,
                    one.confidence(),
                    1 + random.nextInt(3),
                    List.of(),
                    null,
                    one.sources(),
                    List.of()));
        }
        return new Timeline(shipped.head(), events);
    }

    private static String half(String text) {
        return text.substring(0, Math.max(1, text.lastIndexOf(' ', text.length() / 2)));
    }

    private LargeTimelines() {}
}
