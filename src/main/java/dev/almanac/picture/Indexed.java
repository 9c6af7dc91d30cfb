package dev.almanac.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * An image with the 256 colours that it has most of, which is a third of its bytes. The others are shades at the edges of letters;
 * each becomes the nearest one that is kept.
 */
final class Indexed {
    private static final int COLOURS = 256;
    private static final int BITS = 8;

    /** @param image of {@link BufferedImage#TYPE_INT_RGB} */
    static BufferedImage of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] kept = mostUsed(pixels);
        IndexColorModel model = new IndexColorModel(BITS, kept.length, kept, 0, false, -1, 0);
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indexes = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        Map<Integer, Byte> known = new HashMap<>();
        int before = -1;
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != before) {
                before = pixels[i];
                index = known.computeIfAbsent(before, colour -> nearest(kept, colour));
            }
            indexes[i] = index;
        }
        return indexed;
    }

    private static int[] mostUsed(int[] pixels) {
        Map<Integer, Integer> uses = new HashMap<>();
        int first = 0;
        for (int i = 1; i <= pixels.length; i++) {
            if (i == pixels.length || pixels[i] != pixels[first]) {
                uses.merge(pixels[first], i - first, Integer::sum);
                first = i;
            }
        }
        return uses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static byte nearest(int[] kept, int colour) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < kept.length; i++) {
            int distance = square(((kept[i] >> 16) & 0xFF) - ((colour >> 16) & 0xFF))
                    + square(((kept[i] >> 8) & 0xFF) - ((colour >> 8) & 0xFF))
                    + square((kept[i] & 0xFF) - (colour & 0xFF));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return (byte) nearest;
    }

    private static int square(int number) {
        return number * number;
    }

    private Indexed() {}
}
