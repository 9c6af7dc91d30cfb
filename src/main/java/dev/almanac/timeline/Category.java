package dev.almanac.timeline;

/**
 * A kind of event, like treaty or space.
 *
 * @param id the word that events name it by and people type
 * @param title the word shown
 * @param colour the accent of its events, as 0xRRGGBB; never the only sign of the category
 * @param sign one emoji; empty where it has none
 */
public record Category(String id, String title, int colour, String sign) {
    /** A category without a sign. */
    public Category(String id, String title, int colour) {
        this(id, title, colour, "");
    }
}
