package dev.muster.scenario.sheet;

import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.StepComposer.aStep;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.scenario.Channel;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script in a spreadsheet becomes. Files of real programs are tested where they are read. */
class ImportScenarioTest {

    private static final Wishes NONE = wishes(Optional.empty());

    private static final Plan PLAN = aPlan().with(
                    aStep("recognise").fromTheStart(),
                    aStep("holding-statement"),
                    aStep("review").afterTimeJump(),
                    aStep("plan-current").checkedFromRecords())
            .compose();

    private static Wishes wishes(Optional<LocalTime> start) {
        return new Wishes("my-crisis", start, Optional.empty());
    }

    private static ImportedScenario imported(String csv) {
        return imported(csv, NONE);
    }

    private static ImportedScenario imported(String csv, Wishes wishes) {
        return ImportScenario.of(CsvReader.read("msel.csv", csv.getBytes(UTF_8)), PLAN, wishes);
    }

    private static Scenario scenario(String csv) {
        return imported(csv).scenario();
    }

    private static Inject only(String csv) {
        assertThat(scenario(csv).injects()).hasSize(1);
        return scenario(csv).injects().getFirst();
    }

    private static List<Long> minutes(Scenario scenario) {
        return scenario.injects().stream()
                .map(inject ->
                        inject.release().planned().map(Duration::toMinutes).orElse(null))
                .toList();
    }

    private static List<String> lines(ImportedScenario imported, Remark.Kind kind) {
        return imported.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Event #,Event Time,From,To,Event Description",
                "SEQ NO,SCENARIO TIME,ORIGINATOR,RECIPIENT,MESSAGE",
                "No.,Date/Time Delivered,Sender,Recipient Player(s),Inject",
                "Nr.,Zeit,Absender,Empfänger,Meldung",
                "Inject  #,\"Time\n(hh:mm)\",From:,To / Recipients,Inject Description",
                "Ser,T+ ,Source,Player(s),Text",
            })
    void columnsAreKnownByTheNamesOfTheField(String header) {
        var inject = only(header + "\n1,PT5M,Rafe,operations,The screens froze\n");

        assertThat(inject.text()).isEqualTo("The screens froze");
        assertThat(inject.from()).isEqualTo("Rafe");
        assertThat(inject.to()).containsExactly("operations");
        assertThat(inject.release()).isEqualTo(new Release.Scripted(ofMinutes(5)));
    }

    @Test
    void columnsMayStandInAnyOrderAndBelowTitlesAndEmptyRows() {
        var imported = imported("""
                EXERCISE Blue Ledger,,,
                Sponsor: The board,,,

                Message,Recipient,Something else,Time
                Rent taken twice,customer-care,kept,09:05
                """);

        var scenario = imported.scenario();
        assertThat(scenario.title()).isEqualTo("EXERCISE Blue Ledger");
        assertThat(scenario.injects().getFirst().guidance().notes()).containsEntry("Something else", "kept");
        assertThat(imported.head()).contains("Above the script: Sponsor: The board");
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .containsExactly("msel.csv:C4: \"Something else\": not known; kept as a note of each inject");
    }

    @Test
    void aColumnWithoutAHeadingIsKeptUnderItsLetter() {
        assertThat(only("Time,To,,Message\nT+5,legal,odd,Hello\n").guidance().notes())
                .containsEntry("Column C", "odd");
    }

    @Test
    void twoColumnsOfOneMeaningLoseNothing() {
        var inject = only("Time,To,Title,Message,Description\nT+5,legal,Hello,What is said,What it means\n");

        assertThat(inject.text()).isEqualTo("What is said");
        assertThat(inject.guidance().notes()).containsEntry("Description", "What it means");
    }

    @Test
    void everyRowBecomesAnInjectWhateverIsWrongWithIt() {
        var imported = imported("""
                Event #,Time,Mode,From,To,Message,Expected Outcome
                1,09:00,Phone,Rafe,operations,Fine,Answers
                2,whenever,Semaphore,,Mayor's office,,
                3,09:30,,,,,
                four,99:99,Phone,Ida,legal,Also fine,
                """);

        var scenario = imported.scenario();
        assertThat(scenario.injects()).hasSize(4);
        var poor = scenario.injects().get(1);
        assertThat(poor.title()).isEqualTo("Row 3");
        assertThat(poor.release()).isEqualTo(new Release.Ready("whenever"));
        assertThat(poor.channel()).isEqualTo(Channel.EMAIL);
        assertThat(poor.from()).isEqualTo("Exercise control");
        assertThat(poor.to()).containsExactly("crisis-lead");
        assertThat(poor.guidance().notes())
                .containsEntry("To", "Mayor's office")
                .containsEntry("Mode", "Semaphore");
        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .contains(
                        "msel.csv:row 3: neither title nor text, so it is called \"Row 3\"",
                        "msel.csv:B3: no time or condition that Muster can watch, so it is ready to fire: \"whenever\"",
                        "msel.csv:C3: \"Semaphore\" is no channel that Muster knows, so it comes by email",
                        "msel.csv:row 3: nobody says it, so Exercise control does");
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .containsExactly(
                        "msel.csv:E3: plan \"plan\" has no role \"Mayor's office\", so crisis-lead stands in; kept as a note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operations, legal | operations legal",
                "operations; LEGAL | operations legal",
                "operations/legal | operations legal",
                "Operations and Legal | operations legal",
                "Ops & PIO | operations communications",
                "the customer service team | customer-care",
                "IT, Comms; HQ | operations communications",
                "All | crisis-lead communications customer-care operations legal",
                "legal, legal | legal",
                "Comms (cc: Legal) | communications legal",
                "John Smith (Legal) | legal",
                "Comms (night shift, late), IT | communications operations",
                "Mayor (cc: Legal), Zookeeper | legal",
            })
    void severalRecipientsMayStandInOneCell(String to, String roles) {
        assertThat(only("Time,To,Message\nT+5,\"%s\",Hello\n".formatted(to)).to())
                .containsExactly(roles.split(" "));
    }

    @Test
    void recipientsMayStandOnLinesOfTheirOwn() {
        assertThat(only("Time,To,Message\nT+5,\"operations\nlegal\",Hello\n").to())
                .containsExactly("operations", "legal");
    }

    @ParameterizedTest
    @CsvSource({
        "E-mail,EMAIL",
        "Telephone call,PHONE",
        "Radio,PHONE",
        "Text message,SMS",
        "Twitter/X,SOCIAL",
        "MS Teams,CHAT",
        "TV news,NEWS",
        "Web page,WEB",
        "Face to face,IN_PERSON",
        "in-person,IN_PERSON",
        "Phone or e-mail,EMAIL",
    })
    void deliveryMethodsAreChannels(String mode, Channel channel) {
        assertThat(only("Time,To,Mode,Message\nT+5,legal,%s,Hello\n".formatted(mode))
                        .channel())
                .isEqualTo(channel);
    }

    @ParameterizedTest
    @CsvSource({"Fax,email", "Brief,email", "Radio,phone", "WhatsApp,sms", "Phone or e-mail,email"})
    void aChannelThatIsOnlyTheNearestIsSaid(String mode, String channel) {
        var imported = imported("Time,To,Mode,Message\nT+5,legal,%s,Hello\n".formatted(mode));

        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .contains("msel.csv:C2: \"%s\" is taken for %s, the nearest that Muster has".formatted(mode, channel));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E-mail", "Telephone call", "Twitter", "TV", "face to face"})
    void theUsualNamesOfAChannelNeedNoAssumption(String mode) {
        var imported = imported("Time,To,Mode,Message\nT+5,legal,%s,Hello\n".formatted(mode));

        assertThat(lines(imported, Remark.Kind.ASSUMED)).noneMatch(line -> line.startsWith("msel.csv:C2"));
    }

    @Test
    void aTypeThatSaysTheChannelIsUnderstoodToo() {
        var inject = only("Time,To,Inject Type,Message\nT+5,legal,Phone call,Hello\n");

        assertThat(inject.channel()).isEqualTo(Channel.PHONE);
        assertThat(inject.release()).isInstanceOf(Release.Scripted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Key event, Scripted",
        "Contextual, Scripted",
        "Contingency, Ready",
        "Contingent inject, Ready",
        "Ad hoc, Ready",
        "Controller discretion, Ready",
        "Expected player action, Ready",
        "Logistics, Scripted",
    })
    void typesOfEventsSayHowTheyAreReleased(String type, String release) {
        var inject = only("Time,To,Event Type,Message\nT+5,legal,%s,Hello\n".formatted(type));

        assertThat(inject.release().getClass().getSimpleName()).isEqualTo(release);
    }

    @Test
    void aTypeThatSaysNothingToMusterIsKept() {
        assertThat(only("Time,To,Type,Message\nT+5,legal,Logistics,Hello\n")
                        .guidance()
                        .notes())
                .containsEntry("Type", "Logistics");
    }

    @Test
    void aConditionThatMusterCanWatchMakesAContingency() {
        var inject =
                only("Time,To,Type,Condition,Message\nT+5,legal,Contingency,unless: {step-done: recognise},Hello\n");

        assertThat(inject.release()).isInstanceOf(Release.Contingency.class);
    }

    @Test
    void aConditionInWordsBecomesTheHintOfAReadyInject() {
        var inject = only("Time,To,Type,Trigger,Message\nT+5,legal,Contingency,If nobody calls the mayor,Hello\n");

        assertThat(inject.release())
                .isEqualTo(new Release.Ready("Contingency; If nobody calls the mayor; planned for +0:05"));
    }

    // ---------------------------------------------------------------- times

    @Test
    void clockTimesCountFromTheFirstEventUnlessSomebodySaysTheStart() {
        var csv = "Time,To,Message\n09:05,legal,One\n09:20,legal,Two\n";

        assertThat(minutes(scenario(csv))).containsExactly(0L, 15L);
        assertThat(scenario(csv).starts()).contains(LocalTime.of(9, 5));
        assertThat(minutes(
                        imported(csv, wishes(Optional.of(LocalTime.of(9, 0)))).scenario()))
                .containsExactly(5L, 20L);
        assertThat(minutes(scenario("StartEx: 08:45,,\n" + csv))).containsExactly(20L, 35L);
    }

    @Test
    void aRowThatSaysStartExGivesTheStartAndIsNoInject() {
        var scenario = scenario("""
                Time,To,Message
                09:00,All,STARTEX
                09:05,legal,One
                10:00,All,End of exercise
                """);

        assertThat(minutes(scenario)).containsExactly(5L);
        assertThat(scenario.duration()).isEqualTo(ofMinutes(60));
    }

    @Test
    void timesThatStartAtZeroCountFromStartEx() {
        var csv = "Time,To,Message\n0:00,legal,One\n0:20,legal,Two\n1:10,legal,Three\n";

        assertThat(minutes(scenario(csv))).containsExactly(0L, 20L, 70L);
        assertThat(scenario(csv).starts()).isEmpty();
        assertThat(imported(csv, wishes(Optional.of(LocalTime.MIDNIGHT)))
                        .scenario()
                        .starts())
                .contains(LocalTime.MIDNIGHT);
    }

    @Test
    void aNightRunsOverMidnight() {
        assertThat(minutes(scenario("Time,To,Message\n23:50,legal,One\n00:10,legal,Two\n01:00,legal,Three\n")))
                .containsExactly(0L, 20L, 70L);
    }

    @Test
    void rowsNeedNotBeSorted() {
        assertThat(minutes(scenario("Time,To,Message\n09:30,legal,One\n09:00,legal,Two\n10:00,legal,Three\n")))
                .containsExactly(30L, 0L, 60L);
    }

    @Test
    void aColumnOfDaysAddsToTheTimes() {
        assertThat(minutes(scenario(
                        "Day,Time,To,Message\nDay 1,09:00,legal,One\n,10:00,legal,Two\nDay 2,09:00,legal,X\n")))
                .containsExactly(0L, 60L, 24 * 60L);
        assertThat(minutes(scenario("Date,Time,To,Message\n3/5/2026,09:00,legal,One\n3/6/2026,09:00,legal,Two\n")))
                .containsExactly(0L, 24 * 60L);
    }

    @Test
    void aColumnOfDatesMayHoldTheTimesToo() {
        assertThat(minutes(scenario("Date,To,Message\n2026-05-03 09:00,legal,One\n2026-05-03 09:20,legal,Two\n")))
                .containsExactly(0L, 20L);
    }

    @Test
    void whatHappensBeforeTheStartIsPutAtTheStartAndSaidSo() {
        var imported = imported(
                "Time,To,Message\n08:30,legal,One\n09:05,legal,Two\n", wishes(Optional.of(LocalTime.of(9, 0))));

        assertThat(minutes(imported.scenario())).containsExactly(0L, 5L);
        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .contains("msel.csv:A2: 0:30 before StartEx, so put at the start");
    }

    @Test
    void theDrillEndsAQuarterOfAnHourAfterTheLastEvent() {
        assertThat(scenario("Time,To,Message\nT+5,legal,One\nT+52,legal,Two\n").duration())
                .isEqualTo(ofMinutes(70));
    }

    @Test
    void anEndBeforeTheLastEventDoesNotCountAndThatIsSaid() {
        var imported = imported("Time,To,Message\n09:00,All,STARTEX\n10:00,All,ENDEX\n10:10,legal,Late\n");

        assertThat(imported.scenario().duration()).isEqualTo(ofMinutes(85));
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .contains("msel.csv:row 3: EndEx at +1:00 does not count: the last event comes at +1:10");
    }

    @Test
    void aStartWithoutATimeIsNoInjectAndIsSaid() {
        var imported = imported("Time,To,Message\n,All,STARTEX\nT+5,legal,One\n");

        assertThat(imported.scenario().injects()).hasSize(1);
        assertThat(lines(imported, Remark.Kind.UNDERSTOOD))
                .contains("msel.csv:row 2: StartEx without a time of day; Muster starts the drill itself");
    }

    @Test
    void aSumBelowTheEventsIsNoEvent() {
        var imported = imported("No.,Time,To,Message\n1,T+5,legal,One\nTotal: 1,,,\nSumme,1,,\n");

        assertThat(imported.scenario().injects()).hasSize(1);
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .containsExactly(
                        "msel.csv:row 3: a sum and no event: \"Total: 1\"",
                        "msel.csv:row 4: a sum and no event: \"Summe 1\"");
    }

    @Test
    void aSumInTheColumnOfTextsIsNoEventButATotalFailureIs() {
        var imported = imported("No.,Time,To,Message\n1,T+5,legal,One\n,,,Total blackout in the north\n"
                + ",,,TOTAL INJECTS: 22\n,,,Total\n");

        assertThat(imported.scenario().injects()).hasSize(2);
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .contains(
                        "msel.csv:row 4: a sum and no event: \"TOTAL INJECTS: 22\"",
                        "msel.csv:row 5: a sum and no event: \"Total\"");
    }

    @Test
    void aTimeAfterMidnightIsOnTheNextDayAndThatIsAnAssumption() {
        var imported = imported("Time,To,Message\n23:30,legal,One\n00:30,legal,Two\n00:40,legal,Three\n");

        assertThat(imported.scenario().injects().get(2).release())
                .isEqualTo(new Release.Scripted(Duration.ofMinutes(70)));
        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .filteredOn(line -> line.contains("next day"))
                .containsExactly(
                        "msel.csv:A3: 00:30 behind 23:30 is taken for the next day; say the day if that is wrong");
    }

    @Test
    void aHeadingWithNothingBelowItIsSaid() {
        var imported = imported("No.,Time,To,Message\nPhase 1,,,\n1,T+5,legal,One\nPrepared by Ida,,,\n");

        assertThat(imported.scenario().injects()).hasSize(1);
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .containsExactly("msel.csv:row 4: a line behind the last event, left out: \"Prepared by Ida\"");
    }

    @Test
    void midnightAtTheEndOfTheDayIsNotTheOneAtItsStart() {
        assertThat(minutes(scenario("Time,To,Message\n22:00,legal,One\n24:00,legal,Two\n00:30,legal,Three\n")))
                .containsExactly(0L, 120L, 150L);
        assertThat(minutes(scenario("Date,Time,To,Message\n2026-05-03,11:00,legal,One\n2026-05-03,24:00,legal,Two\n")))
                .containsExactly(0L, 13 * 60L);
    }

    @Test
    void whatATimeSaysBesideIsKeptAndSaid() {
        var imported = imported("Time,To,Message\n10:00,legal,One\n10:10-10:15,legal,Two\n");

        assertThat(minutes(imported.scenario())).containsExactly(0L, 10L);
        assertThat(imported.scenario().injects().get(1).guidance().notes()).containsEntry("Time", "10:10-10:15");
        assertThat(lines(imported, Remark.Kind.ASSUMED)).contains("msel.csv:A3: its end, \"10:15\", is not used");
    }

    @Test
    void aHeadingMaySayThatNumbersAreHours() {
        assertThat(minutes(scenario("Elapsed Time (hours),To,Message\n0.5,legal,One\n2,legal,Two\n1:15,legal,X\n")))
                .containsExactly(30L, 120L, 75L);
    }

    @Test
    void aTimeBesideAConditionThatHasNoneIsKeptAsANote() {
        var imported = imported("Time,To,Condition,Message\nT+5,legal,after: {step-done: recognise},Hello\n");

        var inject = imported.scenario().injects().getFirst();
        assertThat(inject.release()).isInstanceOf(Release.Reactive.class);
        assertThat(inject.guidance().notes()).containsEntry("Time", "T+5");
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .contains(
                        "msel.csv:A2: an inject that is released by its condition or by the trainer has no time; kept as a note");
    }

    @Test
    void timeToAnswerBecomesTheTimeToAcknowledge() {
        var inject = only("Time,Maximum (minutes),To,Message\nT+5,10,legal,Hello\n");

        assertThat(inject.acknowledge()).contains(ofMinutes(10));
        assertThat(only("Maximum (minutes),To,Message\n10,legal,Hello\n").release())
                .isEqualTo(new Release.Scripted(ofMinutes(10)));
    }

    // ---------------------------------------------------------------- what is expected

    @Test
    void stepsAreExpectedOnlyWhereTheSheetNamesThemExactly() {
        var csv = """
                Time,To,Message,Expected Outcome,Objectives
                T+5,legal,One,"1. Holding-statement
                2. Smiles",Public information
                T+6,legal,Two,Say something like a holding statement,recognise
                T+7,legal,Three,review; plan-current,Something else
                """;
        var imported = imported(csv);

        var scenario = imported.scenario();
        assertThat(scenario.injects())
                .extracting(Inject::expects)
                .containsExactly(List.of("holding-statement"), List.of(), List.of());
        assertThat(scenario.injects().get(1).guidance().outcome()).isEqualTo("Say something like a holding statement");
        assertThat(scenario.objectives())
                .extracting(objective -> objective.title() + objective.steps())
                .containsExactly("Public information[holding-statement]", "recognise[recognise]");
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .singleElement()
                .asString()
                .contains("\"Something else\"");
        assertThat(scenario.injects().get(2).guidance().notes()).containsEntry("Objectives", "Something else");
    }

    @Test
    void withoutObjectivesOneStandsInAndThatIsSaid() {
        var imported = imported("Time,To,Message\nT+5,legal,One\n");

        assertThat(imported.scenario().objectives())
                .extracting(objective -> objective.id() + objective.steps())
                .containsExactly("o-imported[recognise]");
        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .anyMatch(line -> line.startsWith("msel.csv:1:1: objectives: one stands in, shown by recognise"));
    }

    // ---------------------------------------------------------------- words

    @Test
    void idsAreMadeOfTitlesAndDiffer() {
        var scenario = scenario("""
                Time,To,Title,Message
                T+1,legal,Größe & Çare,a
                T+2,legal,Größe & Çare,b
                T+3,legal,佐藤 美咲,c
                T+4,legal,"%s",d
                """.formatted("A very long title that goes on and on without any end in sight"));

        assertThat(scenario.injects())
                .extracting(Inject::id)
                .containsExactly("grosse-care", "grosse-care-2", "inject-4", "a-very-long-title-that-goes-on-and-on");
    }

    @Test
    void bracesOfOtherPeopleAreNoVariables() {
        assertThat(only("Time,To,Message\nT+5,legal,Dear {{name}}\n").text()).isEqualTo("Dear \\{{name}}");
    }

    @Test
    void whatIsTooLongIsCutAndStaysWholeInANote() {
        var title = "word ".repeat(100).strip();

        var inject = only("Time,To,Title,Message\nT+5,legal,%s,Hello\n".formatted(title));

        assertThat(inject.title()).hasSizeLessThanOrEqualTo(400).endsWith("…");
        assertThat(inject.guidance().notes()).containsEntry("Title (part 1)", title);
    }

    @Test
    void theKindIsGuessedFromTheWordsAndSaidSo() {
        var imported = imported("Time,To,Message\nT+5,legal,We must recall the batch: an allergen\n");

        assertThat(imported.scenario().kind()).isEqualTo(CrisisKind.PRODUCT_RECALL);
        assertThat(lines(imported, Remark.Kind.ASSUMED)).anyMatch(line -> line.contains("--kind"));
    }

    @Test
    void aKindThatNoWordTellsIsNotSaidToStandInTheScript() {
        var imported = imported("Time,To,Message\nT+5,legal,Hello\n");

        assertThat(imported.scenario().kind()).isEqualTo(CrisisKind.OUTAGE);
        assertThat(lines(imported, Remark.Kind.ASSUMED))
                .contains("msel.csv:1:1: kind: outage, as no word of the script tells of a kind; --kind says another");
    }

    @Test
    void aScriptWithoutATitleIsCalledAfterItsOwnFile() {
        var workbook =
                CsvReader.read("plans/EXERCISE-rising_water.csv", "Time,To,Message\nT+5,legal,One\n".getBytes(UTF_8));

        var imported = ImportScenario.of(workbook, PLAN, NONE);

        assertThat(imported.scenario().title()).isEqualTo("Rising water");
        assertThat(imported.scenario().id()).isEqualTo("my-crisis");
    }

    @Test
    void aSheetThatIsNoScriptIsPassedOverAndAFileWithoutAnyIsRefused() {
        assertThatThrownBy(() -> imported("Name,Telephone,Room\nRafe,555-0101,12\n"))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageStartingWith(
                        "msel.csv:1:1: no sheet has a row of headings that Muster knows; name the columns");
        assertThatThrownBy(() -> imported("Time,To,Message\n"))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageContaining("no row below the headings");
    }

    @Test
    void hiddenSheetsArePassedOver() {
        var rows = List.of(
                new Row(1, List.of(Cell.of("Time"), Cell.of("To"), Cell.of("Message"))),
                new Row(2, List.of(Cell.of("T+5"), Cell.of("legal"), Cell.of("Hello"))));
        var workbook = new Workbook(
                "msel.xlsx", List.of(new Sheet("Old", true, rows), new Sheet("New", false, rows)), List.of());

        var imported = ImportScenario.of(workbook, PLAN, NONE);

        assertThat(imported.scenario().injects()).hasSize(1);
        assertThat(lines(imported, Remark.Kind.UNUSED))
                .containsExactly(
                        "msel.xlsx:Old: the sheet is hidden, so it is passed over; show it if it belongs to the script");
    }

    @Test
    void theFileIsCommentedYamlThatSaysWhatWasAssumed() {
        var yaml = imported("Time,To,Message\nT+5,Mayor,\"Hello,\nwho is there?\"\n")
                .yaml("../schema/scenario.schema.json");

        assertThat(yaml)
                .startsWith(
                        "# yaml-language-server: $schema=../schema/scenario.schema.json\n#\n# Imported from msel.csv.")
                .contains("""
                        injects:
                          # row 2
                          # assumed: no delivery method, so it comes by email
                          # assumed: nobody says it, so Exercise control does
                          # not used: plan "plan" has no role "Mayor", so crisis-lead stands in; kept as a note
                          - id: hello
                            title: Hello,
                            at: PT5M
                            channel: email
                            from: Exercise control
                            to: [crisis-lead]
                            text: |-
                              Hello,
                              who is there?
                            notes: {To: Mayor}
                        """);
    }

    @Test
    void aDayWithoutATimeStaysInTheHint() {
        var inject = only("Date,Time,To,From,Inject\n2026-03-06,,PIO,A,The inspector asks for the log");

        assertThat(inject.release()).isEqualTo(new Release.Ready("day: 2026-03-06"));
    }

    @Test
    void whatIsCalledASumWhereNumbersStandIsNoEvent() {
        var imported = imported("Nr.;Zeit;An;Von;Meldung\n1;T+5;Presse;A;Stau\nSumme;;;;1 Einlage");

        assertThat(imported.scenario().injects()).hasSize(1);
        assertThat(lines(imported, Remark.Kind.UNUSED)).anyMatch(line -> line.contains("Summe 1 Einlage"));
    }

    @Test
    void thatPostCanBeALetterIsSaid() {
        assertThat(lines(imported("Zeit,Kanal,An,Von,Meldung\nT+5,Post,Recht,Gericht,Ladung"), Remark.Kind.ASSUMED))
                .anyMatch(line -> line.contains("\"Post\" is taken for social"));
    }

    @Test
    void aSheetThatComesNearIsToldWhichOfItsHeadingsIsNotKnown() {
        assertThatThrownBy(() -> imported("Time,To,From,Storyline\n09:00,PIO,A,The tills freeze"))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageContaining("the headings in row 1 name the time, who says it, the roles that receive it,"
                        + " but not what happens; not known: \"Storyline\"");
    }
}
