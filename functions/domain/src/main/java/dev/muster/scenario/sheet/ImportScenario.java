package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Plan;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a scenario of a workbook that holds an MSEL. Every row becomes an inject, whatever is wrong with it; what cannot
 * be used is kept as a note and said. What Muster itself exported comes back as it was.
 */
public final class ImportScenario {

    /** Injects that a scenario may have. */
    private static final int MOST_INJECTS = 1_000;

    /**
     * What the user says besides the file.
     *
     * @param id the scenario's id
     * @param start the time of StartEx
     * @param kind the kind of crisis
     */
    public record Wishes(String id, Optional<LocalTime> start, Optional<CrisisKind> kind) {}

    private final String file;
    private final Plan plan;
    private final Wishes wishes;
    private final Report report = new Report();
    private final ObjectNode scenario = JsonNodeFactory.instance.objectNode();
    private final List<String> head = new ArrayList<>();
    private final Map<JsonNode, List<String>> comments = new IdentityHashMap<>();

    private ImportScenario(String file, Plan plan, Wishes wishes) {
        this.file = file;
        this.plan = plan;
        this.wishes = wishes;
    }

    /**
     * @param plan whose roles and steps the scenario uses
     * @throws UnusableWorkbook if no sheet holds a script
     */
    public static ImportedScenario of(Workbook workbook, Plan plan, Wishes wishes) {
        return new ImportScenario(workbook.file(), plan, wishes).imported(workbook);
    }

    /** An id out of a file's or folder's name. */
    public static String idFor(String name) {
        return Words.id(name).orElse("imported");
    }

    private ImportedScenario imported(Workbook workbook) {
        report.startWith(workbook.remarks());
        var sheets = OwnTables.unstacked(workbook);
        var own = OwnTables.in(sheets);
        var scripts = sheets.stream().filter(sheet -> !own.isOne(sheet)).toList();
        var rows = ScriptRows.in(file, scripts, own.areThere(), report);
        if (own.areThere()) {
            new OwnScenario(this, own).restore(rows);
        } else {
            new ForeignScenario(this).compose(rows);
        }
        return new ImportedScenario(scenario, head, comments, report.remarks());
    }

    Plan plan() {
        return plan;
    }

    Wishes wishes() {
        return wishes;
    }

    Report report() {
        return report;
    }

    /** The scenario as far as it is made. */
    ObjectNode scenario() {
        return scenario;
    }

    CellPlace place() {
        return CellPlace.ofFile(file);
    }

    String fileName() {
        return file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
    }

    /** A line at the top of the scenario's file. */
    void headline(String words) {
        head.add(words);
    }

    void putList(String key, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(scenario.putArray(key)::add);
        }
    }

    /**
     * The injects of the rows.
     *
     * @param times of the rows
     * @param customers ids of the scenario's simulated customers
     */
    List<ObjectNode> injects(ScriptRows rows, List<RowTime> times, Timeline timeline, Set<String> customers) {
        var making = new InjectRows(plan, customers, report);
        var injects = new ArrayList<ObjectNode>();
        for (var index : rows.indices()) {
            var row = rows.events().get(index);
            if (index >= MOST_INJECTS) {
                report.unused(
                        row.place(),
                        "a scenario has at most %,d injects; this row and what follows are left out"
                                .formatted(MOST_INJECTS));
                break;
            }
            var inject = making.inject(row, times.get(index), timeline.moments().get(index));
            if (!row.exact()) {
                comments.put(inject, comments(row));
            }
            injects.add(inject);
        }
        return injects;
    }

    private List<String> comments(ScriptRow row) {
        var sheet = row.table().sheet().name();
        var number = "row " + row.row().number();
        var lines = new ArrayList<>(List.of(sheet.isEmpty() ? number : sheet + ", " + number));
        lines.addAll(report.doubts(row.place()));
        return lines;
    }
}
