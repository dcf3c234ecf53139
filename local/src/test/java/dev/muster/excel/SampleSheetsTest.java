package dev.muster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Problem;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import dev.muster.scenario.sheet.ImportedScenario;
import dev.muster.scenario.sheet.Remark;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spreadsheets that LibreOffice made (see README.md beside them), as different organisations write them. */
class SampleSheetsTest {

    private static final Library LIBRARY =
            Library.at(Path.of(System.getProperty("muster.root")).resolve("scenarios"));

    @TempDir
    private Path folder;

    private static ImportedScenario imported(String file) throws IOException {
        var wishes =
                new Wishes(ImportScenario.idFor(file.replaceFirst("\\..*", "")), Optional.empty(), Optional.empty());
        return ImportScenario.of(Spreadsheets.read(sample(file)), LIBRARY.defaultPlan(), wishes);
    }

    private static Path sample(String file) {
        try {
            return Path.of(SampleSheetsTest.class.getResource(file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Inject inject(Scenario scenario, String text) {
        return scenario.injects().stream()
                .filter(inject -> inject.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** The numbers of the rows that are events; StartEx and EndEx of the flood are none. */
    @ParameterizedTest
    @CsvSource({
        "county-flood.xlsx, 7 8 9 11 12",
        "hospital-power.xlsx, 2 3 4 5 6",
        "energieversorger.csv, 3 4 5 6 7",
        "airport-dplus.xlsx, 4 5 7 2 3",
        "bank-merged.xlsx, 4 5 6 8 9 10",
        "arabic-tabs.csv, 2 3",
    })
    void noRowIsLostAndTheScenarioIsValid(String file, String rows) throws IOException {
        var imported = imported(file);

        assertThat(imported.document().path("injects"))
                .extracting(inject -> row(imported, inject))
                .containsExactly(rows.split(" "));
        var yaml = Files.writeString(folder.resolve("scenario.yaml"), imported.yaml("scenario.schema.json"));
        assertThat(Validation.validate(List.of(yaml), LIBRARY).stream().filter(Problem::isError))
                .isEmpty();
    }

    private static String row(ImportedScenario imported, JsonNode inject) {
        return imported.comments().get(inject).getFirst().replaceFirst(".*row ", "");
    }

    @Test
    void aCountysFormIsUnderstood() throws IOException {
        var imported = imported("county-flood.xlsx");
        var scenario = imported.scenario();

        assertThat(scenario.title()).isEqualTo("Rising Water 26");
        assertThat(scenario.kind()).isEqualTo(CrisisKind.NATURAL_DISASTER);
        assertThat(scenario.starts()).contains(LocalTime.of(9, 0));
        assertThat(scenario.duration()).isEqualTo(Duration.ofMinutes(90));
        var warning = inject(scenario, "Flood warning");
        assertThat(warning.release()).isEqualTo(new Release.Scripted(Duration.ofMinutes(5)));
        assertThat(warning.to()).containsExactly("crisis-lead", "communications");
        assertThat(warning.guidance().controller()).isEqualTo("R. Osei");
        assertThat(warning.guidance().notes()).containsEntry("Event #", "2").containsEntry("Notes", "Handout 1");
        var silence = inject(scenario, "the county is silent");
        assertThat(silence.expects()).containsExactly("holding-statement");
        assertThat(scenario.objectives())
                .extracting(objective -> objective.title() + " " + objective.steps())
                .containsExactly("Public Information and Warning [holding-statement]");
        assertThat(inject(scenario, "own county").release())
                .isEqualTo(new Release.Ready(
                        "Contingency; Only if nobody has called the mayor by then; planned for 09:40"));
        assertThat(inject(scenario, "cellar").text()).endsWith("=HELP(me)");
        assertThat(imported.remarks())
                .extracting(Remark::toString)
                .anyMatch(line -> line.contains("Contacts: no row of headings"))
                .anyMatch(line -> line.contains("MSEL!A7: formula in A7, A8"))
                .anyMatch(line -> line.contains("MSEL!row 6: StartEx at 09:00"))
                .anyMatch(line -> line.contains("MSEL!row 13: EndEx at +1:30"));
    }

    @Test
    void excelsTimesRunOverMidnight() throws IOException {
        var scenario = imported("hospital-power.xlsx").scenario();

        assertThat(scenario.starts()).contains(LocalTime.of(22, 50));
        assertThat(scenario.injects())
                .extracting(inject -> inject.release().planned().orElseThrow().toMinutes())
                .containsExactly(0L, 15L, 40L, 85L, 110L);
        assertThat(inject(scenario, "🙏").guidance().learning()).isEqualTo("Families first");
    }

    @Test
    void aGermanSheetKeepsItsLetters() throws IOException {
        var scenario = imported("energieversorger.csv").scenario();

        assertThat(scenario.title()).isEqualTo("Übung Nordwind – Drehbuch");
        assertThat(scenario.language()).isEqualTo("de");
        var customer = inject(scenario, "Kühltruhe");
        assertThat(customer.text()).contains("1.200 € Ware");
        assertThat(customer.from()).isEqualTo("Frau Öztürk, Kundin");
        assertThat(customer.to()).containsExactly("customer-care");
        assertThat(inject(scenario, "Notbeleuchtung").release()).isEqualTo(new Release.Ready("bei Bedarf"));
        assertThat(inject(scenario, "Notbeleuchtung").to()).hasSize(6);
    }

    @Test
    void timesMayCountFromDDayOverSeveralSheets() throws IOException {
        var imported = imported("airport-dplus.xlsx");
        var scenario = imported.scenario();

        assertThat(scenario.starts()).isEmpty();
        assertThat(scenario.injects())
                .extracting(inject -> inject.release().planned().orElseThrow().toMinutes())
                .containsExactly(5L, 12L, 90L, 26 * 60 + 30L, 27 * 60L);
        assertThat(inject(scenario, "fuel depot").guidance().notes())
                .containsEntry("Section", "Phase 2: Everybody asks");
        var insurer = inject(scenario, "hangar?");
        assertThat(insurer.to()).containsExactly("crisis-lead");
        assertThat(insurer.guidance().notes())
                .containsEntry("To", "Finance department")
                .containsEntry("Channel", "Carrier pigeon");
        assertThat(imported.remarks())
                .extracting(Remark::toString)
                .anyMatch(line -> line.contains("Day 2!E3: plan \"default\" has no role \"Finance department\""));
    }

    @Test
    void mergedCellsCountForEachOfTheirRows() throws IOException {
        var scenario = imported("bank-merged.xlsx").scenario();

        assertThat(scenario.briefing()).startsWith("It is the last Friday");
        assertThat(scenario.injects())
                .extracting(inject ->
                        inject.release().planned().map(Duration::toMinutes).orElse(-1L))
                .containsExactly(5L, 5L, 25L, -1L, -1L, 25 * 60 + 30L);
        assertThat(inject(scenario, "standing order").acknowledge()).contains(Duration.ofMinutes(10));
        assertThat(inject(scenario, "We go on air").release())
                .isEqualTo(new Release.Ready("Contingent on no statement by 0:45; planned for +1:10"));
        assertThat(inject(scenario, "first statement").release())
                .isEqualTo(new Release.Ready("Only as a prompt, if the team does not do it by itself"));
    }

    @Test
    void otherScriptsAndDirectionsStayIntact() throws IOException {
        var scenario = imported("arabic-tabs.csv").scenario();

        assertThat(scenario.injects())
                .extracting(Inject::text)
                .containsExactly("لا أستطيع الدخول إلى حسابي 😟 منذ الصباح", "מה קורה? אין תשובה כבר שעה");
        assertThat(scenario.injects().getFirst().guidance().notes()).containsEntry("ملاحظات", "عاجل");
    }
}
