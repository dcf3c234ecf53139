package dev.muster.marking;

import dev.muster.scenario.AttachmentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads and writes pictures. What a file says of its size is looked at before anything is unpacked. */
final class PictureFile {

    /** As many as a good phone takes; unpacked they need 100 MB. */
    private static final long MOST_PIXELS = 25_000_000;

    private PictureFile() {}

    static BufferedImage read(byte[] content, AttachmentType type) {
        var reader = ImageIO.getImageReadersByFormatName(format(type)).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            // Its texts and profiles are not unpacked: they could be bombs, too.
            reader.setInput(in, true, true);
            return read(reader);
        } catch (IOException | RuntimeException e) {
            throw e instanceof Unmarkable said ? said : broken();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Unmarkable("%,d x %,d pixels, at most %,d in all; make it smaller first"
                    .formatted(width, height, MOST_PIXELS));
        }
        if (width < Stamp.NARROWEST || height < Stamp.NARROWEST) {
            throw new Unmarkable("%d x %d pixels; a mark can be read from %d x %d on"
                    .formatted(width, height, Stamp.NARROWEST, Stamp.NARROWEST));
        }
        var picture = reader.read(0);
        if (picture == null) {
            throw broken();
        }
        return picture;
    }

    private static Unmarkable broken() {
        return new Unmarkable(
                "the picture cannot be read: it is broken, cut off or of a rare kind; save it again as PNG or JPEG (RGB)");
    }

    /** @param quality 0 to 1; for JPEG alone */
    static byte[] write(BufferedImage picture, AttachmentType type, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format(type)).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            if (type == AttachmentType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("a picture cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String format(AttachmentType type) {
        return type == AttachmentType.PNG ? "png" : "jpeg";
    }
}
