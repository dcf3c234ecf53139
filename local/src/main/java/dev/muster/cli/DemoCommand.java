package dev.muster.cli;

import dev.muster.local.LocalCloud;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Variable;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description =
                "Runs a whole drill, unattended: schedules it, injects it, lets a recorded team answer, scores it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 1_000;

    @Option(names = "--speed", paramLabel = "N", description = "Drill seconds a second (default: ${DEFAULT-VALUE}).")
    private double speed = 75;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "A scenario of the library (default: ${DEFAULT-VALUE}).")
    private String scenario = "data-breach";

    @Option(
            names = "--team",
            paramLabel = "good|poor",
            description = "Whose recorded responses answer (default: ${DEFAULT-VALUE}).")
    private String team = "good";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A name of your own in the scenario's texts, such as company=Acme. May come several times.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--plan",
            paramLabel = "ID",
            description =
                    "A plan of the library; the scenario and the responses are fitted to it (default: ${DEFAULT-VALUE}).")
    private String plan = Plan.DEFAULT;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where everything is kept (default: ${DEFAULT-VALUE}). A demo that was killed goes on from there.")
    private Path data = Path.of("muster-data", "demo");

    @Option(names = "--no-browser", description = "Does not open the report.")
    private boolean noBrowser;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var out = spec.commandLine().getOut();
        LogFile.in(data);
        try (var cloud =
                LocalCloud.start(LocalCloud.Options.of(Project.template()).keptIn(data))) {
            SignInLinks.of(cloud).writeTo(data);
            var run = new DemoRun(cloud, Project.library(), data, out);
            var result = run.play(new DemoRun.Choice(scenario, team, plan, speed, variables));
            if (!noBrowser) {
                Browser.open(result.report());
            }
            out.println(result.lateness());
            out.println(result.line());
            out.flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private void check() {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            usage("--speed is a number from %s to %.0f, found %s.".formatted(SLOWEST, FASTEST, speed));
        }
        Library library = Project.library();
        if (!library.scenarios().contains(scenario)) {
            usage("There is no scenario '%s'; the library has: %s."
                    .formatted(scenario, String.join(", ", library.scenarios())));
        }
        if (!library.plans().contains(plan)) {
            usage("There is no plan '%s'; the library has: %s.".formatted(plan, String.join(", ", library.plans())));
        }
        if (!library.responses(scenario).contains(team)) {
            usage("The scenario '%s' has no recorded responses '%s'; it has: %s."
                    .formatted(scenario, team, String.join(", ", library.responses(scenario))));
        }
        checkVariables(library);
    }

    private void checkVariables(Library library) {
        var known = library.scenario(scenario).variables().stream()
                .map(Variable::name)
                .toList();
        variables.forEach((name, value) -> {
            if (!known.contains(name)) {
                usage("The scenario '%s' has no variable '%s'%s."
                        .formatted(scenario, name, Wording.suggestion(name, known)));
            }
            if (value.isBlank()) {
                usage("--set %s needs a value.".formatted(name));
            }
        });
    }

    private void usage(String words) {
        throw new CommandLine.ParameterException(spec.commandLine(), words);
    }
}
