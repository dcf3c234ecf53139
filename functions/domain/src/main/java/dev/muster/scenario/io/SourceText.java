package dev.muster.scenario.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The text of a file: UTF-8, with or without a byte order mark, of at most {@link #LIMIT} bytes. */
record SourceText(String file, String text) {

    /** The largest file that is read, in bytes. The longest script known has a tenth of it. */
    static final int LIMIT = 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Reads a file; one that is too large is refused by its size, without reading it. */
    static SourceText read(Path path) {
        var file = path.toString();
        try {
            refuseLargerThanLimit(file, Files.size(path));
            try (var bytes = Files.newInputStream(path)) {
                return of(file, bytes.readNBytes(LIMIT + 1));
            }
        } catch (NoSuchFileException missing) {
            throw new InvalidDocument(file, Place.START, "no such file");
        } catch (AccessDeniedException denied) {
            throw new InvalidDocument(file, Place.START, "no permission to read the file");
        } catch (IOException e) {
            throw new InvalidDocument(file, Place.START, "cannot be read: " + e.getMessage());
        }
    }

    static SourceText of(String file, byte[] bytes) {
        refuseLargerThanLimit(file, bytes.length);
        var text = decode(file, bytes);
        var marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new SourceText(file, marked ? text.substring(1) : text);
    }

    private static void refuseLargerThanLimit(String file, long size) {
        if (size > LIMIT) {
            throw new InvalidDocument(
                    file, Place.START, "%s MB, at most 1 MB; cut it down".formatted(megabytesRoundedUp(size)));
        }
    }

    /** Rounded up, so that a file one byte too large does not show as one of 1.0 MB. */
    private static String megabytesRoundedUp(long size) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(size * 10.0 / LIMIT) / 10);
    }

    private static String decode(String file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            throw new InvalidDocument(
                    file,
                    Place.after(out.flip()),
                    "not UTF-8 text: byte 0x%02X at offset %d; save the file as UTF-8"
                            .formatted(in.get(in.position()), in.position()));
        }
        return out.flip().toString();
    }

    /**
     * Where the words first stand as they are.
     *
     * @param from from here on
     * @param until before here; the end of the text if empty
     */
    Optional<Place> find(String words, Place from, Optional<Place> until) {
        var start = offset(from);
        var found = text.indexOf(words, start);
        var end = until.map(this::offset).orElse(text.length());
        if (found < 0 || found + words.length() > end) {
            return Optional.empty();
        }
        var within = Place.after(text.substring(start, found));
        return Optional.of(
                within.line() == 1
                        ? new Place(from.line(), from.column() + within.column() - 1)
                        : new Place(from.line() + within.line() - 1, within.column()));
    }

    private int offset(Place place) {
        var start = 0;
        for (var line = 1; line < place.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, place.column() - 1);
    }
}
