package dev.muster.scenario.sheet;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Inject;
import dev.muster.scenario.sheet.WorkedOut.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks whether somebody wrote into the columns of an exported script that are worked out from others. Nothing of that is
 * taken up, and the report says so at each cell.
 */
final class WorkedOutCheck {

    private static final TimeReader TIMES = new TimeReader(true);

    private final WorkedOut workedOut;
    private final Report report;

    private WorkedOutCheck(WorkedOut workedOut, Report report) {
        this.workedOut = workedOut;
        this.report = report;
    }

    /** @param workedOut of the scenario that was made of the rows */
    static void check(List<ScriptRow> rows, WorkedOut workedOut, Report report) {
        var check = new WorkedOutCheck(workedOut, report);
        var injects = workedOut.scenario().injects();
        for (var index = 0; index < injects.size(); index++) {
            check.check(rows.get(index), injects.get(index));
        }
    }

    private void check(ScriptRow row, Inject inject) {
        for (var column : Column.values()) {
            columnOf(row, column).ifPresent(number -> check(row, number, inject, column));
        }
    }

    private static Optional<Integer> columnOf(ScriptRow row, Column column) {
        var header = row.table().header();
        return IntStream.rangeClosed(1, header.cells().size())
                .filter(number -> header.cell(number).shown().strip().equals(column.heading()))
                .boxed()
                .findFirst();
    }

    private void check(ScriptRow row, int number, Inject inject, Column column) {
        var written = row.row().cell(number);
        if (column == Column.SCENARIO_TIME) {
            planned(row, inject)
                    .map(workedOut::scenarioTime)
                    .filter(time -> !written.isEmpty() && !isSameTime(written, Cell.of(time)))
                    .ifPresent(time -> compare(place(row, number), column, lines(written), List.of(time)));
        } else if (!written.isEmpty()) {
            var expected = Cell.of(workedOut.of(inject, column));
            compare(place(row, number), column, lines(written), lines(expected));
        }
    }

    private static CellPlace place(ScriptRow row, int number) {
        return row.place().cell(row.row().number(), number);
    }

    /** What became ready to fire had a time in its row; where the row says none, the scenario's own is read itself. */
    private static Optional<Duration> planned(ScriptRow row, Inject inject) {
        return inject.release()
                .planned()
                .or(() -> TIMES.read(row.lapse(MselColumn.ELAPSED), true) instanceof RowTime.Elapsed elapsed
                        ? Optional.of(elapsed.since())
                        : Optional.empty());
    }

    private static boolean isSameTime(Cell one, Cell other) {
        return TIMES.read(one, false).equals(TIMES.read(other, false));
    }

    private static List<String> lines(Cell cell) {
        return cell.shown()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void compare(CellPlace place, Column column, List<String> written, List<String> expected) {
        var more = without(written, expected);
        var lacking = without(expected, written);
        if (!more.isEmpty() || !lacking.isEmpty()) {
            report.unused(
                    place,
                    "\"%s\" %s; such a change is not taken up, change %s"
                            .formatted(column.heading(), difference(more, lacking), column.source()));
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        var rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return rest;
    }

    private static String difference(List<String> more, List<String> lacking) {
        if (more.isEmpty()) {
            return "lacks %s, which is worked out".formatted(quoted(lacking));
        }
        return "says %s where %s is worked out"
                .formatted(quoted(more), lacking.isEmpty() ? "nothing" : quoted(lacking));
    }

    private static String quoted(List<String> lines) {
        return lines.stream().map(Words::quoted).collect(joining(", "));
    }
}
