package dev.almanac.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Events of the greatest length that a file may hold, full of what could break out of a message. */
public final class WorstEvents {
    public static final List<String> FILLINGS = List.of(
            "x",
            "*",
            "word ",
            "a\n- b\n",
            "@everyone ",
            "<@123456789012345678> ",
            "**`_~|> # ",
            "\u202Eשלום ",
            "\u0007\u001B",
            "😀",
            "👨‍👩‍👧‍👦",
            "e\u0301",
            "https://example.org/a_b* ",
            "1. ");

    /** An event on 28 February 1900, whose id ends with a number from 0 to 999. */
    public static HistoryEvent event(int number, String filling) {
        Category category = new Category("c".repeat(48), filled(filling, 100), 0xFFFFFF);
        Source source = new Source(
                "s", filled(filling, 300), filled(filling, 300), "https://example.org/" + "(".repeat(480), "l");
        LocalDate day = LocalDate.of(1900, 2, 28);
        return new HistoryEvent(
                "e".repeat(45) + String.format(Locale.ROOT, "%03d", number),
                HistoricalDate.parse(day.toString()),
                filled(filling, 100),
                OldStyle.of(day),
                filled(filling, 100),
                filled(filling, 2500),
                filled(filling, 800),
                List.of(category, category, category),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.MEDIUM,
                IntStream.range(0, 8)
                        .mapToObj(i -> new Citation(source, filled(filling, 300), source.url()))
                        .toList(),
                List.of());
    }

    private static String filled(String filling, int length) {
        return filling.repeat(length).substring(0, length);
    }

    /** So many of them, all on one day. */
    public static Timeline timeline(String filling, int events) {
        return new Timeline(
                Events.HEAD,
                IntStream.range(0, events).mapToObj(i -> event(i, filling)).toList());
    }

    private WorstEvents() {}
}
