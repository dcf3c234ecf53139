package dev.muster.marking;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * What people see on a marked picture: a band above and one below, so that nothing of the picture is covered, and the word
 * across it, so that no part of it can be shown alone.
 */
final class Stamp {

    /** A picture as narrow as this can still carry a legible word. */
    static final int NARROWEST = 64;

    private static final Color DARK_RED = new Color(0x7A1500);
    private static final double LETTERS_OF_BAND = 0.5;
    private static final float ACROSS = 0.22f;

    /** Mean difference of brightness, of 255, up to which a band counts as ours: JPEG blurs it. */
    private static final double ALIKE = 20;

    private Stamp() {}

    static int band(int width) {
        return Math.clamp(Math.round(width / 14.0), 14, 80);
    }

    static BufferedImage on(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var band = band(width);
        var stamped = new BufferedImage(width, height + 2 * band, BufferedImage.TYPE_INT_RGB);
        var canvas = canvas(stamped);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, stamped.getHeight());
        canvas.drawImage(picture, 0, band, null);
        drawAcross(canvas, width, height, band);
        drawBand(canvas, width, 0);
        drawBand(canvas, width, height + band);
        canvas.dispose();
        return stamped;
    }

    /** Whether the picture has both bands. */
    static boolean isOn(BufferedImage picture) {
        var width = picture.getWidth();
        var band = band(width);
        if (width < NARROWEST || picture.getHeight() <= 2 * band) {
            return false;
        }
        var expected = new BufferedImage(width, band, BufferedImage.TYPE_INT_RGB);
        var canvas = canvas(expected);
        drawBand(canvas, width, 0);
        canvas.dispose();
        return difference(picture, 0, expected) < ALIKE
                && difference(picture, picture.getHeight() - band, expected) < ALIKE;
    }

    private static double difference(BufferedImage picture, int top, BufferedImage band) {
        var sum = 0L;
        for (var y = 0; y < band.getHeight(); y++) {
            for (var x = 0; x < band.getWidth(); x++) {
                sum += Math.abs(brightness(picture.getRGB(x, top + y)) - brightness(band.getRGB(x, y)));
            }
        }
        return (double) sum / (band.getWidth() * band.getHeight());
    }

    private static int brightness(int rgb) {
        return ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
    }

    private static Graphics2D canvas(BufferedImage picture) {
        var canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return canvas;
    }

    /** The word as often as it fits, white on dark red. */
    private static void drawBand(Graphics2D canvas, int width, int top) {
        var band = band(width);
        canvas.setColor(DARK_RED);
        canvas.fillRect(0, top, width, band);
        var letters = Math.min(band * LETTERS_OF_BAND, (width - 6) / Letters.width() * Letters.HEIGHT);
        var word = letters / Letters.HEIGHT * Letters.width();
        var times = Math.max(1, (int) ((width - letters) / (word + 2 * letters)));
        var step = (double) width / times;
        canvas.setColor(Color.WHITE);
        canvas.setStroke(pen(letters / 6));
        for (var nr = 0; nr < times; nr++) {
            canvas.draw(Letters.word(step * (nr + 0.5) - word / 2, top + (band - letters) / 2, letters));
        }
    }

    private static void drawAcross(Graphics2D canvas, int width, int height, int top) {
        var diagonal = Math.hypot(width, height);
        var letters = Math.min(0.6 * diagonal / Letters.width() * Letters.HEIGHT, 0.4 * Math.min(width, height));
        var word = Letters.word(-letters / Letters.HEIGHT * Letters.width() / 2, -letters / 2, letters);
        var place = AffineTransform.getTranslateInstance(width / 2.0, top + height / 2.0);
        place.rotate(-Math.atan2(height, width));
        var across = new Path2D.Double(word, place);
        canvas.setClip(0, top, width, height);
        canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, ACROSS));
        canvas.setColor(Color.WHITE);
        canvas.setStroke(pen(letters / 6));
        canvas.draw(across);
        canvas.setColor(DARK_RED);
        canvas.setStroke(pen(letters / 9));
        canvas.draw(across);
        canvas.setComposite(AlphaComposite.SrcOver);
        canvas.setClip(null);
    }

    private static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
