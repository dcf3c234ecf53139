package dev.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    + " the evaluator.",
            "Importing that file gives the same scenario."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO.yaml", description = "A scenario's file, or its folder.")
    private Path scenario;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.xlsx|csv",
            required = true,
            description = "Where the MSEL goes; its ending says how it is written.")
    private Path output;

    @Option(names = "--force", description = "Overwrites FILE.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var file = Files.isDirectory(scenario) ? scenario.resolve("scenario.yaml") : scenario;
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        var format = SheetOfScenario.Format.of(output)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "'%s' ends with neither .xlsx nor .csv.".formatted(output)));
        new SheetOfScenario(Project.library(), spec.commandLine().getOut()).write(file, output, format, force);
        return CommandLine.ExitCode.OK;
    }
}
