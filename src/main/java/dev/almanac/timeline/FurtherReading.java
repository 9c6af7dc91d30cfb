package dev.almanac.timeline;

/** A page for those who want to know more than the timeline tells. */
public record FurtherReading(String title, String url) {}
