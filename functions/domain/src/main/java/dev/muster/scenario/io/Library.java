package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.Adaptation;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scenarios, plans, teams and recorded responses under one folder, laid out as {@code <id>/scenario.yaml}, {@code
 * <id>/responses/<id>.yaml}, {@code plans/<id>.yaml} and {@code teams/<id>.yaml}. Nothing is read before it is asked for.
 *
 * <p>What is asked for by an id that the library lacks throws {@link NoSuchElementException}; a file that cannot be used
 * throws {@link InvalidDocument}.
 */
public final class Library {

    public static final String DEFAULT_PLAN = Plan.DEFAULT;

    private static final String FOLDER = "scenarios";
    private static final String SCENARIO = "scenario.yaml";
    private static final String YAML = ".yaml";

    private final Path root;
    private final boolean checked;

    private Library(Path root, boolean checked) {
        this.root = root;
        this.checked = checked;
    }

    /** The library in a folder. Its files may have been edited since anybody looked, so each is checked when it is read. */
    public static Library at(Path root) {
        return new Library(root, true);
    }

    /**
     * The library that travels with the code, in a jar or beside it. Its files were checked by the tests of the build
     * that packed them; checking them again would only make the first request slow.
     */
    public static Library onClassPath() {
        return OnClassPath.LIBRARY;
    }

    static Library onClassPath(ClassLoader classes) {
        return new Library(folder(classes), false);
    }

    public List<String> scenarios() {
        return names(root, folder -> Files.exists(folder.resolve(SCENARIO)));
    }

    public List<String> plans() {
        return yamlFiles(root.resolve("plans"));
    }

    public List<String> teams() {
        return yamlFiles(root.resolve("teams"));
    }

    /** The ids of the recorded responses to a scenario. */
    public List<String> responses(String scenario) {
        return yamlFiles(root.resolve(known("scenario", scenario, scenarios())).resolve("responses"));
    }

    public Plan defaultPlan() {
        return plan(DEFAULT_PLAN);
    }

    public Plan plan(String id) {
        var file = root.resolve("plans").resolve(known("plan", id, plans()) + YAML);
        return read(file, id, Plan::id, PlanFormat::read, document -> {
            var plan = Checked.plan(document);
            plan.value().ifPresent(it -> PlanRules.check(it, plan.root()));
            return plan;
        });
    }

    /**
     * A plan that stands in no library, checked by itself.
     *
     * @param file what the file is called, for the findings
     * @param yaml YAML or JSON, in UTF-8
     * @throws InvalidDocument if it is no plan, or is named like Muster's own
     */
    public static Plan ownPlan(String file, byte[] yaml) {
        var document = Document.of(file, yaml);
        var checked = Checked.plan(document);
        checked.value().ifPresent(plan -> PlanRules.check(plan, checked.root()));
        checked.value().filter(Plan::isDefault).ifPresent(plan -> checked.root()
                .in("plan")
                .reject("\"%s\" is the name of Muster's own plan; call yours otherwise".formatted(plan.id())));
        return checked.orThrow();
    }

    /**
     * Checked, if it is, against the default plan, and against the library's other plans if it asks for what the default
     * plan lacks. {@link dev.muster.scenario.Adaptation} fits it to the plan on which it is played.
     */
    public Scenario scenario(String id) {
        var file = root.resolve(known("scenario", id, scenarios())).resolve(SCENARIO);
        return read(file, id, Scenario::id, ScenarioFormat::read, document -> {
            var scenario = Checked.scenario(document);
            scenario.value().ifPresent(it -> ScenarioRules.check(it, vocabularyOf(it), scenario.root()));
            return scenario;
        });
    }

    /** What the author of the scenario would want to know, all warnings. It does not look at attachments. */
    public List<Problem> advice(String id) {
        var document =
                Document.read(root.resolve(known("scenario", id, scenarios())).resolve(SCENARIO));
        var checked =
                new Checked<>(document, Optional.of(unchecked(document, ScenarioFormat::read)), new ArrayList<>());
        checked.value().ifPresent(scenario -> {
            ScriptAdvice.give(new ScenarioRules.Script(scenario, defaultPlan()), checked.root());
            ContentRules.check(scenario, checked.root());
        });
        return checked.problems().stream().sorted().toList();
    }

    /** A file that comes with an inject of the scenario. */
    public byte[] attachment(String scenario, Attachment attachment) {
        var folder = root.resolve(known("scenario", scenario, scenarios()));
        var file = folder.resolve(attachment.file()).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("leads out of the scenario's folder: " + attachment.file());
        }
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Attachment.LARGEST);
        } catch (IOException e) {
            throw new InvalidDocument(file.toString(), Place.START, "the attachment cannot be read");
        }
    }

    public Team team(String id) {
        var file = root.resolve("teams").resolve(known("team", id, teams()) + YAML);
        return read(file, id, Team::id, TeamFormat::read, document -> {
            var team = Checked.team(document);
            team.value().ifPresent(it -> TeamRules.check(it, team.root()));
            return team;
        });
    }

    /** Checked, if they are, against their scenario and the default plan. */
    public Responses responses(String scenario, String id) {
        var name = known("responses", id, responses(scenario)) + YAML;
        var file = root.resolve(scenario).resolve("responses").resolve(name);
        return read(file, id, Responses::id, ResponsesFormat::read, document -> {
            var responses = Checked.responses(document);
            responses.value().ifPresent(it -> {
                var played = scenario(scenario);
                ResponsesRules.check(it, played, vocabularyOf(played), responses.root());
            });
            return responses;
        });
    }

    /** Only who writes scenarios for the own plan has to wait until all plans are read. */
    private Plan vocabularyOf(Scenario scenario) {
        var plan = defaultPlan();
        if (Adaptation.of(scenario, plan, plan).findings().isEmpty()) {
            return plan;
        }
        return Vocabulary.of(Stream.concat(
                        Stream.of(plan),
                        plans().stream().filter(id -> !id.equals(DEFAULT_PLAN)).flatMap(this::usable))
                .toList());
    }

    /** What is wrong in another plan is said to whoever asks for that plan. */
    private Stream<Plan> usable(String plan) {
        try {
            return Stream.of(plan(plan));
        } catch (InvalidDocument e) {
            return Stream.empty();
        }
    }

    private <T> T read(
            Path file,
            String id,
            Function<T, String> idOf,
            Function<JsonNode, T> reading,
            Function<Document, Checked<T>> checking) {
        var document = Document.read(file);
        var value = checked ? checking.apply(document).orThrow() : unchecked(document, reading);
        if (!idOf.apply(value).equals(id)) {
            throw new InvalidDocument(
                    document.file(),
                    Place.START,
                    "its id is \"%s\", but its place in the library says \"%s\"; make them the same"
                            .formatted(idOf.apply(value), id));
        }
        return value;
    }

    private static <T> T unchecked(Document document, Function<JsonNode, T> reading) {
        try {
            return reading.apply(document.root());
        } catch (Unreadable e) {
            throw new InvalidDocument(List.of(Checked.problem(document, e)));
        }
    }

    /** Ids come from users, too: only what was found in the folder becomes part of a path. */
    private static String known(String what, String id, List<String> ids) {
        if (!ids.contains(id)) {
            throw new NoSuchElementException(
                    "no %s %s%s".formatted(what, Wording.quoted(id), Wording.suggestion(id, ids)));
        }
        return id;
    }

    private static List<String> yamlFiles(Path folder) {
        return names(folder, file -> file.toString().endsWith(YAML)).stream()
                .map(name -> name.substring(0, name.length() - YAML.length()))
                .toList();
    }

    private static List<String> names(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(wanted)
                    // A folder inside a jar shows its name with a slash behind it on some JDKs.
                    .map(file -> file.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opened when first asked for, and then for as long as the process lives. */
    private static final class OnClassPath {
        static final Library LIBRARY = onClassPath(Library.class.getClassLoader());
    }

    private static Path folder(ClassLoader classes) {
        var known = FOLDER + "/plans/" + DEFAULT_PLAN + YAML;
        var found = classes.getResource(known);
        if (found == null) {
            throw new IllegalStateException("no library on the class path: " + known + " is missing");
        }
        try {
            return path(found).getParent().getParent();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the library at " + found + " cannot be opened", e);
        }
    }

    private static Path path(URL url) throws IOException, URISyntaxException {
        if (!url.getProtocol().equals("jar")) {
            return Path.of(url.toURI());
        }
        var entry = (JarURLConnection) url.openConnection();
        var jar = Path.of(entry.getJarFileURL().toURI());
        return FileSystems.newFileSystem(jar).getPath("/", entry.getEntryName());
    }
}
