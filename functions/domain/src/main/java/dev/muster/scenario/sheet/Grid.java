package dev.muster.scenario.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Takes the cells of one file after the other, and no more than {@link SheetLimits} allow. */
public final class Grid {

    private final String file;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int cells;
    private long characters;

    public Grid(String file) {
        this.file = file;
    }

    public void remark(Remark remark) {
        remarks.add(remark);
    }

    public CellPlace place() {
        return CellPlace.ofFile(file);
    }

    /** Starts a sheet; one is taken after the other. */
    public Page page(String name, boolean hidden) {
        if (sheets.size() >= SheetLimits.SHEETS) {
            throw new UnusableWorkbook(place(), "more than %d sheets; keep the script's".formatted(SheetLimits.SHEETS));
        }
        return new Page(Words.withoutControls(name), hidden);
    }

    public Workbook workbook() {
        return new Workbook(file, sheets, remarks);
    }

    /** A sheet that is being read. Empty cells take no room. */
    public final class Page {

        private final String name;
        private final boolean hidden;
        private final CellPlace place;
        private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
        private boolean full;

        private Page(String name, boolean hidden) {
            this.name = name;
            this.hidden = hidden;
            this.place = CellPlace.ofSheet(file, name);
        }

        public void remark(Remark remark) {
            remarks.add(remark);
        }

        public CellPlace place() {
            return place;
        }

        public CellPlace place(int row, int column) {
            return place.cell(row, column);
        }

        /** @throws UnusableWorkbook if the file holds more than memory should */
        public void put(int row, int column, Cell cell) {
            if (cell instanceof Cell.Refused refused) {
                remark(Remark.unused(place(row, column), refused.reason()));
            }
            if (cell instanceof Cell.Empty || !hasRoom(row, column)) {
                return;
            }
            count(row, column, cell);
            var ofRow = rows.computeIfAbsent(row, number -> new ArrayList<>());
            ofRow.addAll(Collections.nCopies(Math.max(0, column - ofRow.size()), Cell.EMPTY));
            ofRow.set(
                    column - 1, cell.shown().length() > SheetLimits.CHARACTERS_OF_A_CELL ? tooLong(row, column) : cell);
        }

        /** Copies what stands in a cell that is merged downwards into the rows that it covers. */
        public void mergeDown(int column, int firstRow, int lastRow) {
            var merged = cellAt(firstRow, column);
            for (var row :
                    List.copyOf(rows.subMap(firstRow, false, lastRow, true).keySet())) {
                if (cellAt(row, column).isEmpty()) {
                    put(row, column, merged);
                }
            }
        }

        public void close() {
            sheets.add(new Sheet(
                    name,
                    hidden,
                    rows.entrySet().stream()
                            .map(row -> new Row(row.getKey(), row.getValue()))
                            .toList()));
        }

        private Cell cellAt(int row, int column) {
            var cellsOfRow = rows.getOrDefault(row, List.of());
            return column <= cellsOfRow.size() ? cellsOfRow.get(column - 1) : Cell.EMPTY;
        }

        private boolean hasRoom(int row, int column) {
            var tooWide = column > SheetLimits.COLUMNS;
            var tooLong = rows.size() >= SheetLimits.ROWS && !rows.containsKey(row);
            if ((tooWide || tooLong) && !full) {
                full = true;
                remark(Remark.unused(
                        place(row, column),
                        "a sheet is read up to %,d rows and %d columns; what lies beyond is left out from here on"
                                .formatted(SheetLimits.ROWS, SheetLimits.COLUMNS)));
            }
            return !tooWide && !tooLong;
        }

        private void count(int row, int column, Cell cell) {
            cells++;
            characters += cell.shown().length();
            if (cells > SheetLimits.CELLS || characters > SheetLimits.CHARACTERS) {
                throw SheetLimits.tooMuch(place(row, column));
            }
        }

        private Cell tooLong(int row, int column) {
            var refused = new Cell.Refused("more than %,d characters in one cell; shorten it, or attach it as a file"
                    .formatted(SheetLimits.CHARACTERS_OF_A_CELL));
            remark(Remark.unused(place(row, column), refused.reason()));
            return refused;
        }
    }
}
