package dev.muster.scenario.sheet.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Contact;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CsvReader;
import dev.muster.scenario.sheet.Grid;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crisis plans as organisations tabulate them. */
class ImportPlanTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
    private static final Plan STANDARD = LIBRARY.defaultPlan();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static ImportPlan.Wishes wishes(Optional<Plan> before) {
        return new ImportPlan.Wishes(
                "own",
                "Our plan",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                TODAY);
    }

    private static ImportedPlan imported(String csv) {
        return ImportPlan.of(CsvReader.read("plan.csv", csv.getBytes(UTF_8)), STANDARD, wishes(Optional.empty()));
    }

    private static ImportedPlan sample(String name) {
        try (var in = ImportPlanTest.class.getResourceAsStream(name)) {
            return ImportPlan.of(CsvReader.read(name, in.readAllBytes()), STANDARD, wishes(Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(ImportedPlan imported, String id) {
        return imported.plan().step(id).orElseThrow();
    }

    private static List<String> said(ImportedPlan imported, Remark.Kind kind) {
        return imported.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::toString)
                .toList();
    }

    private static List<Problem> errors(ImportedPlan imported) {
        try {
            var file = Files.createTempFile("own", ".yaml");
            Files.writeString(file, imported.yaml("plan.schema.json"));
            var errors = Validation.validate(List.of(file), LIBRARY).stream()
                    .filter(Problem::isError)
                    .toList();
            Files.delete(file);
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- whole plans

    @Test
    void aGermanHandbookInOneSheetBecomesAPlanThatIsValid() {
        var imported = sample("stadtwerke-auenheim.csv");
        var plan = imported.plan();

        assertThat(errors(imported)).isEmpty();
        assertThat(plan.title()).isEqualTo("Krisenhandbuch der Stadtwerke Auenheim");
        assertThat(plan.version()).isEqualTo(4);
        assertThat(plan.owner()).isEqualTo("Leitung Unternehmenskommunikation");
        assertThat(plan.reviewed()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(plan.realContact()).isEqualTo("Leitwarte, 030 23125 112 (Tag und Nacht)");
        assertThat(plan.variables())
                .containsEntry("company", "Stadtwerke Auenheim")
                .containsEntry("help_phone", "030 23125 400");
        assertThat(plan.speakers()).containsExactlyInAnyOrder("pressestelle", "kundenservice");
        assertThat(plan.approval().by()).containsExactlyInAnyOrder("leitung-krisenstab", "datenschutz");
        assertThat(plan.role("leitung-krisenstab").orElseThrow())
                .isEqualTo(new Role(
                        "leitung-krisenstab",
                        "Leitung Krisenstab",
                        "entscheidet, führt den Stab; held by Jörg Brückner; deputy: Aylin Öztürk",
                        List.of("crisis-lead")));
        assertThat(plan.contacts())
                .contains(new Contact("Polizei", "030 23125 530"))
                .hasSize(4);
        assertThat(plan.templates())
                .filteredOn(template -> template.channel().equals(Optional.of(Channel.SMS)))
                .singleElement()
                .satisfies(template -> assertThat(template.steps()).containsExactly("betroffene-kunden-informieren"));
        assertThat(plan.steps()).hasSize(12);
    }

    @Test
    void whatAStepDoesNotSayIsTakenFromTheOneThatItStandsFor() {
        var first = step(sample("stadtwerke-auenheim.csv"), "erste-stellungnahme-auf-der-webseite");
        var standard = STANDARD.step("holding-statement").orElseThrow();

        assertThat(first.standsFor()).containsExactly("holding-statement");
        assertThat(first.source()).isEqualTo(standard.source());
        assertThat(first.criteria()).isEqualTo(standard.criteria());
        assertThat(first.without()).isEqualTo(standard.without());
        assertThat(first.weight()).isEqualTo(standard.weight());
        assertThat(first.deadline()).isEqualTo(Duration.ofMinutes(30));
        assertThat(first.zero()).isEqualTo(Duration.ofMinutes(90));
        assertThat(first.evidence())
                .isEqualTo(new Evidence.Message(Set.of(Audience.PUBLIC), Set.of(Channel.WEB, Channel.SOCIAL), false));
        assertThat(first.critical()).isTrue();
        assertThat(first.phase()).isEqualTo(Phase.COMMUNICATION);
    }

    @Test
    void aShopsFourLinesBecomeAPlanAndItsGapsAreSaid() {
        var imported = sample("corner-shop.csv");

        assertThat(errors(imported)).isEmpty();
        assertThat(imported.plan().steps())
                .extracting(Step::standsFor)
                .containsExactly(
                        List.of("scope"), List.of("notify-affected"), List.of("support-page"), List.of("apologise"));
        assertThat(imported.plan().reviewed()).isEqualTo(TODAY);
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .anyMatch(line -> line.contains("row 3: no deadline can be read in \"same day\"; 40 min"))
                .anyMatch(line -> line.contains("no version is said: 1"))
                .anyMatch(line -> line.contains("no owner of the plan is said"))
                .anyMatch(line -> line.contains("a real emergency in a drill is shown"))
                .anyMatch(line -> line.contains("no step stands for") && line.contains("holding-statement"));
    }

    @Test
    void aBadRowNeverCostsTheGoodOnes() {
        var imported = sample("stadtwerke-auenheim.csv");

        assertThat(said(imported, Remark.Kind.UNUSED))
                .anyMatch(line -> line.contains("row 31: no action in this row: \"13 | Pressestelle | 1 h\""))
                .anyMatch(line -> line.contains("row 39: nothing says how to reach \"Wetterdienst\""));
        assertThat(imported.plan().step("nachbereitung-mit-allen-beteiligten")).isPresent();
    }

    @Test
    void everyRowThatSaysSomethingIsInTheReport() {
        var imported = sample("stadtwerke-auenheim.csv");
        var rows =
                imported.remarks().stream().map(remark -> remark.place().row()).collect(Collectors.toSet());

        assertThat(rows).contains(1, 2, 3, 4, 5, 6, 7);
        for (var row = 19; row <= 31; row++) {
            assertThat(rows).contains(row);
        }
    }

    // ---- steps

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action,Owner,Deadline",
                "TASK;WHO;DUE",
                "Lead,Target time,Step",
                "\"Responsible (role)\",\"Measure / Action\",Within",
                "Frist;Maßnahme;Zuständig"
            })
    void headingsComeInAnyCaseAndOrderAndLanguage(String headings) {
        var separator = headings.contains(";") ? ";" : ",";
        var columns = headings.split(separator);
        var row = new String[3];
        for (var column = 0; column < 3; column++) {
            var heading = columns[column].toLowerCase(Locale.ROOT);
            row[column] = heading.matches(".*(action|task|step|measure|ma.nahme).*")
                    ? "Convene the crisis team"
                    : heading.matches(".*(owner|who|lead|respons|zust).*") ? "Boss" : "25 min";
        }

        var imported = imported(headings + "\n" + String.join(separator, row) + "\n");

        var step = step(imported, "convene-the-crisis-team");
        assertThat(step.owner()).isEqualTo("boss");
        assertThat(step.deadline()).isEqualTo(Duration.ofMinutes(25));
        assertThat(step.standsFor()).containsExactly("activate-team");
    }

    @Test
    void aLineBetweenTheStepsNamesThePhaseOfThoseBelow() {
        var imported = imported("""
                Action,Owner,Deadline
                PHASE 1: DETECTION,,
                Count the boats,Harbour master,10 min
                Recovery,,
                Paint the pier,Harbour master,20 min
                """);

        assertThat(step(imported, "count-the-boats").phase()).isEqualTo(Phase.DETECTION);
        assertThat(step(imported, "paint-the-pier").phase()).isEqualTo(Phase.RESOLUTION);
        assertThat(imported.plan().steps()).hasSize(2);
    }

    @Test
    void theTitleOfTheTableNamesThePhaseOfItsFirstSteps() {
        var imported = imported("Phase 1 - Detection\nAction,Owner\nCount the boats,Harbour master\n");

        assertThat(step(imported, "count-the-boats").phase()).isEqualTo(Phase.DETECTION);
    }

    @Test
    void ofTwoThingsThatAStepMayMeanTheOneOfItsPhaseCounts() {
        var later = imported("Phase,Action,Owner\nRecovery,All clear: tell customers,Press\n");
        var now = imported("Phase,Action,Owner\nCommunication,All clear: tell customers,Press\n");

        assertThat(step(later, "all-clear-tell-customers").standsFor()).containsExactly("declare-end");
        assertThat(step(now, "all-clear-tell-customers").standsFor()).containsExactly("notify-affected");
    }

    @Test
    void columnsThatMusterDoesNotKnowAreKeptInTheChecklist() {
        var imported =
                imported("Action,Owner,Deadline,Legal basis\nNotify the regulator,Legal,24 h,Art. 33,see folder 7\n");

        assertThat(step(imported, "notify-the-regulator").checklist()).isEqualTo("Legal basis: Art. 33\nsee folder 7");
        assertThat(said(imported, Remark.Kind.UNUSED))
                .anyMatch(line -> line.contains("kept in the checklist as a note: \"Legal basis: Art. 33\""));
    }

    @Test
    void anOwnerMayBeNamedByThePersonWhoHoldsTheRole() {
        var imported = imported("""
                Role,Name,Deputy
                Crisis manager,Ada Nwosu,Bo Lind
                Press,Cy Ruiz,

                Action,Owner,Deadline
                Brief the board,Ada Nwosu,15 min
                Publish first statement,"Cy Ruiz, Ada Nwosu",20 min
                Do the rest,,20 min
                """);

        assertThat(step(imported, "brief-the-board").owner()).isEqualTo("crisis-manager");
        assertThat(step(imported, "publish-first-statement").owner()).isEqualTo("press");
        assertThat(step(imported, "publish-first-statement").checklist()).isEqualTo("Owner: Cy Ruiz, Ada Nwosu");
        assertThat(step(imported, "do-the-rest").owner()).isEqualTo("crisis-manager");
        assertThat(said(imported, Remark.Kind.ASSUMED)).anyMatch(line -> line.contains("row 8: nobody is named"));
    }

    @Test
    void whatIsDoneAfterDaysKeepsATimeThatADrillHas() {
        var imported = imported("Action,Owner,Deadline\nThank customers,Care,within 2 weeks\n");
        var step = step(imported, "thank-customers");

        assertThat(step.mode()).isEqualTo(Step.Mode.TIME_JUMP);
        assertThat(step.deadline())
                .isEqualTo(STANDARD.step("thank-customers").orElseThrow().deadline());
        assertThat(step.checklist()).isEqualTo("Deadline: within 2 weeks");
    }

    @Test
    void evidencePriorityAndPracticeAreReadWhereThePlanHasThem() {
        var imported = imported("""
                Action,Owner,Deadline,Proof,Priority,Practice,Must,Channel,To whom
                Close the beach,Guard,5 min,Decision,high,safety,x,,
                Warn bathers,Guard,5 min,Announcement,low,"safety, notify",,Radio,Guests
                """);

        assertThat(step(imported, "close-the-beach"))
                .returns(new Evidence.Decision(), Step::evidence)
                .returns(3.0, Step::weight)
                .returns(true, Step::critical)
                .returns(List.of("safety"), Step::source);
        assertThat(step(imported, "warn-bathers"))
                .returns(new Evidence.Message(Set.of(Audience.CUSTOMERS), Set.of(Channel.PHONE), false), Step::evidence)
                .returns(1.0, Step::weight)
                .returns(false, Step::critical)
                .returns(List.of("safety", "notify"), Step::source);
    }

    @Test
    void namesInAnyScriptAreKept() {
        var imported = imported("Action,Owner,Deadline\nお客様に連絡する,佐藤 美咲,15 min\nإبلاغ العملاء,فريق الدعم,30 min\n");

        assertThat(errors(imported)).isEmpty();
        assertThat(imported.plan().steps()).extracting(Step::title).containsExactly("お客様に連絡する", "إبلاغ العملاء");
        assertThat(imported.plan().roles()).extracting(Role::name).containsExactly("佐藤 美咲", "فريق الدعم");
    }

    // ---- versions

    @Test
    void aPlanThatComesInThePlaceOfAnotherCountsItsVersionUp() {
        var before = sample("stadtwerke-auenheim.csv").plan();
        var csv = CsvReader.read("plan.csv", "Action,Owner\nConvene the crisis team,Boss\n".getBytes(UTF_8));

        var next = ImportPlan.of(csv, STANDARD, wishes(Optional.of(before))).plan();

        assertThat(next.version()).isEqualTo(5);
        assertThat(next.owner()).isEqualTo(before.owner());
        assertThat(next.realContact()).isEqualTo(before.realContact());
        assertThat(next.variables()).isEqualTo(before.variables());
    }

    @Test
    void aHigherVersionInTheFileCounts() {
        var before = sample("stadtwerke-auenheim.csv").plan();
        var csv =
                CsvReader.read("plan.csv", "Version: 9\nAction,Owner\nConvene the crisis team,Boss\n".getBytes(UTF_8));

        assertThat(ImportPlan.of(csv, STANDARD, wishes(Optional.of(before)))
                        .plan()
                        .version())
                .isEqualTo(9);
    }

    // ---- anything

    @ParameterizedTest
    @ValueSource(strings = {"Zuletzt geprüft", "Last reviewed", "Revised on", "Stand"})
    void theDateOfTheLastReviewIsReadByItsUsualNames(String name) {
        var plan = imported(name + ": 2026-03-12\n\nAction,Owner,Deadline\nPublish a holding statement,Press,15 min\n")
                .plan();

        assertThat(plan.reviewed()).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void aFileWithoutStepsIsRefusedWithARemedy() {
        assertThatExceptionOfType(UnusableWorkbook.class)
                .isThrownBy(() -> imported("Name,Phone\nPolice,110\n"))
                .withMessageContaining("no table of steps")
                .withMessageContaining("Action, Owner, Deadline");
    }

    @Property(tries = 300)
    void whateverStandsInTheCellsThePlanIsValidAndNoActionIsLost(@ForAll("sheets") List<List<String>> rows) {
        var grid = new Grid("plan.xlsx");
        var page = grid.page("Steps", false);
        put(page, 1, List.of("Action", "Owner", "Deadline", "Phase", "Channel", "Proof", "Must", "Priority", "Notes"));
        put(page, 2, List.of("Convene the crisis team", "Boss"));
        for (var index = 0; index < rows.size(); index++) {
            put(page, index + 3, rows.get(index));
        }
        page.close();

        var imported = ImportPlan.of(grid.workbook(), STANDARD, wishes(Optional.empty()));

        assertThat(errors(imported)).isEmpty();
        assertThat(said(imported, Remark.Kind.UNDERSTOOD).stream()
                        .filter(line -> line.contains(": step \""))
                        .count())
                .isEqualTo(imported.plan().steps().size());
    }

    private static void put(Grid.Page page, int row, List<String> cells) {
        for (var index = 0; index < cells.size(); index++) {
            page.put(row, index + 1, Cell.of(cells.get(index)));
        }
    }

    @Provide
    Arbitrary<List<List<String>>> sheets() {
        var cells = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "Publish holding statement",
                        "Thank customers",
                        "Stay calm",
                        "Train everybody on the role",
                        "Contain the damage",
                        "15 min",
                        "2 weeks",
                        "sofort",
                        "x",
                        "high",
                        "Decision",
                        "Reply",
                        "Press release",
                        "Recovery",
                        "Preparedness",
                        "Website, Instagram",
                        "Press / Legal",
                        "Boss",
                        "=1+1",
                        "{{company}}",
                        "two\nlines",
                        "مرحبا",
                        "佐藤",
                        "\u00A0"),
                Arbitraries.strings().ofMaxLength(500));
        return cells.list().ofSize(9).list().ofMaxSize(8);
    }

    // ---- whom a list is about

    private static final String STEPS = """
            Action,Owner,Deadline
            Publish holding statement,PIO,30 min
            Decide on refunds,Crisis lead,1 h
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Contacts", "Notfallkontakte", "Wichtige Rufnummern", "Behörden und Partner", "List"})
    void aListOfWhomToCallIsNoListOfRoles(String title) {
        var imported = imported(STEPS + """

                %s
                Name,Function,Phone,Email
                Feuerwehr,Notruf,112,
                Data authority,Regulator,020 7946 0001,casework@dpa.example
                """.formatted(title));

        assertThat(imported.plan().contacts())
                .containsExactly(
                        new Contact("Feuerwehr", "112, Notruf"),
                        new Contact("Data authority", "020 7946 0001, casework@dpa.example, Regulator"));
        assertThat(imported.plan().roles()).extracting(Role::id).containsExactly("crisis-lead", "pio");
        assertThat(imported.plan().speakers()).containsExactly("pio");
        assertThat(imported.plan().approval().by()).containsExactly("crisis-lead");
    }

    @Test
    void aListOfTheTeamIsReadAsRolesThoughItHasTheSameHeadings() {
        var imported = imported(STEPS + """

                Name,Function,Phone,Email
                Anna Berg,Crisis lead,020 7946 0001,anna@ferries.example
                Bo Lind,PIO,020 7946 0002,bo@ferries.example
                """);

        assertThat(imported.plan().contacts()).isEmpty();
        assertThat(imported.plan().role("pio").orElseThrow().duties()).isEqualTo("held by Bo Lind");
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains("plan.csv:row 5: headings of roles: most of its functions are those of a crisis team;"
                        + " title it Contacts if it is none");
    }

    // ---- roles in the field's words

    @Test
    void whoIsCalledAsInTheDefaultPlanKeepsTheirPlace() {
        var imported = imported("""
                Action,Owner,Deadline
                Call the mayor,Duty manager,10 min
                Decide on refunds,Crisis lead,1 h
                """);

        assertThat(imported.plan().roles()).extracting(Role::id).containsExactly("crisis-lead");
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains(
                        "plan.csv:row 2: \"Duty manager\" is taken for \"crisis-lead\", since both are like the default"
                                + " plan's \"crisis-lead\" (by the words \"duty manager\");"
                                + " list both in a table of roles if they are two");
        assertThat(step(imported, "call-the-mayor").checklist()).isEqualTo("Owner: Duty manager");
    }

    @Test
    void germanNamesOfRolesStandForTheDefaultPlans() {
        var imported = imported("""
                Maßnahme;Zuständig;Frist
                Krisenstab einberufen;Krisenstabsleiter/in;10 min
                Erste Stellungnahme veröffentlichen;Pressesprecher:in;30 min
                """);

        assertThat(imported.plan().roles())
                .extracting(Role::standsFor)
                .containsExactly(List.of("crisis-lead"), List.of("communications"));
        assertThat(said(imported, Remark.Kind.ASSUMED)).noneMatch(remark -> remark.contains("the others are noted"));
    }

    // ---- what is said of assumptions

    @Test
    void aResponseLeavesThePhaseOpenWhichTheStepsWordsTell() {
        var imported = imported("""
                Phase,Action,Owner,Deadline
                Response,Publish holding statement,Press,30 min
                Reaktion,Inform the neighbours at the gate,Press,30 min
                Response,Feed the cat,Press,30 min
                Recovery,Feed the dog,Press,30 min
                """);

        assertThat(imported.plan().steps())
                .extracting(Step::phase)
                .containsExactly(Phase.COMMUNICATION, Phase.COMMUNICATION, Phase.PLANNING, Phase.RESOLUTION);
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains(
                        "plan.csv:row 2: the phase can be detection or planning or communication; communication,"
                                + " as in the default plan's step \"holding-statement\"",
                        "plan.csv:row 3: the phase can be detection or planning or communication; communication,"
                                + " by its words",
                        "plan.csv:row 4: the phase can be detection or planning or communication; planning");
    }

    @Test
    void theNearestChannelIsSaidAndTheWordsAreKept() {
        var imported = imported("""
                Action,Owner,Deadline,Channel
                Publish holding statement,Press,30 min,"Fax, web"
                """);

        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains("plan.csv:row 2: \"Fax\" is taken for email, the nearest that Muster has")
                .noneMatch(remark -> remark.contains("\"web\""));
        assertThat(imported.plan().steps().getFirst().checklist()).isEqualTo("Fax");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsReadAsInScriptsAndSaid() {
        var imported = imported("Last reviewed,03/04/2026\n\n" + STEPS);

        assertThat(imported.plan().reviewed()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains("plan.csv:B1: \"03/04/2026\" is taken for month/day;"
                        + " write the year first, as in 2026-03-05, if that is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13/4/2026", "13.4.2026", "2026/4/13", "13. April 2026", "Apr 13, 2026", "13-Apr-2026"})
    void aDateThatCanBeReadInOneWayNeedsNoRemark(String date) {
        var imported = imported("Last reviewed,\"%s\"\n\n%s".formatted(date, STEPS));

        assertThat(imported.plan().reviewed()).isEqualTo(LocalDate.of(2026, 4, 13));
        assertThat(said(imported, Remark.Kind.ASSUMED)).noneMatch(remark -> remark.contains("month/day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"April 2026", "4/2026", "2026-04"})
    void ofAMonthTheFirstDayCounts(String month) {
        var imported = imported("Last reviewed,%s\n\n%s".formatted(month, STEPS));

        assertThat(imported.plan().reviewed()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/31/2026", "13 April", "soon", "99.99.2026"})
    void whatIsNoDayIsNamed(String words) {
        var imported = imported("Last reviewed,%s\n\n%s".formatted(words, STEPS));

        assertThat(imported.plan().reviewed()).isEqualTo(TODAY);
        assertThat(said(imported, Remark.Kind.UNUSED)).anyMatch(remark -> remark.contains("no date can be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last reviewed: 2026-02-01", "Reviewed: 2026-02-01", "Plan owner: Communications"})
    void whatThePlanSaysOfItselfAboveTheStepsNamesNoPhase(String line) {
        var csv = line + "\nNo,Action,Owner,Deadline\n1,Sound the siren,Operations,5 min\n";
        var plan = ImportPlan.of(CsvReader.read("plan.csv", csv.getBytes(UTF_8)), STANDARD, wishes(Optional.empty()))
                .plan();

        assertThat(plan.steps()).extracting(Step::phase).containsExactly(Phase.PLANNING);
    }

    @Test
    void twoListsOfPeopleWithTheSameHeadingsAreWhatTheirTitlesSay() {
        var csv = """
                Step,Action,Owner,Deadline
                1,Convene the crisis team,Incident lead,15 min

                Important contacts
                Name,Function,Phone
                Police,Emergency,110

                Crisis team
                Name,Function,Phone
                Ute Held,Incident lead,07700 900001
                """;
        var plan = ImportPlan.of(CsvReader.read("plan.csv", csv.getBytes(UTF_8)), STANDARD, wishes(Optional.empty()))
                .plan();

        assertThat(plan.contacts()).extracting(Contact::name).containsExactly("Police");
        assertThat(plan.roles()).extracting(Role::name).containsExactly("Incident lead");
    }
}
