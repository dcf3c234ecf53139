package dev.muster.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.muster.scenario.AttachmentType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** What a picture's file says beside its pixels: the chunks of a PNG and the segments of a JPEG. */
final class PictureMetadata {

    private static final int PNG_START = 8;
    private static final int PNG_HEADER = PNG_START + 25;
    private static final int ORIENTATION = 0x0112;

    private PictureMetadata() {}

    private record Part(String name, byte[] content) {}

    static byte[] write(byte[] picture, AttachmentType type, String words) {
        return type == AttachmentType.PNG ? intoPng(picture, words) : intoJpeg(picture, words);
    }

    static boolean says(byte[] picture, AttachmentType type, String word) {
        return parts(picture, type).stream().anyMatch(part -> new String(part.content(), ISO_8859_1).contains(word));
    }

    /** How a camera was held, 1 to 8 as EXIF counts; 1 if nothing says otherwise. */
    static int orientation(byte[] picture, AttachmentType type) {
        return parts(picture, type).stream()
                .filter(part -> part.name().equals("APP1") || part.name().equals("eXIf"))
                .mapToInt(part -> orientation(part.content()))
                .filter(found -> found >= 1 && found <= 8)
                .findFirst()
                .orElse(1);
    }

    // ---- PNG

    /** A text chunk right behind the header. */
    private static byte[] intoPng(byte[] png, String words) {
        var content = ("Description\0" + words).getBytes(ISO_8859_1);
        var chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length).put("tEXt".getBytes(ISO_8859_1)).put(content);
        var check = new CRC32();
        check.update(chunk.array(), 4, 4 + content.length);
        chunk.putInt((int) check.getValue());
        return inserted(png, PNG_HEADER, chunk.array());
    }

    private static List<Part> ofPng(ByteBuffer png) {
        var parts = new ArrayList<Part>();
        png.position(PNG_START);
        while (png.remaining() >= 12) {
            var length = png.getInt();
            var name = text(png, 4);
            if (length < 0 || length > png.remaining() - 4) {
                break;
            }
            var content = bytes(png, length);
            png.getInt();
            if (!name.equals("IDAT")) {
                parts.add(new Part(name, content));
            }
        }
        return parts;
    }

    // ---- JPEG

    /** A comment behind the first segment, which has to be JFIF's. */
    private static byte[] intoJpeg(byte[] jpeg, String words) {
        var first = 4 + (jpeg[4] & 0xFF) * 256 + (jpeg[5] & 0xFF);
        var content = words.getBytes(ISO_8859_1);
        var segment = ByteBuffer.allocate(4 + content.length);
        segment.putShort((short) 0xFFFE).putShort((short) (2 + content.length)).put(content);
        return inserted(jpeg, first, segment.array());
    }

    /** The comments and application segments up to where the pixels start. */
    private static List<Part> ofJpeg(ByteBuffer jpeg) {
        var parts = new ArrayList<Part>();
        jpeg.position(2);
        while (jpeg.remaining() >= 4 && (jpeg.get() & 0xFF) == 0xFF) {
            var marker = jpeg.get() & 0xFF;
            if (marker == 0xFF) {
                jpeg.position(jpeg.position() - 1);
                continue;
            }
            var length = (jpeg.getShort() & 0xFFFF) - 2;
            if (marker == 0xDA || length < 0 || length > jpeg.remaining()) {
                break;
            }
            var content = bytes(jpeg, length);
            if (marker == 0xFE || (marker & 0xF0) == 0xE0) {
                parts.add(new Part(marker == 0xFE ? "COM" : "APP" + (marker & 0x0F), content));
            }
        }
        return parts;
    }

    // ---- EXIF

    /** Looks into the first directory of a TIFF structure, with or without "Exif" before it. */
    private static int orientation(byte[] exif) {
        var start = new String(exif, 0, Math.min(exif.length, 6), ISO_8859_1).equals("Exif\0\0") ? 6 : 0;
        var tiff = ByteBuffer.wrap(exif, start, exif.length - start).slice();
        if (tiff.remaining() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var nr = 0; nr < entries; nr++) {
            var entry = directory + 2 + nr * 12;
            if (entry + 12 > tiff.limit()) {
                break;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
        return 1;
    }

    // ---- bytes

    private static List<Part> parts(byte[] picture, AttachmentType type) {
        var buffer = ByteBuffer.wrap(picture);
        return type == AttachmentType.PNG ? ofPng(buffer) : ofJpeg(buffer);
    }

    private static byte[] inserted(byte[] into, int at, byte[] part) {
        var bytes = new ByteArrayOutputStream(into.length + part.length);
        bytes.write(into, 0, at);
        bytes.writeBytes(part);
        bytes.write(into, at, into.length - at);
        return bytes.toByteArray();
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer from, int length) {
        return new String(bytes(from, length), ISO_8859_1);
    }
}
