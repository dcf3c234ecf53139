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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Shorter ones stand within words that have nothing to do with them. */
    private static final int LONG_HINT = 6;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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
                Set.of(
                        "contact",
                        "kontakt",
                        "authorit",
                        "behoerd",
                        "directory",
                        "phone",
                        "telefon",
                        "rufnummer",
                        "extern",
                        "erreichbar",
                        "partner",
                        "supplier",
                        "stakeholder",
                        "dienstleister",
                        "lieferant"),
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
            return Stream.of(BETWEEN_WORDS.split(Stems.plain(title)))
                    .anyMatch(word -> hints.stream().anyMatch(hint -> isHint(word, hint)));
        }

        /** Languages that write compounds in one word have what matters at the end: Notfallkontakte. */
        private static boolean isHint(String word, String hint) {
            return word.startsWith(hint) || hint.length() >= LONG_HINT && word.contains(hint);
        }

        /** Those that fit best, several if they fit equally well. */
        static List<Kind> of(Row row, String title) {
            var scores = new TreeMap<Integer, List<Kind>>();
            for (var kind : values()) {
                scores.computeIfAbsent(kind.score(row, title), score -> new ArrayList<>())
                        .add(kind);
            }
            return scores.lastKey() == 0 ? List.of() : scores.lastEntry().getValue();
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

    /** Lists of people of which only the other tables tell whether they are the team or whom it calls. */
    private final List<PeopleList> doubtful = new ArrayList<>();

    /**
     * A list of names with functions and telephone numbers.
     *
     * @param headings their place
     */
    private record PeopleList(Sheet part, List<Row> title, CellPlace headings) {}

    private PlanTables() {}

    /**
     * @param isRole whether words are like a role of a crisis team
     * @param remarks takes what was understood
     */
    static PlanTables in(Workbook workbook, Predicate<String> isRole, List<Remark> remarks) {
        var tables = new PlanTables();
        for (var sheet : workbook.sheets()) {
            if (sheet.hidden()) {
                remarks.add(Remark.unused(workbook.place(sheet), "hidden; show the sheet if it belongs to the plan"));
            } else {
                tables.read(sheet, workbook.place(sheet), remarks);
            }
        }
        tables.doubtful.forEach(list -> tables.add(list, isRole, remarks));
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

    /** Whom the steps name, as they name them, in their order. */
    List<String> owners() {
        return steps.stream()
                .flatMap(table -> table.rows().stream().map(row -> table.shown(row, StepColumn.OWNER)))
                .toList();
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
            var headings = place.row(rows.get(start.header()).number());
            if (start.kinds().equals(List.of(Kind.ROLES, Kind.CONTACTS))) {
                doubtful.add(new PeopleList(part, title, headings));
            } else {
                var kind = start.kinds().getFirst();
                remarks.add(Remark.understood(headings, headingsOf(kind, title)));
                add(kind, part, title);
            }
        }
    }

    private static String headingsOf(Kind kind, List<Row> title) {
        return "headings of %s%s"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT),
                        title.isEmpty() ? "" : ", under " + Words.quoted(words(title)));
    }

    private void add(PeopleList list, Predicate<String> isRole, List<Remark> remarks) {
        var isTeam = isTeam(list.part(), isRole);
        var kind = isTeam ? Kind.ROLES : Kind.CONTACTS;
        remarks.add(Remark.assumed(
                list.headings(),
                headingsOf(kind, list.title())
                        + (isTeam
                                ? ": most of its functions are those of a crisis team; title it Contacts if it is none"
                                : ": few of its functions are those of a crisis team; title it Roles if it is one")));
        add(kind, list.part(), list.title());
    }

    /** Whether most who are listed have a function that a step or the default plan gives to somebody. */
    private boolean isTeam(Sheet part, Predicate<String> isRole) {
        var owners = owners().stream().map(Words::plain).collect(Collectors.toSet());
        var functions =
                RoleColumn.HEADINGS
                        .find(new Sheet(part.name(), false, List.of(part.rows().getFirst())), FEWEST_HEADINGS)
                        .stream()
                        .flatMap(table -> part.rows().stream().skip(1).map(row -> table.shown(row, RoleColumn.NAME)))
                        .filter(function -> !Words.isBlank(function))
                        .toList();
        var known = functions.stream()
                .filter(function -> owners.contains(Words.plain(function)) || isRole.test(function))
                .count();
        return 2 * known > functions.size();
    }

    /**
     * Where a table begins.
     *
     * @param kinds what it can be about
     * @param from the index of the first line of its title
     * @param header the index of its headings
     */
    private record Start(List<Kind> kinds, int from, int header) {}

    private static List<Start> starts(String sheet, List<Row> rows) {
        var starts = new ArrayList<Start>();
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            var from = titleFrom(
                    rows, index, starts.isEmpty() ? 0 : starts.getLast().header() + 1);
            var title = sheet + " " + words(rows.subList(from, index));
            var isRepeated = !starts.isEmpty()
                    && rows.get(starts.getLast().header()).cells().equals(row.cells());
            var kinds = Kind.of(row, title);
            if (!kinds.isEmpty()
                    && !(isRepeated && kinds.equals(starts.getLast().kinds()))) {
                starts.add(new Start(kinds, from, index));
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
