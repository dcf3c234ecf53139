package dev.muster.cli;

import static dev.muster.cli.Ran.muster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an organisation brings along and takes away: its plan, its team, scenarios as one file. */
class OwnMaterialTest {

    private static final Path LIBRARY = Path.of(System.getProperty("muster.root"), "scenarios");

    @TempDir
    private Path folder;

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook() throws IOException {
        try (var in = OwnMaterialTest.class.getResourceAsStream("larkspur-hotels.xlsx")) {
            return Files.write(folder.resolve("larkspur-hotels.xlsx"), in.readAllBytes());
        }
    }

    // ---- a plan

    @Test
    void aWorkbookWithACoverAndFiveSheetsBecomesAPlanThatIsValid() throws IOException {
        var plan = folder.resolve("larkspur.yaml");

        var ran = muster("import", "--plan", workbook(), "-o", plan);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(plan)
                .content()
                .contains("plan: larkspur", "version: 2", "reviewed: 2026-05-18", "owner: Director of Guest Experience")
                .contains("company: Larkspur Hotels", "stands-for: [holding-statement]", "佐々木 遥");
        assertThat(ran.out())
                .contains("Plan \"larkspur\", version 2: 15 steps")
                .contains("hidden; show the sheet if it belongs to the plan")
                .contains("longer than a drill lasts")
                .contains("no action in this row")
                .contains("Wrote " + plan);
        assertThat(muster("validate", plan).exit()).isZero();
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        var plan = folder.resolve("larkspur.yaml");

        var ran = muster("import", "--plan", workbook(), "-o", plan, "--dry-run");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("15 steps").doesNotContain("Wrote");
        assertThat(plan).doesNotExist();
    }

    @Test
    void overAPlanThatIsThereItCountsTheVersionUpIfForced() throws IOException {
        var plan = folder.resolve("larkspur.yaml");
        muster("import", "--plan", workbook(), "-o", plan);

        var refused = muster("import", "--plan", workbook(), "-o", plan);
        var forced = muster("import", "--plan", workbook(), "-o", plan, "--force");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("--force");
        assertThat(forced.exit()).isZero();
        assertThat(plan).content().contains("version: 3");
    }

    @Test
    void whatTheUserSaysCountsBeforeTheSheet() throws IOException {
        var plan = folder.resolve("own.yaml");

        muster(
                "import",
                "--plan",
                workbook(),
                "-o",
                plan,
                "--owner",
                "Ana",
                "--plan-version",
                "7",
                "--reviewed",
                "2026-11-01",
                "--title",
                "Ours",
                "--real-contact",
                "Ana, 020 7946 0001");

        assertThat(plan)
                .content()
                .contains(
                        "title: Ours",
                        "version: 7",
                        "owner: Ana",
                        "reviewed: 2026-11-01",
                        "real-contact: Ana, 020 7946 0001");
    }

    @Test
    void mustersOwnPlanIsNotReplaced() throws IOException {
        var ran = muster("import", "--plan", workbook(), "-o", folder.resolve("default.yaml"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("Muster's own plan");
        assertThat(folder.resolve("default.yaml")).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoPlanIsAFindingWithARemedy() {
        var ran =
                muster("import", "--plan", file("fruit.csv", "Fruit,Price\nApple,1\n"), "-o", folder.resolve("x.yaml"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("fruit.csv:1:1: no table of steps").doesNotContain("Exception");
    }

    @Test
    void aScenarioOfTheLibraryIsCheckedAgainstTheOwnPlan() throws IOException {
        var plan = folder.resolve("larkspur.yaml");
        muster("import", "--plan", workbook(), "-o", plan);

        var ran = muster("validate", plan, LIBRARY.resolve("data-breach"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.err() + ran.out())
                .contains(
                        "warning: inject \"forum-post\" expects \"several-channels\"; plan \"larkspur\" has no such step");
    }

    // ---- a team

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aTeamGoesOutAsAListAndComesBackAsItWas(String format) {
        var list = folder.resolve("crew." + format);
        var team = folder.resolve("crew.yaml");

        var out = muster("export", LIBRARY.resolve("teams/crew.yaml"), "-o", list);
        var in = muster("import", "--team", list, "-o", team);

        assertThat(out.err() + in.err()).isEmpty();
        assertThat(in.exit()).isZero();
        assertThat(library(folder, "teams", team).team("crew"))
                .isEqualTo(Library.at(LIBRARY).team("crew"));
    }

    @Test
    void aTeamCanHoldTheRolesOfTheOwnPlan() throws IOException {
        var ran = muster(
                "import",
                "--team",
                file("night.csv", "Name,Role,E-mail\nAda,Crisis lead,ada@night.example\nBo,Pilot,bo@night.example\n"),
                "-o",
                folder.resolve("night.yaml"),
                "--zone",
                "Asia/Tokyo");

        assertThat(ran.exit()).isZero();
        assertThat(folder.resolve("night.yaml"))
                .content()
                .contains("roles: [crisis-lead]", "roles: [pilot]", "Asia/Tokyo");
        assertThat(ran.out()).contains("assumed: the plan \"default\" has no role \"Pilot\"");
        assertThat(muster("import", "--team", folder.resolve("night.csv"), "--against", "none")
                        .exit())
                .isEqualTo(2);
    }

    private static Library library(Path root, String kind, Path file) {
        try {
            Files.createDirectories(root.resolve(kind));
            Files.copy(file, root.resolve(kind).resolve(file.getFileName()));
            return Library.at(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- a scenario as one file

    @Test
    void aScenarioGoesOutAsOneFileAndComesBack() {
        var zip = folder.resolve("data-breach.zip");
        var mine = folder.resolve("mine");

        var out = muster("export", LIBRARY.resolve("data-breach"), "-o", zip);
        var in = muster("import", zip, "-o", mine);

        assertThat(out.err() + in.err()).isEmpty();
        assertThat(out.out()).contains("call it EXERCISE-data-breach.zip");
        assertThat(in.exit()).isZero();
        for (var name : new String[] {"scenario.yaml", "responses/good.yaml", "responses/poor.yaml"}) {
            assertThat(mine.resolve("data-breach").resolve(name))
                    .hasSameBinaryContentAs(LIBRARY.resolve("data-breach").resolve(name));
        }
    }

    @Test
    void aScenarioThatIsThereIsNotOverwrittenAndADryRunWritesNothing() {
        var zip = folder.resolve("EXERCISE-data-breach.zip");
        muster("export", LIBRARY.resolve("data-breach"), "-o", zip);

        var dry = muster("import", zip, "-o", folder.resolve("mine"), "--dry-run");
        assertThat(folder.resolve("mine")).doesNotExist();
        muster("import", zip, "-o", folder.resolve("mine"));
        var again = muster("import", zip, "-o", folder.resolve("mine"));
        var forced = muster("import", zip, "-o", folder.resolve("mine"), "--force");

        assertThat(dry.out()).contains("scenario.yaml", "responses/good.yaml");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("is there already").doesNotContain("Exception");
        assertThat(forced.exit()).isZero();
    }

    @Test
    void anArchiveThatIsNoneIsAFinding() {
        var ran = muster("import", file("x.zip", "not a zip"), "-o", folder.resolve("mine"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("x.zip:1:1: is no zip").doesNotContain("Exception");
        assertThat(folder.resolve("mine")).doesNotExist();
    }
}
