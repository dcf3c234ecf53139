package dev.muster.excel;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Grid;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.SheetLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of one worksheet as a stream into a page of the grid. */
final class SheetReader extends DefaultHandler {

    /** Merged regions beyond these stay as they are: filling them costs time, and no script has so many. */
    private static final int MERGED = 5_000;

    /** So many cells with formulas, or hidden rows, are named. */
    private static final int NAMED = 5;

    private final Grid.Page page;
    private final List<String> shared;
    private final CellFormats formats;
    private final TreeMap<Integer, List<Integer>> formulas = new TreeMap<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();

    private final TreeSet<Integer> hiddenRows = new TreeSet<>();
    private final TreeSet<Integer> hiddenColumns = new TreeSet<>();

    private final TextRuns runs = new TextRuns();
    private final StringBuilder value = new StringBuilder();
    private boolean inValue;
    private boolean hasValue;
    private boolean hasFormula;
    private int row;
    private boolean rowIsHidden;
    private int column;
    private int lastColumn;
    private int style;
    private String type = "n";

    SheetReader(Grid.Page page, List<String> shared, CellFormats formats) {
        this.page = page;
        this.shared = shared;
        this.formats = formats;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        runs.start(name);
        switch (name) {
            case "col" -> startColumns(attributes);
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v" -> inValue = hasValue = true;
            case "f" -> hasFormula = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {
                // Looks and behaviour.
            }
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        runs.characters(buffer, start, length);
        if (inValue) {
            value.append(buffer, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        runs.end(name);
        switch (name) {
            case "v" -> inValue = false;
            case "c" -> put(cell());
            case "worksheet" -> finish();
            default -> {
                // See above.
            }
        }
    }

    private void startColumns(Attributes attributes) {
        if (isHidden(attributes)) {
            var first = Math.max(1, Integer.parseInt(attributes.getValue("min")));
            var last = Math.min(SheetLimits.COLUMNS, Integer.parseInt(attributes.getValue("max")));
            IntStream.rangeClosed(first, last).forEach(hiddenColumns::add);
        }
    }

    private static boolean isHidden(Attributes attributes) {
        return List.of("1", "true").contains(String.valueOf(attributes.getValue("hidden")));
    }

    /** Rows and cells may leave out where they stand: then they follow the ones before. */
    private void startRow(Attributes attributes) {
        var number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = 0;
        rowIsHidden = isHidden(attributes);
    }

    private void startCell(Attributes attributes) {
        var reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol() + 1;
        style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        hasValue = hasFormula = false;
        value.setLength(0);
        runs.take();
    }

    private void put(Cell cell) {
        page.put(row, column, cell);
        if (!cell.isEmpty()) {
            lastColumn = Math.max(lastColumn, column);
            if (rowIsHidden) {
                hiddenRows.add(row);
            }
        }
    }

    private Cell cell() {
        var read = type.equals("inlineStr") ? Cell.of(runs.take()) : hasValue ? typed(value.toString()) : Cell.EMPTY;
        if (!hasFormula) {
            return read;
        }
        if (isUncalculated()) {
            return new Cell.Refused("a formula without its last value; open it in Excel or LibreOffice and save it");
        }
        formulas.computeIfAbsent(column, key -> new ArrayList<>()).add(row);
        return read;
    }

    /** Of a text, nothing may be the result. */
    private boolean isUncalculated() {
        return !hasValue || !type.equals("str") && value.toString().isBlank();
    }

    private Cell typed(String written) {
        return switch (type) {
            case "s" -> Cell.of(shared(written.strip()));
            case "str" -> Cell.of(Xml.unescaped(written));
            case "b" -> new Cell.Flag(written.strip().equals("1"));
            case "e" -> new Cell.Refused("the error %s stands here; mend the formula".formatted(written.strip()));
            case "d" -> new Cell.Text(written);
            default -> number(written.strip());
        };
    }

    private String shared(String number) {
        var index = Integer.parseInt(number);
        return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }

    private Cell number(String written) {
        return written.isEmpty() ? Cell.EMPTY : formats.cell(Double.parseDouble(written), style);
    }

    private void merge(String region) {
        if (region != null && merged.size() < MERGED) {
            var range = CellRangeAddress.valueOf(region);
            if (range.getLastRow() > range.getFirstRow()) {
                merged.add(range);
            }
        }
    }

    private void finish() {
        for (var range : merged) {
            page.mergeDown(range.getFirstColumn() + 1, range.getFirstRow() + 1, range.getLastRow() + 1);
        }
        formulas.forEach(this::remarkFormulas);
        remarkHidden("row", hiddenRows, String::valueOf);
        remarkHidden("column", hiddenColumns.headSet(lastColumn, true), CellPlace::letters);
    }

    private void remarkHidden(String what, SortedSet<Integer> hidden, IntFunction<String> name) {
        if (!hidden.isEmpty()) {
            page.remark(Remark.assumed(
                    page.place(),
                    "%s %s hidden and read all the same; delete what does not belong to it"
                            .formatted(
                                    what,
                                    hidden.size() == 1
                                            ? name.apply(hidden.first()) + " is"
                                            : named(hidden, name) + " are")));
        }
    }

    private void remarkFormulas(int ofColumn, List<Integer> rows) {
        page.remark(Remark.assumed(
                page.place(rows.getFirst(), ofColumn),
                "formula in %s: nothing is calculated, the value of the last time is taken"
                        .formatted(named(rows, number -> CellPlace.letters(ofColumn) + number))));
    }

    /** The first of them by name, the others by their number. */
    private static String named(Collection<Integer> all, IntFunction<String> name) {
        var first = all.stream().limit(NAMED).map(name::apply).collect(Collectors.joining(", "));
        return all.size() > NAMED ? "%s and %,d more".formatted(first, all.size() - NAMED) : first;
    }
}
