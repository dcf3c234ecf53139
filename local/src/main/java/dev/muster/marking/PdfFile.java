package dev.muster.marking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens and writes PDF. What its streams unpack to is counted before the reader gets it. */
final class PdfFile {

    private static final int MOST_PAGES = 50;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern PACKED_TWICE = Pattern.compile("/Filter\\s*\\[[^]]*/Fl[^]]*/Fl[^]]*]");

    /** What its reader remarks on broken files we say better. Held, since loggers that nobody holds forget their level. */
    private static final Logger READER = Logger.getLogger("org.apache.pdfbox");

    static {
        READER.setLevel(Level.OFF);
    }

    private PdfFile() {}

    /** What is done with an open document. */
    interface Use<T> {
        T with(PDDocument document) throws IOException;
    }

    static <T> T open(byte[] content, Use<T> use) {
        refuseBombs(content);
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw locked();
            }
            var pages = document.getNumberOfPages();
            if (pages == 0 || pages > MOST_PAGES) {
                throw new Unmarkable("%d pages, expected 1 to %d".formatted(pages, MOST_PAGES));
            }
            return use.with(document);
        } catch (InvalidPasswordException e) {
            throw locked();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw e instanceof Unmarkable said ? said : broken();
        }
    }

    static byte[] written(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static Unmarkable locked() {
        return new Unmarkable("the PDF is protected by a password; save it without");
    }

    private static Unmarkable broken() {
        return new Unmarkable("the PDF cannot be read: it is broken or cut off; print it to a PDF again");
    }

    private static void refuseBombs(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        if (PACKED_TWICE.matcher(text).find()) {
            throw tooLarge();
        }
        var left = MOST_UNPACKED;
        var streams = STREAM.matcher(text);
        while (streams.find()) {
            left -= unpacked(content, streams.end(), left);
            if (left <= 0) {
                throw tooLarge();
            }
        }
    }

    private static Unmarkable tooLarge() {
        return new Unmarkable(
                "the PDF unpacks to more than %d MB; print it to a PDF again".formatted(MOST_UNPACKED / (1024 * 1024)));
    }

    /** How much comes out of the bytes from here on, if they are packed at all; counted no further than the limit. */
    private static long unpacked(byte[] content, int from, long limit) {
        var inflater = new Inflater();
        var buffer = new byte[64 * 1024];
        try {
            inflater.setInput(content, from, content.length - from);
            var some = -1;
            while (some != 0 && inflater.getBytesWritten() < limit) {
                some = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            // Not packed, or broken; the reader will see.
        }
        var written = inflater.getBytesWritten();
        inflater.end();
        return written;
    }
}
