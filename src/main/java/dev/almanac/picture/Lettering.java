package dev.almanac.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets lines of text as outlines, with the letters of several fonts, of which the first that has a letter draws it: Latin, Greek,
 * Cyrillic, Hebrew, Arabic. What none has is left out.
 */
final class Lettering {
    private static final String ELLIPSIS = "…";
    private static final String OPENING = "([{<«‹";
    private static final String CLOSING = ")]}>»›";

    private final List<Face> faces;
    private final ArabicForms arabic = new ArabicForms();

    Lettering(Face... faces) {
        this.faces = List.of(faces);
    }

    /**
     * A line as it is drawn.
     *
     * @param outline on a base line at 0, from 0 to the right
     * @param rightToLeft whether its reading begins at the right
     */
    record Line(Path2D outline, double width, boolean rightToLeft) {}

    private record Placed(Face face, int glyph) {}

    /** Whether it has all the letters and digits of a text, so that nothing is left out that a reader would miss. */
    boolean canSet(String text) {
        return prepared(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .allMatch(letter -> faces.stream().anyMatch(face -> face.glyph(letter) != 0));
    }

    private String prepared(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .filter(point -> !isLeftOut(point))
                .forEach(plain::appendCodePoint);
        return arabic.joined(plain.toString().strip());
    }

    /** Controls, and the vowel signs of Hebrew and Arabic, without which both are mostly written. */
    private static boolean isLeftOut(int point) {
        int type = Character.getType(point);
        boolean sign = type == Character.NON_SPACING_MARK;
        return type == Character.CONTROL || type == Character.FORMAT || (sign && point >= 0x591 && point <= 0x6FF);
    }

    /** One line, however long. */
    Line line(String text, double size) {
        return set(prepared(text), size);
    }

    /** How wide a line would be. */
    double width(String text, double size) {
        return width(prepared(text)) * size;
    }

    /** One line that ends with an ellipsis where it would be wider. */
    Line line(String text, double size, double widest) {
        return lines(text, size, widest, 1).get(0);
    }

    /** Lines broken between words, at most so many; where that is too few, the last ends with an ellipsis. */
    List<Line> lines(String text, double size, double widest, int most) {
        List<String> words = new ArrayList<>(List.of(prepared(text).split(" ")));
        List<Line> lines = new ArrayList<>();
        while (!words.isEmpty()) {
            int fitting = fitting(words, size, widest);
            boolean last = lines.size() == most - 1;
            if ((last && fitting < words.size()) || fitting == 0) {
                lines.add(cut(String.join(" ", last ? words : words.subList(0, 1)), size, widest));
                if (last) {
                    break;
                }
                words.remove(0);
            } else {
                lines.add(set(String.join(" ", words.subList(0, fitting)), size));
                words.subList(0, fitting).clear();
            }
        }
        return lines;
    }

    /** How many lines of that width the text takes. */
    int count(String text, double size, double widest) {
        return lines(text, size, widest, Integer.MAX_VALUE).size();
    }

    private int fitting(List<String> words, double size, double widest) {
        int fitting = 0;
        while (fitting < words.size() && width(String.join(" ", words.subList(0, fitting + 1))) * size <= widest) {
            fitting++;
        }
        return fitting;
    }

    private Line cut(String text, double size, double widest) {
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + ELLIPSIS) * size > widest) {
            end = text.offsetByCodePoints(end, -1);
        }
        return set(text.substring(0, end).stripTrailing() + ELLIPSIS, size);
    }

    private double width(String line) {
        double width = 0;
        Placed before = null;
        for (Placed placed : placed(line)) {
            width += kerning(before, placed) + placed.face().advance(placed.glyph());
            before = placed;
        }
        return width;
    }

    private static double kerning(@Nullable Placed left, Placed right) {
        return left == null || left.face() != right.face() ? 0 : left.face().kerning(left.glyph(), right.glyph());
    }

    private List<Placed> placed(String line) {
        return line.codePoints()
                .boxed()
                .flatMap(point -> faces.stream()
                        .filter(face -> face.glyph(point) != 0)
                        .limit(1)
                        .map(face -> new Placed(face, face.glyph(point))))
                .toList();
    }

    private Line set(String line, double size) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        Placed before = null;
        for (Placed placed : placed(visual(line, bidi))) {
            x += kerning(before, placed) * size;
            AffineTransform place = new AffineTransform(size, 0, 0, size, x, 0);
            outline.append(place.createTransformedShape(placed.face().outline(placed.glyph())), false);
            x += placed.face().advance(placed.glyph()) * size;
            before = placed;
        }
        return new Line(outline, x, !bidi.baseIsLeftToRight());
    }

    /** The characters from left to right as they are seen: runs in the order of their levels, each in its direction. */
    private static String visual(String line, Bidi bidi) {
        if (bidi.isLeftToRight()) {
            return line;
        }
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = IntStream.range(0, runs).boxed().toArray(Integer[]::new);
        IntStream.range(0, runs).forEach(run -> levels[run] = (byte) bidi.getRunLevel(run));
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder visual = new StringBuilder();
        for (int run : order) {
            String part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            visual.append(bidi.getRunLevel(run) % 2 == 0 ? part : mirrored(part));
        }
        return visual.toString();
    }

    private static String mirrored(String run) {
        StringBuilder mirrored = new StringBuilder();
        new StringBuilder(run).reverse().codePoints().forEach(point -> {
            int opening = OPENING.indexOf(point);
            int closing = CLOSING.indexOf(point);
            mirrored.appendCodePoint(
                    opening >= 0 ? CLOSING.charAt(opening) : closing >= 0 ? OPENING.charAt(closing) : point);
        });
        return mirrored.toString();
    }
}
