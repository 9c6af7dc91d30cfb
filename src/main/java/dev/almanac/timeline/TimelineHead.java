package dev.almanac.timeline;

import java.util.List;

/**
 * What a timeline says of itself, in the head of its file.
 *
 * @param title its topic, fit to follow "this timeline of", like "US-Russian relations"
 * @param language of its texts, a BCP 47 tag
 * @param licence under which the timeline may be used, in words
 */
public record TimelineHead(
        String title,
        String description,
        String language,
        String licence,
        List<Era> eras,
        List<Category> categories,
        List<FurtherReading> furtherReading,
        List<Source> sources) {
    public TimelineHead {
        eras = List.copyOf(eras);
        categories = List.copyOf(categories);
        furtherReading = List.copyOf(furtherReading);
        sources = List.copyOf(sources);
    }
}
