package dev.muster.scenario.sheet;

import static dev.muster.scenario.SoundScripts.planOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Scenario;
import dev.muster.scenario.SoundScripts;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.YamlWriter;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Muster exports, it imports as it was. XLSX files have the same test where they are written. */
class RoundTripTest {

    private static final Wishes NONE = new Wishes("imported", Optional.empty(), Optional.empty());

    @Property(tries = 300)
    void aScenarioComesBackFromCsvAsItWas(@ForAll("scenarios") Scenario scenario) {
        var plan = planOf(scenario);
        var csv = CsvWriter.write(ExportScenario.of(scenario, plan).workbook());

        var imported = ImportScenario.of(CsvReader.read("msel.csv", csv), plan, NONE);

        assertThat(imported.scenario()).isEqualTo(scenario);
        assertThat(imported.remarks()).allMatch(remark -> remark.kind() == Remark.Kind.UNDERSTOOD);
    }

    @Property(tries = 100)
    void theYamlOfAnImportedScenarioReadsBackAsItWas(@ForAll("scenarios") Scenario scenario) {
        var plan = planOf(scenario);
        var imported = ImportScenario.of(ExportScenario.of(scenario, plan).workbook(), plan, NONE);

        assertThat(ScenarioFormat.read(YamlWriter.read(imported.yaml("scenario.schema.json"))))
                .isEqualTo(scenario);
    }

    @Property(tries = 300)
    void noTextBecomesAFormulaInCsv(@ForAll("scenarios") Scenario scenario) {
        var csv = CsvWriter.write(ExportScenario.of(scenario, planOf(scenario)).workbook());

        assertThat(CsvRows.of(new String(csv, java.nio.charset.StandardCharsets.UTF_8).substring(1), ','))
                .allSatisfy(record ->
                        assertThat(record.fields()).noneMatch(field -> field.matches("(?s)[=+\\-@\\t\\r].*")));
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return SoundScripts.anySoundScenario();
    }
}
