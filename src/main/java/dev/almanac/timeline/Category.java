package dev.almanac.timeline;

/**
 * A kind of event, like treaty or space.
 *
 * @param id what events name it by, and what people type
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
