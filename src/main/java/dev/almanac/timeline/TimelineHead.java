package dev.almanac.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline says of itself, in the head of its file.
 *
 * @param title its topic, fit to follow "this timeline of", like "US-Russian relations"; of "History of chess" only "chess"
 *     is kept
 * @param language of its texts, a BCP 47 tag
 * @param licence under which the timeline may be used, in words
 * @param names what people call its people, places and happenings besides
 * @param keptUntil the day that the timeline is kept up to; null where nobody says
 * @param imageHosts the hosts that pictures of its events may come from
 */
public record TimelineHead(
        String title,
        String description,
        String language,
        String licence,
        List<Era> eras,
        List<Category> categories,
        List<FurtherReading> furtherReading,
        List<Source> sources,
        List<AlsoKnown> names,
        @Nullable LocalDate keptUntil,
        List<String> imageHosts) {
    /** What a whole timeline is called; the words that lead to its topic say nothing more. */
    private static final Pattern WHOLE =
            Pattern.compile("(?i)(?:the |a )?(?:short |brief )?(?:history|timeline|chronology) of (?=\\S)");

    public TimelineHead {
        String topic = WHOLE.matcher(title).replaceFirst("");
        title = WHOLE.matcher(title).lookingAt() ? topic : title;
        eras = List.copyOf(eras);
        categories = List.copyOf(categories);
        furtherReading = List.copyOf(furtherReading);
        sources = List.copyOf(sources);
        names = List.copyOf(names);
        imageHosts = List.copyOf(imageHosts);
    }

    /** A head that says no more than it must. */
    public TimelineHead(
            String title,
            String description,
            String language,
            String licence,
            List<Era> eras,
            List<Category> categories,
            List<FurtherReading> furtherReading,
            List<Source> sources) {
        this(
                title,
                description,
                language,
                licence,
                eras,
                categories,
                furtherReading,
                sources,
                List.of(),
                null,
                List.of());
    }
}
