package dev.muster.scenario.sheet;

/**
 * How large a spreadsheet may be. The longest script that a scenario can hold has a thousand injects; a sheet far beyond
 * that is a mistake or an attack, and neither may cost the machine its memory.
 */
public final class SheetLimits {

    /** Bytes of a file. A workbook with pictures has a few megabytes; a CSV of a thousand long rows has one. */
    public static final int FILE = 20 * 1024 * 1024;

    /** Sheets of a workbook. The field keeps one for each day or cell; a hundred are unheard of. */
    public static final int SHEETS = 100;

    /** Rows of a sheet that have something in them: ten times the injects of the longest script. */
    public static final int ROWS = 10_000;

    /** Columns: as many as spreadsheets had for twenty years. */
    public static final int COLUMNS = 256;

    /** Cells of a workbook that have something in them. */
    public static final int CELLS = 250_000;

    /** Characters of a cell: as many as spreadsheet programs keep in one. */
    public static final int CHARACTERS_OF_A_CELL = 32_767;

    /** Characters of a workbook: ten times what the largest scenario file may have. */
    public static final int CHARACTERS = 10 * 1024 * 1024;

    private SheetLimits() {}

    /** Cells or characters that no memory should hold. */
    public static UnusableWorkbook tooMuch(CellPlace place) {
        return new UnusableWorkbook(
                place,
                "the file holds more than %,d cells or %,d characters; keep the script's sheet and drop the rest"
                        .formatted(CELLS, CHARACTERS));
    }
}
