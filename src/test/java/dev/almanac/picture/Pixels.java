package dev.almanac.picture;

import dev.almanac.chat.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What is drawn where on a picture. */
record Pixels(BufferedImage image) {
    static Pixels of(Picture picture) {
        try {
            return new Pixels(ImageIO.read(new ByteArrayInputStream(picture.png())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As 0xRRGGBB. */
    int colour(double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xFFFFFF;
    }

    /** The smallest rectangle around all that isn't paper in a part of the picture; empty where nothing is. */
    Rectangle drawn(int left, int top, int right, int bottom) {
        Rectangle drawn = new Rectangle();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (colour(x, y) != (Palette.PAPER.getRGB() & 0xFFFFFF)) {
                    Rectangle point = new Rectangle(x, y, 1, 1);
                    drawn = drawn.isEmpty() ? point : drawn.union(point);
                }
            }
        }
        return drawn;
    }

    Rectangle drawn() {
        return drawn(0, 0, image.getWidth(), image.getHeight());
    }
}
