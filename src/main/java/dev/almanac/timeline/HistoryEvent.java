package dev.almanac.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One happening of the timeline. The fields and their limits are described in docs/events.md.
 *
 * @param id names it for ever, in links and buttons
 * @param dateText the words to show for the date where its form can't say it; empty otherwise
 * @param oldStyle the Julian day where Russian usage has one; only of an exact day
 * @param note what a source prints otherwise, and on whose word this differs; empty when nothing does
 * @param sensitive true for massacres, famine, purges
 * @param weight how much it matters or delights: 1 for routine, 3 for a turning point or a delight
 * @param formerly the ids of events that were merged into this one
 * @param image null where it has none
 * @param sources best first; empty only when {@link Confidence#UNVERIFIED}
 * @param facts the ids of its rows in editorial/facts.csv
 */
public record HistoryEvent(
        String id,
        HistoricalDate date,
        String dateText,
        @Nullable OldStyle oldStyle,
        String title,
        String text,
        String note,
        List<Category> categories,
        List<String> people,
        List<String> places,
        @Nullable Era era,
        boolean sensitive,
        Confidence confidence,
        int weight,
        List<String> formerly,
        @Nullable Image image,
        List<Citation> sources,
        List<String> facts)
        implements Comparable<HistoryEvent> {
    /** In characters; short, so that a button can carry it with the question around it. */
    public static final int LONGEST_ID = 48;

    public static final int LEAST_WEIGHT = 1;
    public static final int USUAL_WEIGHT = 2;
    public static final int MOST_WEIGHT = 3;

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_TEXT = 2500;
    public static final int LONGEST_NOTE = 800;

    public static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** By date, then by id. */
    private static final Comparator<HistoryEvent> ORDER =
            Comparator.comparing(HistoryEvent::date).thenComparing(HistoryEvent::id);

    public HistoryEvent {
        require(ID.matcher(id).matches() && id.length() <= LONGEST_ID, "id", id);
        require(!title.isBlank() && fits(title, LONGEST_TITLE), "title", id);
        require(!text.isBlank() && fits(text, LONGEST_TEXT), "text", id);
        require(fits(note, LONGEST_NOTE), "note", id);
        require(!categories.isEmpty(), "categories", id);
        require(!sources.isEmpty() || confidence == Confidence.UNVERIFIED, "sources", id);
        require(oldStyle == null || oldStyle.isOf(date.firstDay()), "oldStyle", id);
        require(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT, "weight", id);
        formerly = List.copyOf(formerly);
        categories = List.copyOf(categories);
        people = List.copyOf(people);
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        facts = List.copyOf(facts);
    }

    /** An event of the usual weight, that stands for no other and has no picture. */
    public HistoryEvent(
            String id,
            HistoricalDate date,
            String dateText,
            @Nullable OldStyle oldStyle,
            String title,
            String text,
            String note,
            List<Category> categories,
            List<String> people,
            List<String> places,
            @Nullable Era era,
            boolean sensitive,
            Confidence confidence,
            List<Citation> sources,
            List<String> facts) {
        this(
                id,
                date,
                dateText,
                oldStyle,
                title,
                text,
                note,
                categories,
                people,
                places,
                era,
                sensitive,
                confidence,
                USUAL_WEIGHT,
                List.of(),
                null,
                sources,
                facts);
    }

    private static boolean fits(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters;
    }

    private static void require(boolean holds, String field, String id) {
        if (!holds) {
            throw new IllegalArgumentException("event " + id + " has an impossible " + field);
        }
    }

    @Override
    public int compareTo(HistoryEvent other) {
        return ORDER.compare(this, other);
    }
}
