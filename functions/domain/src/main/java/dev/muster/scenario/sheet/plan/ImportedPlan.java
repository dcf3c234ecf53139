package dev.muster.scenario.sheet.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.PlanFormat;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.Remark;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that was read out of a spreadsheet.
 *
 * @param doubts what was assumed or left at each step, by its id
 * @param remarks the report: what was understood, assumed and left, row by row
 */
public record ImportedPlan(Plan plan, Map<String, List<String>> doubts, List<Remark> remarks) {

    public ImportedPlan {
        doubts = Map.copyOf(doubts);
        remarks = List.copyOf(remarks);
    }

    /**
     * The file on which a person goes on.
     *
     * @param schema where editors find the schema, as seen from the file
     */
    public String yaml(String schema) {
        var document = PlanFormat.write(plan);
        var comments = new IdentityHashMap<JsonNode, List<String>>();
        document.path("steps").forEach(step -> {
            var lines = doubts.getOrDefault(step.path("id").asText(), List.of());
            if (!lines.isEmpty()) {
                comments.put(step, lines);
            }
        });
        var head = new ArrayList<>(List.of("yaml-language-server: $schema=" + schema, ""));
        head.add(
                "Made from a spreadsheet. Above each step stands what was assumed; delete the line when you have checked it.");
        return YamlWriter.document(document, head, comments);
    }
}
