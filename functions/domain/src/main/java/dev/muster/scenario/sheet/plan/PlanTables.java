package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Headings;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Sheet;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import dev.muster.scenario.sheet.Workbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The tables of a plan, wherever they stand: each on a sheet of its own, or below each other on one. A table begins with a
 * row of headings and goes on to the next; the lines right above are its title.
 */
final class PlanTables {

    private static final int FEWEST_HEADINGS = 2;

    /** As many lines as make a title. */
    private static final int TITLE_LINES = 2;

    /** What a sheet or a title with such words in it is worth, in headings. */
    private static final int HINT = 2;

    /** What a table can be about; where two fit equally well, the first counts. */
    private enum Kind {
        STEPS(
                StepColumn.HEADINGS,
                Set.of("step", "action", "checklist", "task", "measure", "massnahm", "schritt", "aufgab", "ablauf"),
                found -> found.contains(StepColumn.TITLE)),
        ROLES(
                RoleColumn.HEADINGS,
                Set.of("role", "team", "member", "roll", "krisenstab", "krisenteam", "organ"),
                found -> found.contains(RoleColumn.NAME) || found.contains(RoleColumn.DEPUTY)),
        CONTACTS(
                ContactColumn.HEADINGS,
                Set.of("contact", "kontakt", "authorit", "behoerd", "directory", "phone", "telefon", "extern"),
                found -> found.contains(ContactColumn.NAME) || found.contains(ContactColumn.PERSON)),
        TEMPLATES(
                TemplateColumn.HEADINGS,
                Set.of("templat", "messag", "statement", "vorlag", "text", "textbaustein"),
                found -> found.contains(TemplateColumn.TEXT)),
        CADENCE(
                CadenceColumn.HEADINGS,
                Set.of("cadenc", "update", "frequenc", "rhythm", "takt"),
                found -> found.contains(CadenceColumn.EVERY) && found.contains(CadenceColumn.AUDIENCE));

        private final Headings<?> headings;
        private final Set<String> hints;
        private final Predicate<Set<?>> demanded;

        Kind(Headings<?> headings, Set<String> hints, Predicate<Set<?>> demanded) {
            this.headings = headings;
            this.hints = hints;
            this.demanded = demanded;
        }

        /** How many headings of the row are this kind's; 0 if it is no header of one. */
        int score(Row row, String title) {
            var found = headings.find(new Sheet("", false, List.of(row)), FEWEST_HEADINGS)
                    .map(Table::columns)
                    .map(Map::keySet);
            var filled = row.cells().stream().filter(cell -> !cell.isEmpty()).count();
            if (found.isEmpty()
                    || !demanded.test(found.get())
                    || 2L * found.get().size() < filled) {
                return 0;
            }
            return found.get().size() + (isHinted(title) ? HINT : 0);
        }

        private boolean isHinted(String title) {
            return Stems.of(title).stream().anyMatch(word -> hints.stream().anyMatch(word::startsWith));
        }

        static Optional<Kind> of(Row row, String title) {
            return List.of(values()).stream()
                    .filter(kind -> kind.score(row, title) > 0)
                    .max(Comparator.comparingInt((Kind kind) -> kind.score(row, title))
                            .thenComparing(
                                    Comparator.comparingInt(Kind::ordinal).reversed()));
        }
    }

    private final List<Table<StepColumn>> steps = new ArrayList<>();
    private final List<Table<RoleColumn>> roles = new ArrayList<>();
    private final List<Table<ContactColumn>> contacts = new ArrayList<>();
    private final List<Table<TemplateColumn>> templates = new ArrayList<>();
    private final List<Table<CadenceColumn>> cadences = new ArrayList<>();

    /** Rows of no table: titles, and what is said of the plan as a whole. */
    private final List<Outside> outside = new ArrayList<>();

    /**
     * A row of no table, with its place.
     *
     * @param titlesATable whether it stands right above the headings of a table
     */
    record Outside(Row row, CellPlace place, boolean titlesATable) {}

    private PlanTables() {}

    static PlanTables in(Workbook workbook, List<Remark> remarks) {
        var tables = new PlanTables();
        for (var sheet : workbook.sheets()) {
            if (sheet.hidden()) {
                remarks.add(Remark.unused(workbook.place(sheet), "hidden; show the sheet if it belongs to the plan"));
            } else {
                tables.read(sheet, workbook.place(sheet), remarks);
            }
        }
        return tables;
    }

    List<Table<StepColumn>> steps() {
        return steps;
    }

    List<Table<RoleColumn>> roles() {
        return roles;
    }

    List<Table<ContactColumn>> contacts() {
        return contacts;
    }

    List<Table<TemplateColumn>> templates() {
        return templates;
    }

    List<Table<CadenceColumn>> cadences() {
        return cadences;
    }

    List<Outside> outside() {
        return outside;
    }

    private void read(Sheet sheet, CellPlace place, List<Remark> remarks) {
        var rows = sheet.rows().stream().filter(row -> !row.isEmpty()).toList();
        var starts = starts(sheet.name(), rows);
        var first = starts.isEmpty() ? rows.size() : starts.getFirst().from();
        rows.subList(0, first).forEach(row -> outside.add(new Outside(row, place.row(row.number()), false)));
        for (var index = 0; index < starts.size(); index++) {
            var start = starts.get(index);
            var end = index + 1 < starts.size() ? starts.get(index + 1).from() : rows.size();
            var title = rows.subList(start.from(), start.header());
            title.forEach(row -> outside.add(new Outside(row, place.row(row.number()), true)));
            var part = new Sheet(sheet.name(), false, rows.subList(start.header(), end));
            remarks.add(Remark.understood(
                    place.row(rows.get(start.header()).number()),
                    "headings of %s%s"
                            .formatted(
                                    start.kind().name().toLowerCase(Locale.ROOT),
                                    title.isEmpty() ? "" : ", under " + Words.quoted(words(title)))));
            add(start.kind(), part, title);
        }
    }

    /**
     * Where a table begins.
     *
     * @param from the index of the first line of its title
     * @param header the index of its headings
     */
    private record Start(Kind kind, int from, int header) {}

    private static List<Start> starts(String sheet, List<Row> rows) {
        var starts = new ArrayList<Start>();
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            var from = titleFrom(
                    rows, index, starts.isEmpty() ? 0 : starts.getLast().header() + 1);
            var title = sheet + " " + words(rows.subList(from, index));
            var isRepeated = !starts.isEmpty()
                    && rows.get(starts.getLast().header()).cells().equals(row.cells());
            var header = index;
            if (!isRepeated) {
                Kind.of(row, title).ifPresent(kind -> starts.add(new Start(kind, from, header)));
            }
        }
        return starts;
    }

    /** The first of the lines right above that have one cell only. */
    private static int titleFrom(List<Row> rows, int header, int earliest) {
        var from = header;
        while (from > earliest
                && header - from < TITLE_LINES
                && isLine(rows.get(from - 1))
                && isNear(rows, from, header)) {
            from--;
        }
        return from;
    }

    /** One empty row may stand between a title and the headings, none within the title. */
    private static boolean isNear(List<Row> rows, int from, int header) {
        var gap = rows.get(from).number() - rows.get(from - 1).number();
        return gap <= (from == header ? 2 : 1);
    }

    private static boolean isLine(Row row) {
        return row.cells().stream().filter(cell -> !cell.isEmpty()).count() == 1;
    }

    private static String words(List<Row> lines) {
        return String.join(
                " ",
                lines.stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> !cell.isEmpty())
                        .map(Cell::shown)
                        .toList());
    }

    private void add(Kind kind, Sheet part, List<Row> title) {
        switch (kind) {
            case STEPS -> add(StepColumn.HEADINGS, part, title, steps);
            case ROLES -> add(RoleColumn.HEADINGS, part, title, roles);
            case CONTACTS -> add(ContactColumn.HEADINGS, part, title, contacts);
            case TEMPLATES -> add(TemplateColumn.HEADINGS, part, title, templates);
            case CADENCE -> add(CadenceColumn.HEADINGS, part, title, cadences);
        }
    }

    private static <F extends Enum<F>> void add(
            Headings<F> headings, Sheet part, List<Row> title, List<Table<F>> tables) {
        var header = part.rows().getFirst();
        headings.find(new Sheet(part.name(), false, List.of(header)), FEWEST_HEADINGS)
                .map(table -> new Table<>(
                        part,
                        header,
                        table.columns(),
                        table.headings(),
                        unknown(table.unknown(), header, part.width()),
                        title,
                        part.rows().stream()
                                .skip(1)
                                .filter(row -> !row.cells().equals(header.cells()))
                                .toList()))
                .ifPresent(tables::add);
    }

    /** Notes often stand in columns to the right that nobody gave a heading. */
    private static Map<Integer, String> unknown(Map<Integer, String> headed, Row header, int width) {
        var unknown = new TreeMap<>(headed);
        IntStream.rangeClosed(header.cells().size() + 1, width)
                .forEach(column -> unknown.put(column, "Column " + CellPlace.letters(column)));
        return unknown;
    }
}
