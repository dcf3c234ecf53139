package dev.muster.scenario.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The text of a CSV file, in whatever encoding it was saved. */
final class CsvText {

    /** What a file's first bytes say of its encoding. */
    private enum Mark {
        UTF_8(StandardCharsets.UTF_8, "EFBBBF"),
        UTF_16_LITTLE(StandardCharsets.UTF_16LE, "FFFE"),
        UTF_16_BIG(StandardCharsets.UTF_16BE, "FEFF");

        private final Charset charset;
        private final byte[] bytes;

        Mark(Charset charset, String bytes) {
            this.charset = charset;
            this.bytes = HexFormat.of().parseHex(bytes);
        }

        static Optional<Mark> of(byte[] file) {
            return Arrays.stream(values())
                    .filter(mark -> file.length >= mark.bytes.length
                            && Arrays.equals(mark.bytes, Arrays.copyOf(file, mark.bytes.length)))
                    .findFirst();
        }
    }

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvText() {}

    static String decode(String file, byte[] bytes, Grid grid) {
        if (bytes.length > SheetLimits.FILE) {
            throw new UnusableWorkbook(file, FileKind.TOO_LARGE);
        }
        FileKind.of(bytes).refusal().ifPresent(words -> {
            throw new UnusableWorkbook(file, words);
        });
        var text = Mark.of(bytes).map(mark -> marked(file, bytes, mark)).orElseGet(() -> unmarked(bytes, grid));
        if (text.indexOf('\0') >= 0) {
            throw new UnusableWorkbook(file, FileKind.NO_SPREADSHEET);
        }
        return text;
    }

    private static String marked(String file, byte[] bytes, Mark mark) {
        var length = mark.bytes.length;
        try {
            return decoded(mark.charset, ByteBuffer.wrap(bytes, length, bytes.length - length));
        } catch (CharacterCodingException e) {
            throw new UnusableWorkbook(
                    file, "it says that it is %s, but is not; save it as 'CSV UTF-8'".formatted(mark.charset));
        }
    }

    private static String unmarked(byte[] bytes, Grid grid) {
        try {
            return decoded(StandardCharsets.UTF_8, ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            grid.remark(Remark.assumed(
                    grid.place(), "not UTF-8, so read as Windows-1252; if letters look wrong, save it as 'CSV UTF-8'"));
            return new String(bytes, WINDOWS);
        }
    }

    private static String decoded(Charset charset, ByteBuffer bytes) throws CharacterCodingException {
        return charset.newDecoder().decode(bytes).toString();
    }
}
