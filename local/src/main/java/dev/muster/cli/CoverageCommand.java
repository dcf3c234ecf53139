package dev.muster.cli;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Practices;
import dev.muster.scenario.preview.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "coverage",
        description = "Shows which practices the library's scenarios exercise, as a page in Markdown.",
        mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.md",
            description = "Where the page goes, in the place of an older one (default: standard output).")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var page = page(Project.library());
        if (output == null) {
            spec.commandLine().getOut().print(page);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, page);
        }
        return CommandLine.ExitCode.OK;
    }

    static String page(Library library) {
        var scenarios = library.scenarios().stream().map(library::scenario).toList();
        var plan = library.defaultPlan();
        return CoveragePage.of(new Coverage(plan, scenarios), plan, Practices.all());
    }
}
