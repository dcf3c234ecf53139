package dev.muster.excel;

import static dev.muster.scenario.SoundScripts.planOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Scenario;
import dev.muster.scenario.SoundScripts;
import dev.muster.scenario.sheet.ExportScenario;
import dev.muster.scenario.sheet.ImportScenario;
import dev.muster.scenario.sheet.ImportScenario.Wishes;
import dev.muster.scenario.sheet.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What Muster exports as XLSX, it imports as it was. */
class XlsxRoundTripTest {

    private static final Wishes NONE = new Wishes("imported", Optional.empty(), Optional.empty());

    private static Path file;

    @BeforeContainer
    static void makeAFile() throws IOException {
        file = Files.createTempFile("EXERCISE-", ".xlsx");
    }

    @AfterContainer
    static void removeTheFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 60)
    void aScenarioComesBackAsItWas(@ForAll("scenarios") Scenario scenario) throws IOException {
        var plan = planOf(scenario);
        try (var out = Files.newOutputStream(file)) {
            XlsxWriter.write(ExportScenario.of(scenario, plan), out);
        }

        var imported = ImportScenario.of(Spreadsheets.read(file), plan, NONE);

        assertThat(imported.scenario()).isEqualTo(scenario);
        assertThat(imported.remarks()).allMatch(remark -> remark.kind() == Remark.Kind.UNDERSTOOD);
    }

    @Property(tries = 20)
    void noCellIsAFormula(@ForAll("scenarios") Scenario scenario) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            XlsxWriter.write(ExportScenario.of(scenario, planOf(scenario)), out);
        }

        try (var workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    assertThat(row).allSatisfy(cell -> {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .isEqualTo(cell.getCellType() != CellType.NUMERIC);
                    });
                }
            }
        }
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return SoundScripts.anySoundScenario();
    }
}
