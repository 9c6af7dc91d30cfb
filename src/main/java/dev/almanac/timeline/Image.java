package dev.almanac.timeline;

/**
 * A picture of a happening.
 *
 * @param url an https address, at a host that the head of the file lists
 * @param alt what it shows, for whoever can't see it
 * @param credit who made it, and where it is kept
 * @param licence under which it may be shown, in words
 */
public record Image(String url, String alt, String credit, String licence) {}
