package dev.almanac.chat;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoryEvent;
import java.util.regex.Pattern;

/**
 * An event in one line, as a list shows it.
 *
 * @param date New Style, in words
 * @param sign the emoji of its main category; empty where that has none
 * @param title without line breaks
 * @param turningPoint whether it weighs most, and so stands out
 */
public record EventLine(String id, String date, String sign, String title, boolean turningPoint) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public static EventLine of(HistoryEvent event) {
        return new EventLine(
                event.id(),
                oneLine(EventCard.date(event)),
                event.categories().stream().findFirst().map(Category::sign).orElse(""),
                oneLine(event.title()),
                event.weight() == HistoryEvent.MOST_WEIGHT);
    }

    /** What a menu names it by. */
    public String key() {
        return EventKey.of(id).toString();
    }

    private static String oneLine(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
