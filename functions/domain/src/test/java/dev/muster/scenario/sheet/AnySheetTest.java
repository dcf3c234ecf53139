package dev.muster.scenario.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the rows of a script: each is an inject, and the scenario validates. */
class AnySheetTest {

    private static final Library LIBRARY =
            Library.at(Path.of(System.getProperty("muster.root")).resolve("scenarios"));

    private static final List<String> HEADINGS = List.of(
            "Event #",
            "Event Time",
            "Event Type",
            "Inject Mode",
            "From",
            "To",
            "Title",
            "Inject Description",
            "Expected Outcome",
            "Objectives",
            "Learning Points",
            "Responsible Controller",
            "Maximum (minutes)",
            "Notes",
            "Condition",
            "Options",
            "Attachments",
            "Fault Status",
            "Time Jump",
            "Simulated Customer",
            "Inject ID",
            "Plan Steps",
            "Room");

    @Property(tries = 150)
    void everyRowIsAnInjectOfAValidScenario(@ForAll("rows") List<List<String>> rows) throws IOException {
        var imported = ImportScenario.of(
                workbook(rows), LIBRARY.defaultPlan(), new Wishes("any-sheet", Optional.empty(), Optional.empty()));

        assertThat(imported.scenario().injects()).hasSameSizeAs(rows);
        var yaml = imported.yaml("scenario.schema.json");
        assertThat(ScenarioFormat.read(YamlWriter.read(yaml))).isEqualTo(imported.scenario());
        assertThat(errors(yaml)).isEmpty();
    }

    /** The first cell keeps a row from being empty, and from being a heading. */
    private static Workbook workbook(List<List<String>> cells) {
        var rows = new ArrayList<>(
                List.of(new Row(1, HEADINGS.stream().map(Cell::of).toList())));
        for (var row : cells) {
            var written = new ArrayList<Cell>(row.stream().map(Cell::of).toList());
            written.set(0, new Cell.Flag(true));
            rows.add(new Row(rows.size() + 1, written));
        }
        return new Workbook("any.xlsx", List.of(new Sheet("MSEL", false, rows)), List.of());
    }

    private static List<Problem> errors(String yaml) throws IOException {
        var file = Files.createTempFile("any-sheet", ".yaml");
        try {
            Files.writeString(file, yaml);
            return Validation.validate(List.of(file), LIBRARY).stream()
                    .filter(Problem::isError)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var words = Arbitraries.of(
                "",
                "",
                " ",
                "\u00A0",
                "09:05",
                "D+1 H+2",
                "T+5",
                "10",
                "0905",
                "TBD",
                "-3",
                "2026-02-31 25:00",
                "99999999 h",
                "Contingency",
                "Ad hoc",
                "Expected action",
                "Phone",
                "Smoke signals",
                "All",
                "communications; Legal and privacy",
                "Mayor / HQ",
                "holding-statement",
                "review",
                "decide-remedy",
                "{{company}} and {{",
                "unless: {step-done: holding-statement}",
                "unless: {nothing: at all}",
                "when: [",
                "after: {acknowledged: nobody}",
                "[{id: a}]",
                "[]",
                "[{file: ../../etc/passwd, title: x}]",
                "victim",
                "P3D",
                "🏴‍☠️ שלום",
                "佐藤",
                "x".repeat(500),
                "word ".repeat(3_000),
                "- a: b # c",
                "\u0000\u0007",
                "two\r\nlines\t");
        return words.list().ofSize(HEADINGS.size()).list().ofMinSize(1).ofMaxSize(6);
    }
}
