package dev.almanac.chat;

import java.util.Arrays;

/** A picture that goes with a reply, as a PNG. */
public final class Picture {
    /** Discord's limit of an alternative text: https://discord.com/developers/docs/components/reference#media-gallery. */
    private static final int LONGEST_ALT = 1024;

    private final String name;
    private final String alt;
    private final byte[] png;

    /**
     * A picture.
     *
     * @param name of a file, like {@code day.png}
     * @param alt what it shows, for whoever can't see it; cut where it is longer than fronts can say
     */
    public Picture(String name, String alt, byte[] png) {
        this.name = name;
        this.alt = PlainText.cut(alt, LONGEST_ALT);
        this.png = png.clone();
    }

    public String name() {
        return name;
    }

    public String alt() {
        return alt;
    }

    /** The file. */
    public byte[] png() {
        return png.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && name.equals(picture.name)
                && alt.equals(picture.alt)
                && Arrays.equals(png, picture.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return name + " (" + png.length + " bytes): " + alt;
    }
}
