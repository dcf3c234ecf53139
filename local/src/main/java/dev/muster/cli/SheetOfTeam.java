package dev.muster.cli;

import dev.muster.scenario.Team;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.TeamFormat;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.team.ExportTeam;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a team's file as a list of people. */
final class SheetOfTeam {

    private final Library library;
    private final PrintWriter out;

    SheetOfTeam(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    void write(Path file, Path output, SheetOfScenario.Format format, boolean force) throws IOException {
        ImportedFile.refuseToOverwrite(output, force);
        var team = team(file);
        Files.write(output, SheetOfScenario.bytes(ExportTeam.of(team), format));
        out.println("Wrote %s: %d people. It holds names and addresses; keep it as such."
                .formatted(output, team.members().size()));
        out.flush();
    }

    private Team team(Path file) throws IOException {
        var errors = Validation.validate(List.of(file), library).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new Finding(errors);
        }
        return TeamFormat.read(YamlWriter.read(Files.readString(file)));
    }
}
