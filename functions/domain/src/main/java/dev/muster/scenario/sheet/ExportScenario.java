package dev.muster.scenario.sheet;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.io.InjectFormat;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.ExportedWorkbook.Layout;
import dev.muster.scenario.sheet.OwnTables.Column;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Writes a scenario as an MSEL in the field's words, with what the plan expects and empty columns for the evaluator, and
 * everything else that the scenario says on further sheets, so that importing it gives the same scenario.
 */
public final class ExportScenario {

    private static final String OBSERVED = "Evaluator: Observed";

    /** More different notes than these do not get columns of their own. */
    private static final int MOST_NOTES = 100;

    private static final int HEADER_OF_MSEL = 3;

    /** Fields of an inject that have columns, or are said by them. */
    private static final Set<String> WITH_COLUMNS = Set.of(
            "id",
            "title",
            "at",
            "unless",
            "when",
            "after",
            "delay",
            "ready",
            "channel",
            "customer",
            "from",
            "to",
            "text",
            "attachments",
            "expects",
            "acknowledge",
            "options",
            "fault",
            "jump",
            "outcome",
            "learning",
            "controller",
            "notes");

    private static final Set<String> WITH_SHEETS = Set.of("objectives", "customers", "variables", "injects");

    private final Scenario scenario;
    private final Plan plan;
    private final WorkedOut workedOut;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, BiFunction<Inject, ObjectNode, Cell>> columns = new LinkedHashMap<>();

    private ExportScenario(Scenario scenario, Plan plan) {
        this.scenario = scenario;
        this.plan = plan;
        this.workedOut = new WorkedOut(scenario, plan, ScenarioClock.of(scenario));
        scenario.injects()
                .forEach(inject -> notes.addAll(inject.guidance().notes().keySet()));
        putColumns();
    }

    /** @param plan names the steps and roles */
    public static ExportedWorkbook of(Scenario scenario, Plan plan) {
        return new ExportScenario(scenario, plan).exported();
    }

    private ExportedWorkbook exported() {
        var sheets = List.of(msel(), fields(), objectives(), customers(), variables());
        var layouts = new LinkedHashMap<String, Layout>();
        sheets.forEach(sheet -> layouts.put(sheet.name(), new Layout(1, sheet.width())));
        layouts.put(OwnTables.MSEL, new Layout(HEADER_OF_MSEL, columnsOnPaper()));
        return new ExportedWorkbook(new Workbook("", sheets, List.of()), "EXERCISE – " + scenario.title(), layouts);
    }

    /** Up to where the evaluator writes, and the number before them all. */
    private int columnsOnPaper() {
        return 2 + List.copyOf(columns.keySet()).indexOf(OBSERVED);
    }

    // ---------------------------------------------------------------- the script

    private void putColumns() {
        columns.put("Time After StartEx", (inject, json) -> lapse(json.path("at")));
        if (workedOut.clock().isPresent()) {
            putWorkedOut(WorkedOut.Column.SCENARIO_TIME);
        }
        columns.put("Inject Type", (inject, json) -> Cell.of(type(inject.release())));
        columns.put(
                "Delivery Method", (inject, json) -> Cell.of(inject.channel().label()));
        columns.put("From", (inject, json) -> Cell.of(inject.from()));
        columns.put("To", (inject, json) -> Cell.of(recipients(inject)));
        columns.put("Title", (inject, json) -> Cell.of(inject.title()));
        columns.put("Inject Description", (inject, json) -> Cell.of(inject.text()));
        columns.put(
                "Expected Outcome", (inject, json) -> Cell.of(inject.guidance().outcome()));
        putWorkedOut(WorkedOut.Column.EXPECTED_ACTIONS);
        columns.put("Evaluator: Observed At", (inject, json) -> Cell.EMPTY);
        columns.put(OBSERVED, (inject, json) -> Cell.EMPTY);
        putWorkedOut(WorkedOut.Column.OBJECTIVES);
        columns.put(
                "Responsible Controller",
                (inject, json) -> Cell.of(inject.guidance().controller()));
        columns.put(
                "Learning Points", (inject, json) -> Cell.of(inject.guidance().learning()));
        columns.put("Plan Steps", (inject, json) -> Cell.of(String.join(", ", inject.expects())));
        columns.put("Condition", (inject, json) -> Cell.of(condition(inject.release(), json)));
        columns.put("Delay", (inject, json) -> lapse(json.path("delay")));
        columns.put("Acknowledge Within", (inject, json) -> lapse(json.path("acknowledge")));
        columns.put("Options", (inject, json) -> flow(json.path("options")));
        columns.put("Attachments", (inject, json) -> flow(json.path("attachments")));
        columns.put("Fault Status", (inject, json) -> Cell.of(json.path("fault").asText()));
        columns.put("Time Jump", (inject, json) -> lapse(json.path("jump")));
        columns.put(
                "Simulated Customer",
                (inject, json) -> Cell.of(json.path("customer").asText()));
        columns.put("Inject ID", (inject, json) -> Cell.of(inject.id()));
        if (notes.size() <= MOST_NOTES) {
            notes.forEach(name -> columns.put(
                    Headings.ofNote(name),
                    (inject, json) -> Cell.of(inject.guidance().notes().getOrDefault(name, ""))));
        }
        columns.put("Further Fields", (inject, json) -> flow(further(json)));
    }

    private void putWorkedOut(WorkedOut.Column column) {
        columns.put(column.heading(), (inject, json) -> Cell.of(workedOut.of(inject, column)));
    }

    private Sheet msel() {
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                1, List.of(Cell.of("EXERCISE – %s – master scenario events list".formatted(scenario.title())))));
        rows.add(new Row(
                2, List.of(Cell.of("EXERCISE. For trainers and evaluators only: responders never see this list."))));
        var header = new ArrayList<Cell>(List.of(Cell.of("No.")));
        columns.keySet().forEach(heading -> header.add(Cell.of(heading)));
        rows.add(new Row(HEADER_OF_MSEL, header));
        for (var index = 0; index < scenario.injects().size(); index++) {
            rows.add(new Row(
                    HEADER_OF_MSEL + 1 + index,
                    cells(index + 1, scenario.injects().get(index))));
        }
        return new Sheet(OwnTables.MSEL, false, withoutEmptyColumn(rows));
    }

    private List<Cell> cells(int number, Inject inject) {
        var json = InjectFormat.write(inject);
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Number(BigDecimal.valueOf(number), String.valueOf(number)));
        columns.values().forEach(column -> cells.add(column.apply(inject, json)));
        return cells;
    }

    /** The last column, if nothing needs it. */
    private static List<Row> withoutEmptyColumn(List<Row> rows) {
        var last = rows.get(HEADER_OF_MSEL - 1).cells().size();
        var empty = rows.stream().skip(HEADER_OF_MSEL).allMatch(row -> row.cell(last)
                .isEmpty());
        return empty
                ? rows.stream()
                        .map(row -> new Row(
                                row.number(),
                                row.cells()
                                        .subList(
                                                0,
                                                Math.min(last - 1, row.cells().size()))))
                        .toList()
                : rows;
    }

    private static String type(Release release) {
        return switch (release) {
            case Release.Scripted scripted -> "Scripted";
            case Release.Contingency contingency -> "Contingency";
            case Release.Reactive reactive -> "Reactive";
            case Release.Ready ready -> "Ready to fire";
        };
    }

    private static String condition(Release release, ObjectNode json) {
        if (release instanceof Release.Ready ready) {
            return ready.hint();
        }
        return Stream.of("unless", "when", "after")
                .filter(json::has)
                .map(key -> "%s: %s".formatted(key, YamlWriter.flow(json.get(key))))
                .findFirst()
                .orElse("");
    }

    /** By their names where these lead back to them, otherwise by their ids. */
    private String recipients(Inject inject) {
        var names = inject.to().stream()
                .map(id -> plan.role(id).map(Role::name).orElse(id))
                .collect(joining("\n"));
        var found = new RoleWords(plan).recipients(names);
        return List.copyOf(found.roles()).equals(inject.to()) && found.unknown().isEmpty()
                ? names
                : String.join(", ", inject.to());
    }

    private ObjectNode further(ObjectNode json) {
        var further = JsonNodeFactory.instance.objectNode();
        json.properties().stream()
                .filter(property -> !WITH_COLUMNS.contains(property.getKey()))
                .forEach(property -> further.set(property.getKey(), property.getValue()));
        if (notes.size() > MOST_NOTES && json.has("notes")) {
            further.set("notes", json.get("notes"));
        }
        return further;
    }

    // ---------------------------------------------------------------- the rest

    private Sheet fields() {
        var rows = new ArrayList<List<Cell>>();
        ScenarioFormat.write(scenario).properties().stream()
                .filter(property -> !WITH_SHEETS.contains(property.getKey()))
                .forEach(property -> values(property.getValue())
                        .forEach(value -> rows.add(List.of(Cell.of(property.getKey()), Cell.of(value)))));
        return sheet(OwnTables.SCENARIO, List.of(Column.FIELD, Column.VALUE), rows);
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? Words.texts(value) : List.of(value.asText());
    }

    private Sheet objectives() {
        return sheet(
                OwnTables.OBJECTIVES,
                List.of(Column.ID, Column.TITLE, Column.STEPS),
                scenario.objectives().stream()
                        .map(it -> cells(it.id(), it.title(), String.join(", ", it.steps())))
                        .toList());
    }

    private Sheet customers() {
        return sheet(
                OwnTables.CUSTOMERS,
                List.of(Column.ID, Column.NAME, Column.CONTACT, Column.ABOUT),
                scenario.customers().stream()
                        .map(it -> cells(it.id(), it.name(), it.contact(), it.about()))
                        .toList());
    }

    private Sheet variables() {
        return sheet(
                OwnTables.VARIABLES,
                List.of(Column.NAME, Column.DEFAULT, Column.DESCRIPTION),
                scenario.variables().stream()
                        .map(it -> cells(it.name(), it.value(), it.description()))
                        .toList());
    }

    private static List<Cell> cells(String... texts) {
        return Stream.of(texts).map(Cell::of).toList();
    }

    private static Sheet sheet(String name, List<Column> header, List<List<Cell>> cells) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                1, header.stream().map(column -> Cell.of(column.heading())).toList()));
        cells.forEach(row -> rows.add(new Row(rows.size() + 1, row)));
        return new Sheet(name, false, rows);
    }

    /** Parts of a second are written as ISO 8601 does: spreadsheets round them. */
    private static Cell lapse(JsonNode written) {
        if (written.isMissingNode()) {
            return Cell.EMPTY;
        }
        var length = Duration.parse(written.textValue());
        return length.getNano() == 0 ? new Cell.Span(length) : new Cell.Text(length.toString());
    }

    private static Cell flow(JsonNode value) {
        return value.isMissingNode() || value.isEmpty() ? Cell.EMPTY : new Cell.Text(YamlWriter.flow(value));
    }
}
