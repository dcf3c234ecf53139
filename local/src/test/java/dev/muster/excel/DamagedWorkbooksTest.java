package dev.muster.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever happens to the bytes of a workbook: it is read or refused in words, never anything else. */
class DamagedWorkbooksTest {

    @Property(tries = 300)
    void aDamagedWorkbookIsReadOrRefused(@ForAll @Size(min = 1, max = 4) int[] places, @ForAll byte value)
            throws IOException, URISyntaxException {
        var bytes = Files.readAllBytes(Path.of(
                DamagedWorkbooksTest.class.getResource("hospital-power.xlsx").toURI()));
        for (var place : places) {
            bytes[Math.floorMod(place, bytes.length)] = value;
        }
        var damaged = Files.write(Files.createTempFile("damaged", ".xlsx"), bytes);
        try {
            assertThat(Spreadsheets.read(damaged).sheets()).hasSizeLessThanOrEqualTo(1);
        } catch (UnusableWorkbook e) {
            assertThat(e).hasMessageStartingWith(damaged + ":").hasMessageNotContaining("Exception");
        } finally {
            Files.delete(damaged);
        }
    }
}
