package dev.muster.scenario.sheet;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events of a script, out of all its sheets, and what else the sheets say.
 *
 * @param startEx the row that says when the drill starts, if one does
 * @param endEx the row that says when it ends
 */
record ScriptRows(
        List<ScriptRow> events,
        List<Table<MselColumn>> tables,
        TitleRows titles,
        Optional<ScriptRow> startEx,
        Optional<ScriptRow> endEx) {

    private static final List<String> START = List.of(
            "startex",
            "start ex",
            "start of exercise",
            "exercise start",
            "exercise starts",
            "exercise begins",
            "start exercise",
            "begin exercise",
            "übungsbeginn",
            "beginn der übung",
            "beginn übung");
    private static final List<String> END = List.of(
            "endex",
            "end ex",
            "end of exercise",
            "exercise end",
            "exercise ends",
            "end exercise",
            "übungsende",
            "ende der übung",
            "ende übung");

    private static final Pattern SUM = Pattern.compile("(?iu)(?:grand |sub)?(?:total|summe|gesamt|anzahl|count)\\b");

    /** A whole row that says no more than how many there are: {@code TOTAL INJECTS: 22}. */
    private static final Pattern BARE_SUM =
            Pattern.compile("(?iu)(?:grand |sub)?(?:total|summe|gesamt|anzahl|count)(?: number)?(?: (?:of|der|von))?"
                    + "(?: (?:injects?|events?|messages?|rows?|einlagen|ereignisse|meldungen))?\\s*[:=]?\\s*\\d*");

    private static final List<MselColumn> TIMES = List.of(MselColumn.TIME, MselColumn.DATE);
    private static final Pattern SLASHED = Pattern.compile("\\s*\\d{1,2}/\\d{1,2}\\b");

    /** A longer text says more than that the exercise starts or ends. */
    private static final int LONGEST_MARK = 60;

    /** @param sheets of the workbook, without those that hold something else of Muster's own */
    static ScriptRows in(String file, List<Sheet> sheets, boolean exact, Report report) {
        var tables = sheets.stream()
                .flatMap(sheet -> table(file, sheet, exact, report).stream())
                .toList();
        if (tables.isEmpty()) {
            throw new UnusableWorkbook(file, noScript(sheets));
        }
        var rows = tables.stream()
                .flatMap(table -> rows(file, table, exact, report).stream())
                .toList();
        var startEx = exact ? Optional.<ScriptRow>empty() : mark(rows, START);
        var endEx = exact ? Optional.<ScriptRow>empty() : mark(rows, END);
        var events = rows.stream()
                .filter(row ->
                        Stream.of(startEx, endEx).flatMap(Optional::stream).noneMatch(row::equals))
                .toList();
        return new ScriptRows(events, tables, titles(tables), startEx, endEx);
    }

    private static Optional<Table<MselColumn>> table(String file, Sheet sheet, boolean exact, Report report) {
        var place = CellPlace.ofSheet(file, sheet.name());
        var found = MselColumn.HEADINGS.find(sheet, MselColumn.FEWEST).filter(ScriptRows::isScript);
        if (found.isPresent() && sheet.hidden()) {
            report.unused(place, "the sheet is hidden, so it is passed over; show it if it belongs to the script");
            return Optional.empty();
        }
        if (found.isEmpty() && !sheet.rows().isEmpty()) {
            report.unused(place, "%s, so the sheet is passed over".formatted(whatIsMissing(sheet)));
        }
        found.ifPresent(table -> remark(place, table, exact, report));
        return found;
    }

    private static String noScript(List<Sheet> sheets) {
        var nearest = sheets.stream()
                .filter(sheet ->
                        MselColumn.HEADINGS.find(sheet, MselColumn.FEWEST).isPresent())
                .map(sheet -> "; on sheet %s, %s".formatted(Words.quoted(sheet.name()), whatIsMissing(sheet)))
                .collect(Collectors.joining());
        return "no sheet has a row of headings that Muster knows; name the columns, for example:"
                + " Event #, Event Time, Inject Mode, From, To, Inject Description, Expected Outcome" + nearest;
    }

    /** What keeps a sheet from being a script; of one that comes near, with the headings that Muster does not know. */
    private static String whatIsMissing(Sheet sheet) {
        return MselColumn.HEADINGS
                .find(sheet, MselColumn.FEWEST)
                .filter(table -> !isScript(table))
                .map(table -> "the headings in row %d name %s, but not %s; not known: %s"
                        .formatted(
                                table.header().number(),
                                table.columns().keySet().stream()
                                        .map(MselColumn::meaning)
                                        .collect(Collectors.joining(", ")),
                                tellsWhat(table) ? "when and to whom" : "what happens",
                                table.unknown().values().stream()
                                        .map(Words::quoted)
                                        .collect(Collectors.joining(", "))))
                .orElse("no row of headings names what happens, when and to whom");
    }

    private static boolean tellsWhat(Table<MselColumn> table) {
        return table.has(MselColumn.TEXT) || table.has(MselColumn.TITLE);
    }

    /** Lists of players and of telephone numbers have names and numbers, too. */
    private static boolean isScript(Table<MselColumn> table) {
        var when = Stream.of(MselColumn.TIME, MselColumn.ELAPSED, MselColumn.DATE, MselColumn.MAXIMUM)
                .anyMatch(table::has);
        var how = table.has(MselColumn.TO) && (table.has(MselColumn.FROM) || table.has(MselColumn.MODE));
        return tellsWhat(table) && (when || how);
    }

    private static void remark(CellPlace place, Table<MselColumn> table, boolean exact, Report report) {
        var header = table.header().number();
        table.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(column -> report.understood(
                        place.cell(header, column.getValue()),
                        "%s: %s"
                                .formatted(
                                        Words.quoted(table.headings().get(column.getKey())),
                                        column.getKey().meaning())));
        table.unknown().forEach((column, heading) -> {
            var filled = table.rows().stream().anyMatch(row -> !row.cell(column).isEmpty());
            if (filled && exact && Headings.isOfNote(heading)) {
                report.understood(place.cell(header, column), "%s: a note".formatted(Words.quoted(heading)));
            } else if (filled && !(exact && WorkedOut.Column.isHeading(heading))) {
                report.unused(
                        place.cell(header, column),
                        "%s: not known; kept as a note of each inject".formatted(Words.quoted(heading)));
            }
        });
    }

    private static List<ScriptRow> rows(String file, Table<MselColumn> table, boolean exact, Report report) {
        var rows = new ArrayList<ScriptRow>();
        var section = "";
        for (var row : table.rows()) {
            var event = new ScriptRow(file, table, row, exact, section);
            if (isSum(event)) {
                report.unused(event.place(), "a sum and no event: %s".formatted(Words.quoted(line(row))));
            } else if (isHeading(event)) {
                section = line(row);
                remarkHeading(event, section, report);
            } else {
                rows.add(event);
            }
        }
        return rows;
    }

    private static String line(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.shown().strip())
                .collect(Collectors.joining(" "));
    }

    private static void remarkHeading(ScriptRow heading, String words, Report report) {
        if (heading.row().equals(heading.table().rows().getLast())) {
            report.unused(heading.place(), "a line behind the last event, left out: %s".formatted(Words.quoted(words)));
        } else {
            report.understood(
                    heading.place(), "a heading: %s, kept as a note of what follows".formatted(Words.quoted(words)));
        }
    }

    /** A row that counts the others: where its number stands it says so, or it tells of nothing else. */
    private static boolean isSum(ScriptRow event) {
        var tellsNothing = !event.has(MselColumn.TEXT) && !event.has(MselColumn.TITLE);
        return !event.exact()
                && (tellsNothing && isSum(line(event.row()))
                        || isSum(event.text(MselColumn.NUMBER))
                        || BARE_SUM.matcher(line(event.row())).matches());
    }

    private static boolean isSum(String words) {
        return SUM.matcher(words).lookingAt();
    }

    /** One text across the row, and no event. */
    private static boolean isHeading(ScriptRow event) {
        var filled =
                event.row().cells().stream().filter(cell -> !cell.isEmpty()).toList();
        return !event.exact()
                && filled.size() == 1
                && filled.getFirst() instanceof Cell.Text
                && !event.has(MselColumn.TEXT)
                && !event.has(MselColumn.TITLE);
    }

    private static Optional<ScriptRow> mark(List<ScriptRow> rows, List<String> names) {
        return rows.stream().filter(row -> isMark(row, names)).findFirst();
    }

    private static boolean isMark(ScriptRow row, List<String> names) {
        var said = Stream.of(row.text(MselColumn.TITLE), row.text(MselColumn.TEXT), row.text(MselColumn.TYPE))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_MARK)
                .map(Words::plain)
                .toList();
        return said.stream().anyMatch(names::contains)
                && row.text(MselColumn.TEXT).length() <= LONGEST_MARK;
    }

    private static TitleRows titles(List<Table<MselColumn>> tables) {
        return TitleRows.of(
                tables.stream().flatMap(table -> table.above().stream()).toList());
    }

    /**
     * The times of the events, with those of the rows that mark start and end behind them.
     *
     * @param start the time of StartEx, if the user says it
     */
    List<RowTime> times(Optional<LocalTime> start, Report report) {
        var told = dayFirst();
        var dayFirst = told.orElseGet(this::nearestOrder);
        if (told.isEmpty()) {
            sayOrder(dayFirst, report);
        }
        return TimesOfRows.read(all(), start.or(titles::start), new TimeReader(dayFirst), report);
    }

    /** A script tells of days that lie close together: so the order of day and month that keeps them so. */
    private boolean nearestOrder() {
        var otherwise = !DateReader.USUALLY_DAY_FIRST;
        return apart(otherwise) < apart(DateReader.USUALLY_DAY_FIRST) ? otherwise : DateReader.USUALLY_DAY_FIRST;
    }

    /** How many days lie between one date and the next, all together. */
    private long apart(boolean dayFirst) {
        var reader = new TimeReader(dayFirst);
        var dates = all().stream()
                .flatMap(row -> TIMES.stream().map(row::cell))
                .flatMap(cell -> reader.date(cell).stream())
                .toList();
        return IntStream.range(1, dates.size())
                .mapToLong(index -> Math.abs(ChronoUnit.DAYS.between(dates.get(index - 1), dates.get(index))))
                .sum();
    }

    private List<ScriptRow> all() {
        return Stream.concat(events.stream(), Stream.of(startEx, endEx).flatMap(Optional::stream))
                .toList();
    }

    private Optional<Boolean> dayFirst() {
        return all().stream()
                .flatMap(row -> TIMES.stream().map(row::cell))
                .flatMap(cell -> text(cell).stream())
                .flatMap(text -> DateReader.tellsDayFirst(text).stream())
                .findFirst();
    }

    /** At the first cell whose date can be meant either way. */
    private void sayOrder(boolean dayFirst, Report report) {
        for (var row : all()) {
            for (var column : TIMES) {
                var slashed = text(row.cell(column))
                        .filter(text -> SLASHED.matcher(text).lookingAt());
                if (slashed.isPresent()) {
                    report.assumed(row.place(column), DateReader.assumedOrder(slashed.get(), dayFirst));
                    return;
                }
            }
        }
    }

    private static Optional<String> text(Cell cell) {
        return Optional.of(cell).filter(Cell.Text.class::isInstance).map(Cell::shown);
    }

    /** The time that the row which marks the start shows, or the title rows say. */
    Optional<LocalTime> start(List<RowTime> times) {
        return startEx.map(row -> times.get(events.size()))
                .filter(RowTime.Clock.class::isInstance)
                .map(time -> ((RowTime.Clock) time).time())
                .or(titles::start);
    }

    /** Where the row that marks the end stands among the times. */
    Optional<Integer> endIndex() {
        return endEx.map(row -> events.size() + (startEx.isPresent() ? 1 : 0));
    }

    List<Integer> indices() {
        return IntStream.range(0, events.size()).boxed().toList();
    }
}
