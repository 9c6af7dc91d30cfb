package dev.almanac.search;

import dev.almanac.timeline.Years;
import org.jspecify.annotations.Nullable;

/**
 * Where to search.
 *
 * @param category its id; null for any
 * @param years in which the event begins; null for any
 */
public record Scope(@Nullable String category, @Nullable Years years) {
    public static final Scope EVERYWHERE = new Scope(null, null);
}
