package dev.muster.scenario.io;

import static dev.muster.composer.TeamComposer.aCrew;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Step;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {

    private static final Path FOLDER = Path.of(System.getProperty("muster.root"), "scenarios");

    private final Library library = Library.at(FOLDER);

    @TempDir
    private Path folder;

    @Test
    void everythingInTheLibraryCanBeFoundAndUsed() {
        assertThat(library.plans()).contains("default");
        assertThat(library.scenarios()).contains("data-breach");
        assertThat(library.teams()).contains("crew");
        assertThat(library.responses("data-breach")).contains("good", "poor");
        library.plans().forEach(id -> assertThat(library.plan(id).id()).isEqualTo(id));
        library.teams().forEach(id -> assertThat(library.team(id).id()).isEqualTo(id));
        for (var scenario : library.scenarios()) {
            assertThat(library.scenario(scenario).id()).isEqualTo(scenario);
            for (var responses : library.responses(scenario)) {
                assertThat(library.responses(scenario, responses).scenario()).isEqualTo(scenario);
            }
        }
    }

    @Test
    void everyFileOfTheLibraryIsReadAsItWouldBeWritten() {
        var plan = library.defaultPlan();
        assertThat(PlanFormat.read(PlanFormat.write(plan))).isEqualTo(plan);
        var scenario = library.scenario("data-breach");
        assertThat(ScenarioFormat.read(ScenarioFormat.write(scenario))).isEqualTo(scenario);
        var team = library.team("crew");
        assertThat(TeamFormat.read(TeamFormat.write(team))).isEqualTo(team);
        var responses = library.responses("data-breach", "good");
        assertThat(ResponsesFormat.read(ResponsesFormat.write(responses))).isEqualTo(responses);
    }

    @Test
    void whatIsWrittenFromTheLibraryPassesItsSchema() {
        var problems = new ArrayList<Problem>();
        SchemaCheck.check(written(PlanFormat.write(library.defaultPlan())), DocumentKind.PLAN, problems);
        SchemaCheck.check(
                written(ScenarioFormat.write(library.scenario("data-breach"))), DocumentKind.SCENARIO, problems);
        SchemaCheck.check(written(TeamFormat.write(library.team("crew"))), DocumentKind.TEAM, problems);
        SchemaCheck.check(
                written(ResponsesFormat.write(library.responses("data-breach", "poor"))),
                DocumentKind.RESPONSES,
                problems);
        assertThat(problems).isEmpty();
    }

    @Test
    void theScenarioOfTheDataBreachIsAWholeRehearsal() {
        var scenario = library.scenario("data-breach");
        assertThat(scenario.duration()).hasMinutes(90);
        assertThat(scenario.injects()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(scenario.injects().stream().map(Inject::channel).distinct()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(scenario.injects())
                .extracting(Inject::release)
                .hasAtLeastOneElementOfType(Release.Scripted.class)
                .hasAtLeastOneElementOfType(Release.Contingency.class)
                .hasAtLeastOneElementOfType(Release.Reactive.class);
    }

    @Test
    void theDefaultPlanHasStepsOfEveryMode() {
        assertThat(library.defaultPlan().steps()).extracting(Step::mode).contains(Step.Mode.values());
    }

    @Test
    void theLibraryIsFoundInAJar() throws IOException {
        var jar = folder.resolve("with blank.jar");
        packLibrary(jar);
        try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            var packed = Library.onClassPath(classes);
            assertThat(packed.scenarios()).isEqualTo(library.scenarios());
            assertThat(packed.scenario("data-breach")).isEqualTo(library.scenario("data-breach"));
            assertThat(packed.defaultPlan()).isEqualTo(library.defaultPlan());
            assertThat(packed.team("crew")).isEqualTo(library.team("crew"));
            assertThat(packed.responses("data-breach", "good")).isEqualTo(library.responses("data-breach", "good"));
        }
    }

    @Test
    void theLibraryIsFoundInAFolderOfTheClassPath() throws IOException {
        try (var classes =
                new URLClassLoader(new URL[] {FOLDER.getParent().toUri().toURL()}, null)) {
            assertThat(Library.onClassPath(classes).scenario("data-breach")).isEqualTo(library.scenario("data-breach"));
        }
    }

    @Test
    void aClassPathWithoutLibraryIsNamed() throws IOException {
        try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> Library.onClassPath(classes))
                    .hasMessage("no library on the class path: scenarios/plans/default.yaml is missing");
        }
    }

    @Test
    void anIdThatTheLibraryLacksIsShownWithTheOneThatWasProbablyMeant() {
        assertThatThrownBy(() -> library.scenario("data-beach"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no scenario \"data-beach\", did you mean \"data-breach\"?");
        assertThatThrownBy(() -> library.responses("data-breach", "god"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no responses \"god\", did you mean \"good\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../teams/crew", "..", "", "data-breach/../data-breach", "/etc/passwd", "crew.yaml", "\0"})
    void anIdIsNoPath(String id) {
        assertThatThrownBy(() -> library.scenario(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> library.team(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> library.plan(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> library.responses(id, "good")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aFileWhoseIdIsNotItsNameIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("teams"));
        Files.writeString(
                folder.resolve("teams/day.yaml"),
                TeamFormat.write(aCrew().compose()).toString());
        assertThatThrownBy(() -> Library.at(folder).team("day"))
                .isInstanceOf(InvalidDocument.class)
                .hasMessageEndingWith("day.yaml:1:1: its id is \"crew\", but its place in the library says \"day\";"
                        + " make them the same");
    }

    @Test
    void aFileInAFolderThatWasBrokenSinceIsRefusedWithAllItsProblems() throws IOException {
        Files.createDirectories(folder.resolve("teams"));
        Files.writeString(folder.resolve("teams/crew.yaml"), "team: crew\nname: ''\nzones: UTC\n");
        assertThatThrownBy(() -> Library.at(folder).team("crew"))
                .isInstanceOfSatisfying(InvalidDocument.class, e -> assertThat(e.problems())
                        .extracting(Problem::message)
                        .contains("must not be empty", "unknown key \"zones\", did you mean \"zone\"?"));
    }

    private static Document written(JsonNode json) {
        return Document.of("written.json", json.toString().getBytes(UTF_8));
    }

    private static void packLibrary(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(FOLDER)) {
            for (var file : files.sorted().toList()) {
                var name = "scenarios/" + FOLDER.relativize(file).toString().replace('\\', '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
    }
}
