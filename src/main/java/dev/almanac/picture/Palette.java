package dev.almanac.picture;

import java.awt.Color;

/** The colours of the pictures: ink on warm paper, readable on a light page and on a dark one. */
final class Palette {
    static final Color PAPER = new Color(0xFBF8F1);
    static final Color INK = new Color(0x1E2530);
    static final Color FAINT_INK = new Color(0x5C6470);
    static final Color RULE = new Color(0xCFC8B8);
    static final Color SHADE = new Color(0xDCD2BA);

    /** WCAG 2.2, 1.4.3: what text of any size needs. */
    private static final double CONTRAST = 4.5;

    /** The colour, darkened until text in it can be read on the paper. */
    static Color readable(int colour) {
        Color found = new Color(colour);
        while (contrast(found, PAPER) < CONTRAST) {
            found = new Color(found.getRed() * 9 / 10, found.getGreen() * 9 / 10, found.getBlue() * 9 / 10);
        }
        return found;
    }

    /** What can be seen best on a ground of that colour. */
    static Color on(Color ground) {
        return contrast(PAPER, ground) >= contrast(INK, ground) ? PAPER : INK;
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private Palette() {}
}
