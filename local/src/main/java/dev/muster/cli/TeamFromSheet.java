package dev.muster.cli;

import dev.muster.excel.Spreadsheets;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Team;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.TeamFormat;
import dev.muster.scenario.io.Unreadable;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.team.ImportTeam;
import dev.muster.scenario.sheet.team.ImportedTeam;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Makes a team's file of a list of people, reports on it and validates it. */
final class TeamFromSheet {

    private final Library library;
    private final PrintWriter out;

    TeamFromSheet(Library library, PrintWriter out) {
        this.library = library;
        this.out = out;
    }

    /** @param plan whose roles the people hold */
    void make(Path spreadsheet, Plan plan, Optional<ZoneId> zone, Path output, boolean dryRun, boolean force)
            throws IOException {
        if (!dryRun) {
            ImportedFile.refuseUnlessFree(output, force);
        }
        var wishes = new ImportTeam.Wishes(
                ImportedFile.id(output),
                ImportedFile.baseName(spreadsheet),
                zone,
                ZoneId.systemDefault(),
                plan,
                before(output));
        var imported = imported(spreadsheet, wishes);
        var file = new ImportedFile(output, library, out);
        file.report(
                imported.remarks(),
                "Team \"%s\": %d people"
                        .formatted(
                                imported.team().id(), imported.team().members().size()));
        if (!dryRun) {
            file.write(imported.yaml(Project.schemaFor(output, "team")));
        }
        out.flush();
    }

    private static ImportedTeam imported(Path spreadsheet, ImportTeam.Wishes wishes) throws IOException {
        try {
            return ImportTeam.of(Spreadsheets.read(spreadsheet), wishes);
        } catch (UnusableWorkbook e) {
            throw new Finding(e.getMessage());
        }
    }

    /** The team whose charter stays; nothing if none is there, or none that can be read. */
    private static Optional<Team> before(Path output) throws IOException {
        if (!Files.isRegularFile(output)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TeamFormat.read(YamlWriter.read(Files.readString(output))));
        } catch (InvalidDocument | Unreadable e) {
            return Optional.empty();
        }
    }
}
