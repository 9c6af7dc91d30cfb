package dev.almanac.exchange;

/** Colours for categories that nobody has given one: twelve that can be told apart on white and on black. */
final class Palette {
    private static final int[] COLOURS = {
        0x2F5D8C, 0xB5532A, 0x2E7D32, 0x7A4B94, 0x9A6700, 0x1F7A6C, 0xA8447A, 0x8C2F39, 0x5B5F97, 0x3B7A3E, 0xC0392B,
        0x274690
    };

    /** The colour of the category of this number, from 0; they come again after the last. */
    static int colour(int number) {
        return COLOURS[number % COLOURS.length];
    }

    private Palette() {}
}
