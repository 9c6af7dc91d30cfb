package dev.almanac.picture;

import dev.almanac.picture.Lettering.Line;
import dev.almanac.timeline.Category;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A sheet of paper that is drawn on, in pixels from its upper left corner; drawn once, then written. */
final class Sheet {
    private final BufferedImage image;
    private final Graphics2D pen;
    private final Pens pens;

    Sheet(int width, int height, Pens pens) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        this.pens = pens;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Palette.PAPER);
        pen.fillRect(0, 0, width, height);
    }

    /** Text that begins at {@code x}, on a base line at {@code y}. */
    void left(Line line, double x, double y, Color colour) {
        fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(line.outline()), colour);
    }

    void centred(Line line, double x, double y, Color colour) {
        left(line, x - line.width() / 2, y, colour);
    }

    void right(Line line, double x, double y, Color colour) {
        left(line, x - line.width(), y, colour);
    }

    void bar(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    void disc(double x, double y, double radius, Color colour) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), colour);
    }

    void stroke(double x1, double y1, double x2, double y2, double width, Color colour) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A category: its sign on a disc of its colour, so that the colour is never alone. */
    void sign(Category category, double x, double y, double radius) {
        Color ground = new Color(category.colour());
        disc(x, y, radius, ground);
        Shape sign = pens.sign(category);
        Rectangle2D bounds = sign.getBounds2D();
        double scale = 2 * radius * 0.68 / Math.max(bounds.getWidth(), bounds.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        fill(place.createTransformedShape(sign), Palette.on(ground));
    }

    private void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    /** As a PNG. The JDK's short way would write a temporary file. */
    byte[] png() {
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(Indexed.of(image), null, null));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
