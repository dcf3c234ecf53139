package dev.muster.scenario.sheet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is by its first bytes; its name may say what it likes. */
public enum FileKind {
    /** XLSX, and much else. */
    ZIP("504B0304"),
    /** Excel before 2007, and workbooks under a password. */
    COMPOUND("D0CF11E0A1B11AE1"),
    PDF("25504446"),
    /** Anything else; CSV, if it is text at all. */
    TEXT("");

    static final String NO_SPREADSHEET =
            "no spreadsheet that Muster knows; save it in Excel or LibreOffice as .xlsx or as 'CSV UTF-8'";
    public static final String TOO_LARGE =
            "larger than %d MB; keep the script's sheet and drop pictures and other sheets"
                    .formatted(SheetLimits.FILE / 1024 / 1024);

    private final byte[] start;

    FileKind(String start) {
        this.start = HexFormat.of().parseHex(start);
    }

    public static FileKind of(byte[] file) {
        return Arrays.stream(values())
                .filter(kind -> file.length >= kind.start.length
                        && Arrays.equals(kind.start, Arrays.copyOf(file, kind.start.length)))
                .findFirst()
                .orElseThrow();
    }

    /** Why it cannot be read as CSV. */
    Optional<String> refusal() {
        return switch (this) {
            case ZIP -> Optional.of("an Excel workbook (.xlsx) cannot be read here; save its sheet as 'CSV UTF-8'");
            case COMPOUND ->
                Optional.of("an old or encrypted Excel workbook; save it without a password as .xlsx or 'CSV UTF-8'");
            case PDF -> Optional.of(NO_SPREADSHEET);
            case TEXT -> Optional.empty();
        };
    }
}
