package dev.almanac.timeline;

/** A page for anyone who wants to know more than the timeline tells. */
public record FurtherReading(String title, String url) {}
