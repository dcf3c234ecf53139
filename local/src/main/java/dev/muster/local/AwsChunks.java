package dev.muster.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The body encoding {@code aws-chunked}, in which the SDK sends an upload with a checksum after it: chunks of
 * {@code size;extensions CRLF bytes CRLF}, an empty chunk, trailing headers. Signatures are not checked.
 */
final class AwsChunks {

    private static final String CHECKSUM = "x-amz-checksum-crc32:";

    private final byte[] body;
    private int at;

    private AwsChunks(byte[] body) {
        this.body = body;
    }

    /** @throws IllegalArgumentException where chunks are cut off or the checksum is another */
    static byte[] decode(byte[] body) {
        return new AwsChunks(body).decode();
    }

    private byte[] decode() {
        var content = new ByteArrayOutputStream(body.length);
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            if (size > body.length - at) {
                throw new IllegalArgumentException("The last chunk is cut off");
            }
            content.write(body, at, size);
            at += size;
            line();
        }
        var bytes = content.toByteArray();
        checkTrailers(bytes);
        return bytes;
    }

    private int chunkSize() {
        try {
            return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Expected the size of a chunk", e);
        }
    }

    private void checkTrailers(byte[] content) {
        while (at < body.length) {
            var trailer = line();
            if (trailer.startsWith(CHECKSUM)
                    && !trailer.substring(CHECKSUM.length()).strip().equals(crc32(content))) {
                throw new IllegalArgumentException("The checksum is not that of the content");
            }
        }
    }

    private static String crc32(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** The text up to the next line end, which is skipped. */
    private String line() {
        var start = at;
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        var line = new String(body, start, at - start, ISO_8859_1).stripTrailing();
        at = Math.min(at + 1, body.length);
        return line;
    }
}
