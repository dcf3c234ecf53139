package dev.muster.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.muster.scenario.AttachmentType;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Files as trainers have them. */
final class Samples {

    private Samples() {}

    static byte[] png(int width, int height) {
        return PictureFile.write(landscape(width, height), AttachmentType.PNG, 1);
    }

    static byte[] jpeg(int width, int height) {
        return PictureFile.write(landscape(width, height), AttachmentType.JPEG, 0.9f);
    }

    /** Sky above, sea below, a white ship to the left. */
    static BufferedImage landscape(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, new Color(0x9FC5E8), 0, height, new Color(0x0B3D5C)));
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(width / 10, height / 2, width / 3, height / 8);
        canvas.dispose();
        return picture;
    }

    /** What no compression makes smaller. */
    static BufferedImage noise(int width, int height) {
        var random = new Random(7);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    /** A PDF with pages that are turned by so many degrees. */
    static byte[] pdf(int... rotations) {
        try (var document = new PDDocument()) {
            for (var rotation : rotations) {
                var page = new PDPage(PDRectangle.A4);
                page.setRotation(rotation);
                document.addPage(page);
                try (var out = new PDPageContentStream(document, page)) {
                    out.setNonStrokingColor(0.2f, 0.4f, 0.6f);
                    out.addRect(0, 0, 595, 60);
                    out.addRect(0, 782, 300, 60);
                    out.fill();
                }
            }
            return written(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] written(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
