package dev.muster.scenario.sheet;

import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.StepComposer.aStep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the changes that people make in a sheet which Muster exported. */
class EditedExportTest {

    private static final Wishes NONE = new Wishes("my-crisis", Optional.empty(), Optional.empty());

    private static final Plan PLAN = aPlan().with(aStep("recognise").fromTheStart(), aStep("holding-statement"))
            .compose();

    private static final int HEADER = 2;
    private static final int FIRST = 3;
    private static final int SECOND = 4;

    private final List<Row> rows = new ArrayList<>();
    private List<Sheet> others = List.of();

    @BeforeEach
    void export() {
        var script = """
                Time,To,Plan Steps,Inject ID,Condition,Message,Objectives
                07:50,legal,recognise,film,,One,recognise
                07:54,legal,,chat,when: {step-done: recognise},Two,
                """;
        var scenario = ImportScenario.of(CsvReader.read("msel.csv", script.getBytes(UTF_8)), PLAN, NONE)
                .scenario();
        var sheets = ExportScenario.of(scenario, PLAN).workbook().sheets();
        rows.addAll(sheets.getFirst().rows());
        others = sheets.subList(1, sheets.size());
    }

    private void write(int row, String heading, String text) {
        var header = rows.get(HEADER).cells().stream().map(Cell::shown).toList();
        var cells = new ArrayList<>(rows.get(row).cells());
        while (cells.size() < header.size()) {
            cells.add(Cell.EMPTY);
        }
        cells.set(header.indexOf(heading), Cell.of(text));
        rows.set(row, new Row(rows.get(row).number(), cells));
    }

    private void addRow() {
        rows.add(new Row(rows.getLast().number() + 1, List.of(Cell.of("3"))));
    }

    private ImportedScenario imported() {
        return imported(NONE);
    }

    private ImportedScenario imported(Wishes wishes) {
        var sheets = new ArrayList<>(List.of(new Sheet(OwnTables.MSEL, false, rows)));
        sheets.addAll(others);
        return ImportScenario.of(new Workbook("edited.xlsx", sheets, List.of()), PLAN, wishes);
    }

    private static List<String> doubts(ImportedScenario imported) {
        return imported.remarks().stream()
                .filter(remark -> remark.kind() != Remark.Kind.UNDERSTOOD)
                .map(Remark::toString)
                .toList();
    }

    private static List<Inject> injects(ImportedScenario imported) {
        return imported.scenario().injects();
    }

    @Test
    void whatNobodyChangedNeedsNoWord() {
        assertThat(doubts(imported())).isEmpty();
    }

    @Test
    void aRowThatSomebodyAddsIsUnderstoodLikeAnyOther() {
        addRow();
        write(5, "Time After StartEx", "0:07");
        write(5, "To", "Comms");
        write(5, "Inject Description", "Three");
        write(5, "Evaluator: Observed", "late");

        var imported = imported();

        var added = injects(imported).get(2);
        assertThat(added.release()).isEqualTo(new Release.Scripted(ofMinutes(7)));
        assertThat(added.to()).containsExactly("communications");
        assertThat(added.text()).isEqualTo("Three");
        assertThat(added.guidance().notes()).containsEntry("Evaluator: Observed", "late");
        assertThat(imported.scenario().roles()).contains("communications");
    }

    @Test
    void aRowThatSomebodyAddsMayGoByTheScenariosClock() {
        addRow();
        write(5, "Scenario Time", "08:01");
        write(5, "To", "Comms");
        write(5, "From", "Rafe");
        write(5, "Delivery Method", "chat");
        write(5, "Title", "Three");

        var imported = imported();

        assertThat(injects(imported).get(2).release()).isEqualTo(new Release.Scripted(ofMinutes(11)));
        assertThat(doubts(imported)).containsExactly("edited.xlsx:MSEL!G6: \"Comms\" is communications");
    }

    @Test
    void aScenarioTimeBesideAnotherTimeIsNotTakenUpAndSaid() {
        write(FIRST, "Scenario Time", "07:58");

        var imported = imported();

        assertThat(injects(imported).getFirst().release()).isEqualTo(new Release.Scripted(ofMinutes(0)));
        assertThat(doubts(imported))
                .containsExactly("edited.xlsx:MSEL!C4: \"Scenario Time\" says \"07:58\" where \"07:50\" is worked out;"
                        + " such a change is not taken up, change \"Time After StartEx\"");
    }

    @Test
    void aTimeThatChangedLeavesTheScenarioTimeBehindAndThatIsSaid() {
        write(FIRST, "Time After StartEx", "0:02");

        var imported = imported();

        assertThat(injects(imported).getFirst().release()).isEqualTo(new Release.Scripted(ofMinutes(2)));
        assertThat(doubts(imported))
                .singleElement()
                .asString()
                .contains("says \"07:50\" where \"07:52\" is worked out");
    }

    @Test
    void aScenarioTimeBesideAnInjectThatBecameReadyIsSaidToo() {
        write(FIRST, "Inject Type", "Contingency");
        assertThat(doubts(imported())).singleElement().asString().contains("ready to fire");

        write(FIRST, "Scenario Time", "07:58");

        assertThat(doubts(imported())).last().asString().contains("says \"07:58\" where \"07:50\" is worked out");
    }

    @Test
    void aTimeBesideAnInjectThatWaitsIsSaidOnce() {
        write(SECOND, "Condition", "after: {acknowledged: film}");
        write(SECOND, "Time After StartEx", "");

        assertThat(doubts(imported()))
                .containsExactly(
                        "edited.xlsx:MSEL!C5: an inject that is released by its condition or by the trainer has no time; kept as a note");
    }

    @Test
    void anotherWayToWriteTheSameTimeIsNoChange() {
        write(FIRST, "Scenario Time", "7:50 AM");

        assertThat(doubts(imported())).isEmpty();
    }

    @Test
    void anotherStartThatTheUserSaysIsNoChangeOfTheRows() {
        var imported = imported(new Wishes("my-crisis", Optional.of(LocalTime.of(9, 0)), Optional.empty()));

        assertThat(imported.scenario().starts()).contains(LocalTime.of(9, 0));
        assertThat(doubts(imported)).isEmpty();
    }

    @Test
    void expectedActionsAndObjectivesOfPeopleAreNotTakenUpAndSaid() {
        write(FIRST, "Expected Actions", "Call the mayor");
        write(SECOND, "Objectives", "Be kind");

        var imported = imported();

        assertThat(injects(imported).getFirst().expects()).containsExactly("recognise");
        assertThat(doubts(imported))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("edited.xlsx:MSEL!K4: \"Expected Actions\" says \"Call the mayor\" where")
                                .endsWith("is worked out; such a change is not taken up, change \"Plan Steps\""),
                        line -> assertThat(line)
                                .startsWith(
                                        "edited.xlsx:MSEL!N5: \"Objectives\" says \"Be kind\" where nothing is worked out;"));
    }

    @Test
    void aConditionThatNamesNoInjectOfTheScenarioBecomesAHint() {
        write(SECOND, "Condition", "when: {acknowledged: nobody}");

        var imported = imported();

        assertThat(injects(imported).get(1).release())
                .isEqualTo(new Release.Ready("when: {acknowledged: nobody}; planned for +0:04"));
        assertThat(doubts(imported))
                .containsExactly(
                        "edited.xlsx:MSEL!R5: the scenario has no such inject: \"nobody\"; possible: film, chat;"
                                + " so it is ready to fire, with the condition as its hint");
        assertThat(YamlWriter.read(imported.yaml("scenario.schema.json"))).isEqualTo(imported.document());
    }

    @Test
    void whoeverDeletesARowLeavesWhatWaitedForItReadyToFire() {
        write(SECOND, "Condition", "when: {acknowledged: film}");
        assertThat(doubts(imported())).isEmpty();

        rows.remove(FIRST);

        assertThat(injects(imported()).getFirst().release()).isInstanceOf(Release.Ready.class);
    }

    @Test
    void aStepThatThePlanLacksMakesAConditionAHintToo() {
        write(SECOND, "Condition", "unless: {step-done: dance}");

        assertThat(injects(imported()).get(1).release())
                .isEqualTo(new Release.Ready("unless: {step-done: dance}; planned for +0:04"));
    }

    @Test
    void aChannelThatIsOnlyTheNearestIsSaidInAnExportToo() {
        write(FIRST, "Delivery Method", "Fax");

        assertThat(doubts(imported()))
                .containsExactly("edited.xlsx:MSEL!E4: \"Fax\" is taken for email, the nearest that Muster has");
    }

    private static List<String> linesOf(ImportedScenario imported, int row) {
        return imported.remarks().stream()
                .filter(remark -> remark.place().row() == row && remark.place().column() == 0)
                .map(Remark::message)
                .toList();
    }

    private void addRowAt(String scenarioTime) {
        addRow();
        write(5, "Scenario Time", scenarioTime);
        write(5, "To", "legal");
        write(5, "From", "Rafe");
        write(5, "Delivery Method", "chat");
        write(5, "Title", "Three");
    }

    private void letTheSecondRowJump() {
        write(SECOND, "Inject Type", "Scripted");
        write(SECOND, "Condition", "");
        write(SECOND, "Scenario Time", "D+3 07:54");
        write(SECOND, "Time Jump", "72:00");
    }

    @Test
    void aJumpOfAnInjectThatWaitsForSomethingIsKeptAsANote() {
        write(SECOND, "Time Jump", "72:00");

        assertThat(injects(imported()).get(1).jump()).isEmpty();
        assertThat(doubts(imported()))
                .containsExactly(
                        "edited.xlsx:MSEL!X5: only an inject that comes at its time, whatever happens, can jump;"
                                + " kept as a note");
    }

    @Test
    void aTimeOverWhichTheClockLeapsMakesARowReadyToFireAndTheOthersAreComparedAllTheSame() {
        letTheSecondRowJump();
        write(FIRST, "Expected Actions", "Call the mayor");
        addRowAt("08:01");

        var imported = imported();

        assertThat(injects(imported).get(2).release()).isEqualTo(new Release.Ready("planned for 08:01"));
        assertThat(doubts(imported))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "edited.xlsx:MSEL!C6: the scenario's own clock, which starts at 07:50, never"
                                                + " shows 08:01: it leaps over it; say which day, for example D+3 10:00; so it"
                                                + " is ready to fire"),
                        line -> assertThat(line).startsWith("edited.xlsx:MSEL!K4: \"Expected Actions\" says"));
        assertThat(linesOf(imported, 6)).containsExactly("three: ready to fire, by chat, to legal");
    }

    @Test
    void aTimeBehindAJumpCountsWithItsDay() {
        letTheSecondRowJump();
        addRowAt("D+3 08:01");

        var imported = imported();

        assertThat(injects(imported).get(2).release()).isEqualTo(new Release.Scripted(ofMinutes(11)));
        assertThat(doubts(imported)).isEmpty();
    }

    @Test
    void aJumpAtATimeThatNeverComesIsKeptAsANote() {
        letTheSecondRowJump();
        addRowAt("08:01");
        write(5, "Time Jump", "24:00");

        var imported = imported();

        assertThat(injects(imported).get(2).jump()).isEmpty();
        assertThat(injects(imported).get(2).guidance().notes()).containsEntry("Time Jump", "24:00");
        assertThat(doubts(imported)).anySatisfy(line -> assertThat(line).contains("whatever happens, can jump"));
    }

    @Test
    void aRowBehindTheEndLetsTheScenarioLastLongerAndThatIsSaid() {
        addRowAt("08:31");

        var imported = imported();

        assertThat(injects(imported).get(2).release()).isEqualTo(new Release.Scripted(ofMinutes(41)));
        assertThat(imported.scenario().duration()).isEqualTo(ofMinutes(60));
        assertThat(doubts(imported))
                .containsExactly(
                        "edited.xlsx:MSEL!C6: +0:41 is after the end of the scenario at +0:20, so it lasts until"
                                + " +1:00; if that is wrong, change the time, or \"duration\" on the sheet \"Scenario\"");
    }

    @Test
    void theLineOfARowSaysWhatBecameOfItsCondition() {
        write(SECOND, "Condition", "when: {acknowledged: nobody}");

        assertThat(linesOf(imported(), 5)).containsExactly("chat: ready to fire, by email, to legal");
    }

    @Test
    void whatKeepsTheSheetFromBeingAScenarioIsSaid() {
        others = others.stream()
                .map(sheet -> new Sheet(
                        sheet.name(),
                        false,
                        sheet.rows().stream()
                                .map(row -> row.cell(1).shown().equals("duration")
                                        ? new Row(row.number(), List.of(row.cell(1), Cell.of("soon")))
                                        : row)
                                .toList()))
                .toList();

        assertThat(doubts(imported()))
                .singleElement()
                .asString()
                .contains("are not looked for, as this is no scenario yet", "soon");
    }
}
