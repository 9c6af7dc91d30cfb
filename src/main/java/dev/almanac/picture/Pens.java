package dev.almanac.picture;

import dev.almanac.picture.Lettering.Line;
import dev.almanac.timeline.Category;
import java.awt.Shape;
import java.util.Locale;

/** The letters and signs that pictures are written with. Read once; any number of threads may write with them. */
final class Pens {
    private final Face signs = Face.read("NotoEmoji-Bold.ttf");
    private final Lettering plain;
    private final Lettering bold;

    Pens() {
        Face hebrew = Face.read("NotoSerifHebrew-Regular.ttf");
        Face arabic = Face.read("NotoNaskhArabic-Regular.ttf");
        this.plain = new Lettering(Face.read("NotoSerif-Regular.ttf"), hebrew, arabic);
        this.bold = new Lettering(Face.read("NotoSerif-Bold.ttf"), hebrew, arabic);
    }

    Lettering plain() {
        return plain;
    }

    Lettering bold() {
        return bold;
    }

    /** The outline of a category's sign; of the first letter of its title where it has none that can be drawn. */
    Shape sign(Category category) {
        if (!category.sign().isEmpty()) {
            int glyph = signs.glyph(category.sign().codePointAt(0));
            if (glyph != 0) {
                return signs.outline(glyph);
            }
        }
        String title = category.title().toUpperCase(Locale.ROOT);
        Line letter = bold.line(title.substring(0, title.offsetByCodePoints(0, 1)), 1);
        return letter.outline().getBounds2D().isEmpty() ? bold.line("•", 1).outline() : letter.outline();
    }
}
