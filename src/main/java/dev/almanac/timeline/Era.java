package dev.almanac.timeline;

/**
 * A chapter of the timeline.
 *
 * @param title the words shown, with its years
 */
public record Era(String id, String title) {}
