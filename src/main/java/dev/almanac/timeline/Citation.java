package dev.almanac.timeline;

/**
 * The place in a source that an event rests on.
 *
 * @param section the heading, document or page; empty when the source as a whole is meant
 * @param url the address of that place, else that of the source, else empty
 */
public record Citation(Source source, String section, String url) {}
