package dev.muster.cli;

import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Checks scenarios, plans, teams and recorded responses.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of the library's layout.")
    private List<Path> paths;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "There is no file or folder '%s'.".formatted(path));
            }
        }
        var problems = Validation.validate(paths, Project.library());
        var lines = problems.stream().map(Problem::toString).toList();
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new Finding(lines);
        }
        lines.forEach(spec.commandLine().getErr()::println);
        spec.commandLine()
                .getOut()
                .println(lines.isEmpty() ? "Valid." : "Valid, with %d warnings.".formatted(lines.size()));
        return CommandLine.ExitCode.OK;
    }
}
