package dev.muster.scenario.sheet;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a spreadsheet, as its author finds it: {@code msel.xlsx:MSEL!C7}, or {@code msel.csv:C7} where there are no
 * sheets.
 *
 * @param file the file as the user named it
 * @param sheet the sheet's name; empty where the file has no sheets, or where the file as a whole is meant
 * @param row counted from 1; 0 where the sheet as a whole is meant
 * @param column counted from 1; 0 where the row as a whole is meant
 */
public record CellPlace(String file, Optional<String> sheet, int row, int column) implements Comparable<CellPlace> {

    private static final int LETTERS = 26;

    private static final Comparator<CellPlace> IN_ORDER = Comparator.comparing(CellPlace::file)
            .thenComparing(place -> place.sheet().orElse(""))
            .thenComparingInt(CellPlace::row)
            .thenComparingInt(CellPlace::column);

    public static CellPlace ofFile(String file) {
        return new CellPlace(file, Optional.empty(), 0, 0);
    }

    public static CellPlace ofSheet(String file, String sheet) {
        return new CellPlace(file, Optional.of(sheet).filter(name -> !name.isEmpty()), 0, 0);
    }

    public CellPlace row(int number) {
        return new CellPlace(file, sheet, number, 0);
    }

    public CellPlace cell(int row, int column) {
        return new CellPlace(file, sheet, row, column);
    }

    /** The letters by which spreadsheets call a column: A, Z, AA. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public int compareTo(CellPlace other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        if (sheet.isEmpty() && row == 0) {
            return file + ":1:1";
        }
        var inFile = sheet.map(name -> name + (row == 0 ? "" : "!")).orElse("");
        return file + ":" + inFile + inSheet();
    }

    private String inSheet() {
        if (row == 0) {
            return "";
        }
        return column == 0 ? "row " + row : letters(column) + row;
    }
}
