package dev.muster.cli;

import dev.muster.marking.MarkInspection;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Checks scenarios, plans, teams and recorded responses.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of the library's layout.")
    private List<Path> paths;

    @Option(names = "--timeline", description = "Prints the time line of each scenario.")
    private boolean timeline;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "The plan on which scenarios are to be played (default: the one among PATH, or the library's).")
    private Path plan;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var all = Stream.concat(paths.stream(), Stream.ofNullable(plan)).toList();
        for (var path : all) {
            if (!Files.exists(path)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "There is no file or folder '%s'.".formatted(path));
            }
        }
        var review = Validation.review(all, Project.library(), new MarkInspection());
        if (timeline) {
            review.scripts().forEach(this::print);
        }
        return tell(review.problems());
    }

    private void print(Validation.Script script) {
        ScriptTable.of(script.plan(), script.scenario())
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println();
        spec.commandLine().getOut().flush();
    }

    private int tell(List<Problem> problems) {
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
