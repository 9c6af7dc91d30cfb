package dev.almanac.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The outlines of one font, all measures in fractions of its size. They are read by FontBox and drawn as shapes: the JDK would read
 * a font only from a temporary file, and only where fontconfig is installed.
 */
final class Face {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final @Nullable KerningSubtable kerning;
    private final double unit;
    private final Map<Integer, Shape> outlines = new ConcurrentHashMap<>();

    private Face(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        KerningTable table = font.getKerning();
        this.kerning = table == null ? null : table.getHorizontalKerningSubtable();
        this.unit = 1.0 / font.getUnitsPerEm();
    }

    /** A font among the resources of this package. */
    static Face read(String file) {
        try (InputStream resource = Objects.requireNonNull(Face.class.getResourceAsStream(file), file)) {
            return new Face(new TTFParser().parse(new RandomAccessReadBuffer(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    /** Its glyph for a character; 0 where it has none. */
    int glyph(int codePoint) {
        return glyphs.getGlyphId(codePoint);
    }

    /** How far the next glyph is from this one. */
    double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By how much two neighbours are moved; mostly nearer, which is negative. */
    double kerning(int left, int right) {
        return kerning == null ? 0 : kerning.getKerning(left, right) * unit;
    }

    /** The shape of a glyph on a base line at 0, of size 1. */
    Shape outline(int glyph) {
        return outlines.computeIfAbsent(glyph, this::read);
    }

    private Shape read(int glyph) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            return data == null
                    ? new Path2D.Double()
                    : AffineTransform.getScaleInstance(unit, -unit).createTransformedShape(data.getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
