package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands outside of the tables: the plan's title, and what it says of itself as a whole. */
final class PlanHead {

    /** {@code Owner: Quality manager | Version: 3}, in one cell. */
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[|;\\n]\\s*");

    private static final Pattern PAIR = Pattern.compile("\\s*([^:=]{2,40}?)\\s*[:=]\\s*(\\S.*)", Pattern.DOTALL);

    /** A value, with its place. */
    record Value(Cell cell, CellPlace place) {

        String text() {
            return cell.shown().strip();
        }
    }

    private final List<Remark> remarks;
    private final Map<PlanField, Value> values = new EnumMap<>(PlanField.class);

    private PlanHead(List<Remark> remarks) {
        this.remarks = remarks;
    }

    static PlanHead of(List<PlanTables.Outside> rows, List<Remark> remarks) {
        var head = new PlanHead(remarks);
        rows.forEach(head::take);
        return head;
    }

    Optional<Value> value(PlanField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** {@code Last reviewed: 12 March 2026} above a table says nothing of what the table is about. */
    static boolean isOfThePlan(String line) {
        var pair = PAIR.matcher(line);
        return pair.matches() && PlanField.of(pair.group(1)).isPresent();
    }

    private void take(PlanTables.Outside outside) {
        var row = outside.row();
        var place = outside.place();
        var cells = new ArrayList<Integer>();
        for (var column = 1; column <= row.cells().size(); column++) {
            if (!row.cell(column).isEmpty()) {
                cells.add(column);
            }
        }
        if (cells.size() > 1 && takePairs(row, cells, place)) {
            return;
        }
        for (var column : cells) {
            takeText(row.cell(column).shown(), place.cell(row.number(), column), outside.titlesATable());
        }
    }

    /** {@code Owner | Quality manager | Version | 3}: a name in one cell, its value in the next. */
    private boolean takePairs(Row row, List<Integer> cells, CellPlace place) {
        var found = false;
        for (var index = 0; index + 1 < cells.size(); index++) {
            var field = PlanField.of(row.cell(cells.get(index)).shown());
            var value = cells.get(index + 1);
            if (field.isPresent()) {
                found = true;
                put(field.get(), new Value(row.cell(value), place.cell(row.number(), value)));
                index++;
            }
        }
        return found;
    }

    private void takeText(String text, CellPlace place, boolean titlesATable) {
        var pieces = Words.split(text, SEPARATORS);
        var taken = 0;
        for (var piece : pieces) {
            var pair = PAIR.matcher(piece);
            var field = pair.matches() ? PlanField.of(pair.group(1)) : Optional.<PlanField>empty();
            if (field.isPresent()) {
                put(field.get(), new Value(Cell.of(pair.group(2)), place));
                taken++;
            }
        }
        if (taken == 0 && !(titlesATable && values.containsKey(PlanField.TITLE))) {
            takeTitle(text.strip().replaceAll("\\s+", " "), place);
        }
    }

    /** The first line that says nothing else is the title. */
    private void takeTitle(String text, CellPlace place) {
        if (values.containsKey(PlanField.TITLE) || place.row() > TITLE_ROWS) {
            remarks.add(Remark.unused(place, "stands outside of the tables: " + Words.quoted(text)));
        } else {
            put(PlanField.TITLE, new Value(Cell.of(text), place));
        }
    }

    /** A line further down is a heading or a footnote. */
    private static final int TITLE_ROWS = 5;

    private void put(PlanField field, Value value) {
        if (values.putIfAbsent(field, value) == null) {
            remarks.add(Remark.understood(
                    value.place(),
                    "%s: %s"
                            .formatted(
                                    field.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    Words.quoted(value.text()))));
        } else {
            remarks.add(Remark.unused(
                    value.place(),
                    "says the %s again; the first one counts"
                            .formatted(field.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        }
    }
}
