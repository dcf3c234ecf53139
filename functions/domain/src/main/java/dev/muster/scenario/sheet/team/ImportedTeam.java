package dev.muster.scenario.sheet.team;

import dev.muster.scenario.Team;
import dev.muster.scenario.io.TeamFormat;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.Remark;
import java.util.List;
import java.util.Map;

/**
 * A team that was read out of a list of people.
 *
 * @param remarks the report: what was understood, assumed and left, row by row
 */
public record ImportedTeam(Team team, List<Remark> remarks) {

    public ImportedTeam {
        remarks = List.copyOf(remarks);
    }

    /**
     * The file on which a person goes on.
     *
     * @param schema where editors find the schema, as seen from the file
     */
    public String yaml(String schema) {
        return YamlWriter.document(
                TeamFormat.write(team), List.of("yaml-language-server: $schema=" + schema), Map.of());
    }
}
