package dev.almanac.picture;

import dev.almanac.timeline.HistoryEvent;

/**
 * An event of a day.
 *
 * @param year in which it was on that day: that of its beginning or of its end
 */
public record Mark(HistoryEvent event, int year) {}
