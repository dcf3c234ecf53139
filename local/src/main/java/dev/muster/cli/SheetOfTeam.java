package dev.muster.cli;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.TeamFormat;
import dev.muster.scenario.sheet.team.ExportTeam;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Writes a team's file as a list of people. */
final class SheetOfTeam {

    private final Library library;
    private final PrintWriter out;

    SheetOfTeam(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    void write(Path file, SheetFile output) throws IOException {
        var team = TeamFormat.read(SheetFile.source(file, library));
        output.write(ExportTeam.of(team));
        out.println("Wrote %s: %d people. It holds names and addresses; keep it as such."
                .formatted(output.path(), team.members().size()));
        out.flush();
    }
}
