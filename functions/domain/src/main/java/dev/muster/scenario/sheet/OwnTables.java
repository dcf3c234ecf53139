package dev.muster.scenario.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sheets that Muster's own export has besides the script. In a CSV file, which has one sheet only, they stand below
 * each other, each under a row with its name alone.
 */
final class OwnTables {

    static final String MSEL = "MSEL";
    static final String SCENARIO = "Scenario";
    static final String OBJECTIVES = "Objectives";
    static final String CUSTOMERS = "Customers";
    static final String VARIABLES = "Variables";

    static final List<String> NAMES = List.of(MSEL, SCENARIO, OBJECTIVES, CUSTOMERS, VARIABLES);

    /** The columns of all of them. */
    enum Column {
        FIELD("Field"),
        VALUE("Value"),
        ID("ID"),
        NAME("Name"),
        TITLE("Title"),
        STEPS("Plan Steps"),
        CONTACT("Contact"),
        ABOUT("About"),
        DEFAULT("Default"),
        DESCRIPTION("Description");

        private static final Headings<Column> HEADINGS =
                Headings.of(Column.class, column -> List.of(Words.plain(column.heading)));

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    private final Map<String, Table<Column>> tables;

    private OwnTables(Map<String, Table<Column>> tables) {
        this.tables = tables;
    }

    /** @param sheets after {@link #unstacked} */
    static OwnTables in(List<Sheet> sheets) {
        var tables = new TreeMap<String, Table<Column>>();
        sheets.stream()
                .filter(sheet -> NAMES.contains(sheet.name()))
                .forEach(sheet -> Column.HEADINGS.find(sheet, 2).ifPresent(table -> tables.put(sheet.name(), table)));
        return new OwnTables(tables);
    }

    /** Whether the workbook is one of Muster's own: then words are taken to the letter. */
    boolean areThere() {
        return tables.containsKey(SCENARIO)
                && tables.get(SCENARIO).has(Column.FIELD)
                && tables.get(SCENARIO).has(Column.VALUE);
    }

    Optional<Table<Column>> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    boolean isOne(Sheet sheet) {
        return areThere() && !sheet.name().equals(MSEL) && tables.containsKey(sheet.name());
    }

    /** What the scenario's sheet says, by field; a field that comes several times is a list. */
    Map<String, List<String>> scenario() {
        return table(SCENARIO).stream()
                .flatMap(table -> table.rows().stream()
                        .map(row -> Map.entry(table.shown(row, Column.FIELD).strip(), table.shown(row, Column.VALUE))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The workbook with each of the tables that stand below each other in a sheet of its own. */
    static List<Sheet> unstacked(Workbook workbook) {
        if (workbook.sheets().size() != 1
                || workbook.sheets().getFirst().rows().stream().noneMatch(row -> isName(row, SCENARIO))) {
            return workbook.sheets();
        }
        var sheets = new ArrayList<Sheet>();
        var name = "";
        var rows = new ArrayList<Row>();
        for (var row : workbook.sheets().getFirst().rows()) {
            var next = NAMES.stream().filter(it -> isName(row, it)).findFirst();
            if (next.isPresent()) {
                sheets.add(new Sheet(name, false, rows));
                name = next.get();
                rows = new ArrayList<>();
            } else {
                rows.add(row);
            }
        }
        sheets.add(new Sheet(name, false, rows));
        return sheets.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
    }

    private static boolean isName(Row row, String name) {
        return row.cell(1).shown().equals(name) && row.cells().stream().skip(1).allMatch(Cell::isEmpty);
    }
}
