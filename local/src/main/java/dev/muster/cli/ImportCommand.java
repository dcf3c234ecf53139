package dev.muster.cli;

import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Makes a scenario of an MSEL in a spreadsheet.",
            "Each row becomes an inject. The report says, cell by cell, what was understood, assumed and not used."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.xlsx|csv", description = "The spreadsheet.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.yaml",
            description = "Where the scenario goes; by default here, under the spreadsheet's name.")
    private Path output;

    @Option(names = "--dry-run", description = "Prints the report and writes nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Overwrites OUT.yaml.")
    private boolean force;

    @Option(
            names = "--start",
            paramLabel = "HH:MM",
            description =
                    "The time of StartEx, for rows that go by the clock. By default what the sheet says, or the time of its first event.")
    private LocalTime start;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "The kind of crisis, such as data-breach. By default guessed from the script's words.")
    private String kind;

    @Option(
            names = "--against",
            paramLabel = "PLAN",
            description = "The library's plan whose roles and steps the scenario uses (default: ${DEFAULT-VALUE}).")
    private String plan = Library.DEFAULT_PLAN;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var library = Project.library();
        if (!Files.isRegularFile(file)) {
            usage("There is no file '%s'.".formatted(file));
        }
        if (!library.plans().contains(plan)) {
            usage("There is no plan '%s'; the library has: %s.".formatted(plan, String.join(", ", library.plans())));
        }
        var target = output == null ? ScenarioFromSheet.defaultOutput(file) : output;
        var wish = new ScenarioFromSheet.Wish(library.plan(plan), Optional.ofNullable(start), kind(), target);
        new ScenarioFromSheet(library, spec.commandLine().getOut()).make(file, wish, dryRun, force);
        return CommandLine.ExitCode.OK;
    }

    private Optional<CrisisKind> kind() {
        if (kind == null) {
            return Optional.empty();
        }
        var known = Arrays.stream(CrisisKind.values())
                .filter(it -> it.label().equals(kind))
                .findFirst();
        if (known.isEmpty()) {
            usage("There is no kind '%s'; there are: %s."
                    .formatted(
                            kind,
                            Arrays.stream(CrisisKind.values())
                                    .map(CrisisKind::label)
                                    .collect(Collectors.joining(", "))));
        }
        return known;
    }

    private void usage(String words) {
        throw new CommandLine.ParameterException(spec.commandLine(), words);
    }
}
