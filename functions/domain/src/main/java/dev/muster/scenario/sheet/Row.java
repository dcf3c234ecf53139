package dev.muster.scenario.sheet;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number counted from 1, as spreadsheets do
 * @param cells from column A on; what is not there is empty
 */
public record Row(int number, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** @param column counted from 1 */
    public Cell cell(int column) {
        return column <= cells.size() ? cells.get(column - 1) : Cell.EMPTY;
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
