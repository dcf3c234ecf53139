package dev.muster.marking;

import dev.muster.drill.ExerciseMark;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** The mark of pictures: seen by everybody, and in the file's metadata, where programs find it. */
final class PictureMark {

    /** JPEG's, from nearly as it was to what a phone screen still bears. */
    private static final float[] QUALITIES = {0.92f, 0.8f, 0.65f};

    private static final double[] SCALES = {1, 0.75, 0.5, 0.35, 0.25};

    private PictureMark() {}

    /** As large as it may be; other metadata, such as where a photo was taken, is left out. */
    static byte[] put(byte[] content, AttachmentType type) {
        var picture = PictureFile.read(content, type);
        if (isMarked(content, type) && Stamp.isOn(picture)) {
            throw new Unmarkable("it is marked already: it has the stamp and the metadata");
        }
        var upright = upright(picture, PictureMetadata.orientation(content, type));
        var smallest = new byte[0];
        for (var scale : SCALES) {
            var stamped = Stamp.on(scaled(upright, scale));
            for (var quality : type == AttachmentType.JPEG ? QUALITIES : new float[] {1}) {
                smallest = PictureMetadata.write(PictureFile.write(stamped, type, quality), type, ExerciseMark.LINE);
                if (smallest.length <= Attachment.LARGEST) {
                    return smallest;
                }
            }
        }
        return smallest;
    }

    /** Whether its metadata says so. */
    static boolean isMarked(byte[] content, AttachmentType type) {
        return PictureMetadata.says(content, type, Marking.WORD);
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        var width = Math.max(Stamp.NARROWEST, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(Stamp.NARROWEST, (int) Math.round(picture.getHeight() * scale));
        return drawn(
                picture,
                width,
                height,
                AffineTransform.getScaleInstance(
                        (double) width / picture.getWidth(), (double) height / picture.getHeight()));
    }

    /** As the camera was held. EXIF counts: 1 as it is, 2 mirrored, 3 upside down, ... 8 turned left. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        return orientation < 5 ? drawn(picture, width, height, turn) : drawn(picture, height, width, turn);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(picture, how, null);
        canvas.dispose();
        return drawn;
    }
}
