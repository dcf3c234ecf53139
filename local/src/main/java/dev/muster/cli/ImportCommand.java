package dev.muster.cli;

import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Makes a scenario of an MSEL in a spreadsheet, a plan of a crisis plan in one (--plan), a team of a list of people"
                    + " (--team), or puts a scenario that came as one file (.zip) into a library.",
            "The report says, cell by cell, what was understood, assumed and not used."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final String ZIP = ".zip";

    @Parameters(paramLabel = "FILE.xlsx|csv|zip", description = "The spreadsheet, or a scenario as one file.")
    private Path file;

    @ArgGroup
    private What what = new What();

    /** What the file holds, where it is no MSEL. */
    private static final class What {

        @Option(names = "--plan", description = "The file holds a crisis plan: steps, roles, contacts, templates.")
        private boolean plan;

        @Option(names = "--team", description = "The file holds a list of people.")
        private boolean team;
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.yaml|DIR",
            description =
                    "Where it goes; by default here, under the file's name. A scenario as one file goes into a folder DIR of"
                            + " scenarios (by default the library's).")
    private Path output;

    @Option(names = "--dry-run", description = "Prints the report and writes nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Overwrites what is there; a plan's version counts up from it.")
    private boolean force;

    @Option(
            names = "--start",
            paramLabel = "HH:MM",
            description =
                    "Of a scenario: the time of StartEx, for rows that go by the clock. By default what the sheet says, or the time of its first event.")
    private LocalTime start;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "Of a scenario: the kind of crisis, such as data-breach. By default guessed from the script's words.")
    private String kind;

    @Option(
            names = "--against",
            paramLabel = "PLAN",
            description =
                    "The library's plan whose roles and steps a scenario uses, or whose roles a team holds (default:"
                            + " ${DEFAULT-VALUE}).")
    private String against = Library.DEFAULT_PLAN;

    @Option(names = "--title", paramLabel = "WORDS", description = "Of a plan: its title.")
    private String title;

    @Option(names = "--owner", paramLabel = "WORDS", description = "Of a plan: who keeps it current.")
    private String owner;

    @Option(names = "--plan-version", paramLabel = "N", description = "Of a plan: its version.")
    private Integer version;

    @Option(names = "--reviewed", paramLabel = "YYYY-MM-DD", description = "Of a plan: the day of its last review.")
    private LocalDate reviewed;

    @Option(
            names = "--real-contact",
            paramLabel = "WORDS",
            description = "Of a plan: whom to call, and how, when an emergency is real.")
    private String realContact;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Of a team: its time zone, such as Europe/Berlin.")
    private ZoneId zone;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var library = Project.library();
        var out = spec.commandLine().getOut();
        if (!Files.isRegularFile(file)) {
            usage("There is no file '%s'.".formatted(file));
        }
        if (version != null && version < 1) {
            usage("--plan-version is a whole number from 1 on, found %d.".formatted(version));
        }
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(ZIP)) {
            var into = output == null ? Project.scenarios() : output;
            new ScenarioParcel(library, out).unpack(file, into, dryRun, force);
        } else if (what.plan) {
            new PlanFromSheet(library, out, Clock.systemDefaultZone()).make(file, said(), target(), dryRun, force);
        } else if (what.team) {
            new TeamFromSheet(library, out)
                    .make(file, plan(library), Optional.ofNullable(zone), target(), dryRun, force);
        } else {
            var target = output == null ? ScenarioFromSheet.defaultOutput(file) : output;
            var wish = new ScenarioFromSheet.Wish(plan(library), Optional.ofNullable(start), kind(), target);
            new ScenarioFromSheet(library, out).make(file, wish, dryRun, force);
        }
        return CommandLine.ExitCode.OK;
    }

    private Path target() {
        return output == null ? Path.of(ImportedFile.id(file) + ".yaml") : output;
    }

    private Plan plan(Library library) {
        if (!library.plans().contains(against)) {
            usage("There is no plan '%s'; the library has: %s.".formatted(against, String.join(", ", library.plans())));
        }
        return library.plan(against);
    }

    private PlanFromSheet.Said said() {
        return new PlanFromSheet.Said(
                Optional.ofNullable(title),
                Optional.ofNullable(owner),
                Optional.ofNullable(version),
                Optional.ofNullable(reviewed),
                Optional.ofNullable(realContact));
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
