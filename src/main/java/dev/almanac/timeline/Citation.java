package dev.almanac.timeline;

/**
 * Where in a source an event stands.
 *
 * @param section the heading, document or page; empty when the source as a whole is meant
 * @param url the address of that place, else that of the source, else empty
 */
public record Citation(Source source, String section, String url) {}
