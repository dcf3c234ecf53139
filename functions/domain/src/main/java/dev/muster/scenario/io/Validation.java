package dev.muster.scenario.io;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.muster.scenario.Adaptation;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks files of any kind, each for itself and all against each other. A scenario may name what the plans among the files
 * and the library's default plan have; it is warned of what it asks for and the plan lacks: of the plan among the files
 * that suits it best, otherwise of the default plan. Responses are checked against their scenario among the files,
 * otherwise in the library. If there are teams among the files, one of them must be able to play each scenario.
 */
public final class Validation {

    /** Problems beyond these are only counted, for each file: whoever sends thousands does not read them. */
    private static final int SHOWN_FOR_EACH_FILE = 100;

    private final Library library;
    private final Inspection inspection;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final List<Checked<Plan>> plans = new ArrayList<>();
    private final List<Checked<Scenario>> scenarios = new ArrayList<>();
    private final List<Checked<Team>> teams = new ArrayList<>();
    private final List<Checked<Responses>> responses = new ArrayList<>();

    private Validation(Library library, Inspection inspection) {
        this.library = library;
        this.inspection = inspection;
    }

    /**
     * What was found.
     *
     * @param problems what is wrong, sorted by file and place; empty if nothing is
     * @param scripts the scenarios without errors
     */
    public record Review(List<Problem> problems, List<Script> scripts) {}

    /** A scenario with the plan that it was checked against, and the file in which it stands. */
    public record Script(String file, Scenario scenario, Plan plan) {}

    /** Without a look inside of attachments. */
    public static List<Problem> validate(Collection<Path> paths, Library library) {
        return review(paths, library, Inspection.NONE).problems();
    }

    /**
     * @param paths files, or folders of which every YAML and JSON file is taken
     * @param library where plans and scenarios are that the files need and that are not among them
     * @param inspection looks into attachments
     */
    public static Review review(Collection<Path> paths, Library library, Inspection inspection) {
        var validation = new Validation(library, inspection);
        paths.stream().flatMap(validation::files).distinct().forEach(validation::take);
        validation.checkAgainstEachOther();
        return new Review(validation.found(), validation.playable());
    }

    private List<Script> playable() {
        var broken =
                problems.stream().filter(Problem::isError).map(Problem::file).toList();
        return scripts.stream()
                .filter(script -> !broken.contains(script.file()))
                .toList();
    }

    private Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var files = Files.walk(path)) {
            var found = files.filter(file -> Files.isRegularFile(file) && isDocument(path.relativize(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                problems.add(Problem.at(path.toString(), Place.START, "no YAML or JSON file in this folder"));
            }
            return found.stream();
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.at(path.toString(), Place.START, "cannot be listed: " + e.getMessage()));
            return Stream.empty();
        }
    }

    private static boolean isDocument(Path file) {
        for (var part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        var name = file.getFileName().toString();
        return name.endsWith(".yaml")
                || name.endsWith(".yml")
                || (name.endsWith(".json") && !name.endsWith(".schema.json"));
    }

    private void take(Path file) {
        try {
            var document = Document.read(file);
            DocumentKind.of(document.root()).ifPresentOrElse(kind -> take(document, kind), () -> refuse(document));
        } catch (InvalidDocument e) {
            problems.addAll(e.problems());
        }
    }

    private void take(Document document, DocumentKind kind) {
        switch (kind) {
            case PLAN -> plans.add(Checked.plan(document));
            case SCENARIO -> scenarios.add(Checked.scenario(document));
            case TEAM -> teams.add(Checked.team(document));
            case RESPONSES -> responses.add(Checked.responses(document));
        }
    }

    private void refuse(Document document) {
        problems.addAll(document.flaws());
        var root = document.root();
        var found = root.isObject() && !root.isEmpty()
                ? "the key " + Wording.quoted(root.fieldNames().next())
                : FieldReader.kindOf(root);
        problems.add(Problem.at(
                document.file(),
                document.placeOf(Pointer.ROOT),
                "expected %s, found %s".formatted(DocumentKind.ALL, found)));
    }

    private void checkAgainstEachOther() {
        plans.forEach(plan -> plan.value().ifPresent(it -> PlanRules.check(it, plan.root())));
        plans.forEach(plan -> plan.value().ifPresent(it -> ContentRules.check(it, plan.root())));
        teams.forEach(team -> team.value().ifPresent(it -> TeamRules.check(it, team.root())));
        teams.forEach(team -> team.value().ifPresent(it -> ContentRules.check(it, team.root())));
        if (!scenarios.isEmpty() || !responses.isEmpty()) {
            fromLibrary(library::defaultPlan).ifPresent(this::checkScripts);
        }
        Stream.of(plans, scenarios, teams, responses)
                .flatMap(Collection::stream)
                .forEach(checked -> problems.addAll(checked.problems()));
    }

    private void checkScripts(Plan ofLibrary) {
        var given = plans.stream().flatMap(plan -> plan.value().stream()).toList();
        var played = given.isEmpty() ? List.of(ofLibrary) : given;
        var all = defaultFirst(given, ofLibrary);
        var known = Vocabulary.of(all);
        for (var scenario : scenarios) {
            scenario.value().ifPresent(it -> check(it, played, all, scenario));
        }
        scenarios.stream()
                .filter(scenario -> scenario.value().isPresent())
                .findFirst()
                .ifPresent(first -> PlanAdvice.give(
                        played.getFirst(),
                        playedOn(played.getFirst(), all.getFirst()),
                        first.root().in("injects")));
        for (var recording : responses) {
            recording.value().ifPresent(it -> ContentRules.check(it, recording.root()));
            recording.value().ifPresent(it -> scenarioOf(it, recording.root())
                    .ifPresent(scenario -> ResponsesRules.check(it, scenario, known, recording.root())));
        }
    }

    /** On the plan that it suits best. */
    private void check(Scenario scenario, List<Plan> played, List<Plan> all, Checked<Scenario> file) {
        var root = file.root();
        var known = Vocabulary.of(all);
        var standard = all.getFirst();
        var holds = ScenarioRules.holds(scenario, known, root);
        var plan = played.stream()
                .min(Comparator.comparingInt(
                        it -> Adaptation.of(scenario, it, standard).findings().size()))
                .orElseThrow();
        var adaptation = Adaptation.of(scenario, plan, standard);
        if (holds) {
            adaptation.findings().forEach(it -> root.at(it.at()).warn(it.message()));
        }
        advise(scenario, known, file);
        scripts.add(new Script(file.document().file(), adaptation.scenario(), plan));
        teams.stream()
                .flatMap(team -> team.value().stream())
                .min(Comparator.comparingLong(team -> TeamRules.unstaffed(adaptation.scenario(), team, plan)))
                .ifPresent(team -> TeamRules.checkStaffing(scenario, adaptation.scenario(), team, plan, root));
    }

    private void advise(Scenario scenario, Plan known, Checked<Scenario> file) {
        ScriptAdvice.give(new ScenarioRules.Script(scenario, known), file.root());
        ContentRules.check(scenario, file.root());
        var folder = Path.of(file.document().file()).toAbsolutePath().getParent();
        AttachmentRules.check(scenario, file.root(), folder, inspection, problems);
    }

    private List<Scenario> playedOn(Plan plan, Plan standard) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.value().stream())
                .map(scenario -> Adaptation.of(scenario, plan, standard).scenario())
                .toList();
    }

    /** Of a plan that is called default, the one among the files counts. */
    private static List<Plan> defaultFirst(List<Plan> given, Plan ofLibrary) {
        var all = Stream.concat(given.stream(), Stream.of(ofLibrary));
        return all.sorted(Comparator.comparing(plan -> !plan.isDefault())).toList();
    }

    private Optional<Scenario> scenarioOf(Responses recording, Spot root) {
        var id = recording.scenario();
        var given = scenarios.stream()
                .filter(scenario -> idOf(scenario, DocumentKind.SCENARIO).equals(id))
                .findFirst();
        if (given.isPresent()) {
            return given.get().value();
        }
        try {
            return fromLibrary(() -> library.scenario(id));
        } catch (NoSuchElementException e) {
            root.in("scenario").reject(e.getMessage());
            return Optional.empty();
        }
    }

    private <T> Optional<T> fromLibrary(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidDocument e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private static String idOf(Checked<?> checked, DocumentKind kind) {
        return checked.document().root().path(kind.key()).asText();
    }

    private List<Problem> found() {
        var byFile = new TreeSet<>(problems).stream().collect(groupingBy(Problem::file, TreeMap::new, toList()));
        return byFile.values().stream().flatMap(Validation::shortened).toList();
    }

    private static Stream<Problem> shortened(List<Problem> ofFile) {
        if (ofFile.size() <= SHOWN_FOR_EACH_FILE) {
            return ofFile.stream();
        }
        var errorsFirst =
                ofFile.stream().sorted(Comparator.comparing(Problem::severity)).toList();
        var shown = errorsFirst.stream().limit(SHOWN_FOR_EACH_FILE).sorted();
        return Stream.concat(shown, Stream.of(rest(errorsFirst.get(SHOWN_FOR_EACH_FILE), ofFile.size())));
    }

    private static Problem rest(Problem next, int all) {
        var words = "and %,d more problems; mend those above first".formatted(all - SHOWN_FOR_EACH_FILE);
        return new Problem(next.file(), next.line(), next.column(), next.severity(), words);
    }
}
