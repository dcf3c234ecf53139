package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario that was read out of a spreadsheet.
 *
 * @param document its JSON form, with times as the sheet's author wrote them
 * @param head what a person who goes on with it should know first
 * @param comments what was doubtful at each inject
 * @param remarks the report: what was understood, assumed and left, row by row
 */
public record ImportedScenario(
        ObjectNode document, List<String> head, Map<JsonNode, List<String>> comments, List<Remark> remarks) {

    public Scenario scenario() {
        return ScenarioFormat.read(document);
    }

    /**
     * The file on which a person goes on.
     *
     * @param schema where editors find the schema, as seen from the file
     */
    public String yaml(String schema) {
        var lines = new ArrayList<>(List.of("yaml-language-server: $schema=" + schema, ""));
        lines.addAll(head);
        return YamlWriter.document(document, lines, comments);
    }
}
