package dev.almanac.chat;

import java.util.Arrays;

/** A picture that goes with a reply, as a PNG. */
public final class Picture {
    /** Discord's limit of an alternative text: https://discord.com/developers/docs/components/reference#media-gallery. */
    private static final int LONGEST_ALT = 1024;

    private final String name;
    private final String alt;
    private final String line;
    private final byte[] png;

    /**
     * A picture.
     *
     * @param name of a file, like {@code day.png}
     * @param line what draws it again, typed behind {@code almanac picture}: a day, or a command
     * @param alt what it shows, for whoever can't see it; cut where it is longer than fronts can say
     */
    public Picture(String name, String line, String alt, byte[] png) {
        this.name = name;
        this.line = line;
        this.alt = PlainText.cut(alt, LONGEST_ALT);
        this.png = png.clone();
    }

    public String name() {
        return name;
    }

    public String line() {
        return line;
    }

    public String alt() {
        return alt;
    }

    /** The file. */
    public byte[] png() {
        return png.clone();
    }

    /** In bytes. */
    public int size() {
        return png.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture
                && name.equals(picture.name)
                && line.equals(picture.line)
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
