package dev.muster.cli;

import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.YamlWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes a scenario as an MSEL that Excel and LibreOffice open, with what the plan expects and empty columns for"
                    + " the evaluator; a team as a list of people; or, as .zip, a scenario with its attachments and recorded"
                    + " responses as one file.",
            "Importing that file gives the same scenario or team."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String SCRIPT = "scenario.yaml";
    private static final String ZIP = ".zip";

    @Parameters(paramLabel = "SCENARIO.yaml|TEAM.yaml", description = "A scenario's file or folder, or a team's file.")
    private Path source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.xlsx|csv|zip",
            required = true,
            description = "Where it goes; its ending says how it is written.")
    private Path output;

    @Option(names = "--force", description = "Overwrites FILE.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var library = Project.library();
        var out = spec.commandLine().getOut();
        var file = Files.isDirectory(source) ? source.resolve(SCRIPT) : source;
        if (!Files.isRegularFile(file)) {
            usage("There is no file '%s'.".formatted(file));
        }
        if (output.toString().toLowerCase(Locale.ROOT).endsWith(ZIP)) {
            new ScenarioParcel(library, out).pack(folder(file), output, force);
            return CommandLine.ExitCode.OK;
        }
        var format = SheetFile.Format.of(output)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "'%s' ends with none of .xlsx, .csv and .zip.".formatted(output)));
        var sheet = new SheetFile(output, format, force);
        if (isTeam(file)) {
            new SheetOfTeam(library, out).write(file, sheet);
        } else {
            new SheetOfScenario(library, out).write(file, sheet);
        }
        return CommandLine.ExitCode.OK;
    }

    private Path folder(Path file) {
        if (!file.getFileName().toString().equals(SCRIPT)) {
            usage("Only a scenario's folder, or the %s in it, becomes one file; found '%s'.".formatted(SCRIPT, source));
        }
        return file.toAbsolutePath().getParent();
    }

    /** Whoever cannot read the file is told so when it is written. */
    private static boolean isTeam(Path file) throws IOException {
        try {
            return YamlWriter.read(Files.readString(file)).has("team");
        } catch (InvalidDocument | CharacterCodingException e) {
            return false;
        }
    }

    private void usage(String words) {
        throw new CommandLine.ParameterException(spec.commandLine(), words);
    }
}
