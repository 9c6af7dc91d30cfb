package dev.almanac.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Events and timelines for tests. */
public final class Events {
    public static final Category TREATY = new Category("treaty", "Treaty", 0x7A4B94);
    public static final Category SPACE = new Category("space", "Space", 0x274690);
    public static final Source ALMANAC =
            new Source("almanac", "A Small Almanac", "Almanac Press", "https://example.org/almanac", "public domain");

    public static final TimelineHead HEAD = new TimelineHead(
            "US-Russian relations",
            "What Americans and Russians have had to do with each other.",
            "en",
            "CC0-1.0",
            List.of(new Era("1860-1890", "Reform")),
            List.of(TREATY, SPACE),
            List.of(new FurtherReading("History", "https://example.org/history")),
            List.of(ALMANAC));

    /** An event whose id says its date. */
    public static HistoryEvent at(String edtf) {
        String id = edtf.replace("..", "open")
                .replace("?", "q")
                .replace("~", "c")
                .replace("%", "qc")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return named(id, edtf);
    }

    public static HistoryEvent named(String id, String edtf) {
        return new HistoryEvent(
                id,
                HistoricalDate.parse(edtf),
                "",
                null,
                "Title of " + id,
                "Text of " + id + ".",
                "",
                List.of(TREATY),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                List.of(new Citation(ALMANAC, "", ALMANAC.url())),
                List.of());
    }

    /** An event that was merged with others. */
    public static HistoryEvent merged(String edtf, String... formerly) {
        HistoryEvent event = at(edtf);
        return with(event, event.title(), event.weight(), List.of(formerly));
    }

    /** An event of a weight, whose id says its date. */
    public static HistoryEvent weighing(int weight, String edtf) {
        HistoryEvent event = at(edtf);
        return with(event, event.title(), weight, List.of());
    }

    /** An event that is called so. */
    public static HistoryEvent titled(String id, String edtf, String title) {
        HistoryEvent event = named(id, edtf);
        return with(event, title, event.weight(), List.of());
    }

    private static HistoryEvent with(HistoryEvent event, String title, int weight, List<String> formerly) {
        return new HistoryEvent(
                event.id(),
                event.date(),
                event.dateText(),
                event.oldStyle(),
                title,
                event.text(),
                event.note(),
                event.categories(),
                event.people(),
                event.places(),
                event.era(),
                event.sensitive(),
                event.confidence(),
                weight,
                formerly,
                event.image(),
                event.sources(),
                event.facts());
    }

    public static Timeline timeline(HistoryEvent... events) {
        return new Timeline(HEAD, Arrays.asList(events));
    }

    /** One event for each date. */
    public static Timeline timelineOf(String... dates) {
        return new Timeline(HEAD, Arrays.stream(dates).map(Events::at).toList());
    }

    private Events() {}
}
