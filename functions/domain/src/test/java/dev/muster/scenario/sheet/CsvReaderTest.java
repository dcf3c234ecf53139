package dev.muster.scenario.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {

    private static final String MARK = "\uFEFF";

    private static List<List<String>> shown(Workbook workbook) {
        return workbook.sheets().getFirst().rows().stream()
                .map(row -> row.cells().stream().map(Cell::shown).toList())
                .toList();
    }

    private static Workbook read(String text) {
        return CsvReader.read("msel.csv", text.getBytes(UTF_8));
    }

    @Test
    void quotesKeepSeparatorsAndLineBreaksInACell() {
        var workbook = read("No.,Message\r\n1,\"Hello, \"\"you\"\"\r\nthere\"\r\n");

        assertThat(shown(workbook)).containsExactly(List.of("No.", "Message"), List.of("1", "Hello, \"you\"\r\nthere"));
        assertThat(workbook.remarks()).isEmpty();
    }

    @Test
    void rowsKeepTheirNumbersWhereOthersAreEmpty() {
        var rows = read("Title\n\n,,\nNo.,Time\n").sheets().getFirst().rows();

        assertThat(rows).extracting(Row::number).containsExactly(1, 4);
    }

    @ParameterizedTest
    @CsvSource({"';',semicolons", "'\t',tabs", "|,bars"})
    void theSeparatorIsFoundThoughSentencesHaveCommas(char separator, String name) {
        var text = """
                Übung Nordwind, Stand 3. Mai, Entwurf
                Nr.;Zeit;Von;Meldung
                1;09:00;Leitstelle;Der Strom ist weg, in Halle 2, 3 und 4, seit kurzem
                2;09:05;Frau Öztürk;Was nun?
                3;09:10;Presse;"Stimmt es; dass, wie man hört, nichts geht?"
                """.replace(';', separator).replace("es" + separator, "es;");

        var workbook = read(text);

        assertThat(shown(workbook).get(2)).hasSize(4).endsWith("Der Strom ist weg, in Halle 2, 3 und 4, seit kurzem");
        assertThat(workbook.remarks())
                .containsExactly(Remark.understood(CellPlace.ofFile("msel.csv"), "columns separated by " + name));
    }

    @Test
    void excelsOwnSeparatorLineIsObeyedAndCountsAsARow() {
        var rows = read("sep=;\r\nA;B, C\r\n").sheets().getFirst().rows();

        assertThat(rows).containsExactly(new Row(2, List.of(new Cell.Text("A"), new Cell.Text("B, C"))));
    }

    @Test
    void everyEncodingOfTheFieldIsRead() {
        var text = "Nr.,Meldung\n1,Grüße an François – 5 € für Łódź? ".replace("Łódź", "Lodz") + "\n";
        var unicode = "Nr.,Meldung\n1,佐藤 שלום 🏴‍☠️\n";
        var expected = shown(read(unicode));

        assertThat(shown(read(MARK + unicode))).isEqualTo(expected);
        assertThat(shown(CsvReader.read("a.csv", (MARK + unicode).getBytes(UTF_16LE))))
                .isEqualTo(expected);
        assertThat(shown(CsvReader.read("a.csv", (MARK + unicode).getBytes(UTF_16BE))))
                .isEqualTo(expected);
        var windows = CsvReader.read("a.csv", text.getBytes(Charset.forName("windows-1252")));
        assertThat(shown(windows)).isEqualTo(shown(read(text)));
        assertThat(windows.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.ASSUMED);
            assertThat(remark.message()).contains("Windows-1252", "CSV UTF-8");
        });
    }

    @Test
    void aRowWithBrokenQuotesCostsNoOther() {
        var workbook = read("""
                No.,From,Message
                1,Rafe,"He said "hello, you" and left"
                2,Ines,"two
                lines"
                3,Ida,"never closed
                4,Olu,fine
                """);

        assertThat(shown(workbook))
                .containsExactly(
                        List.of("No.", "From", "Message"),
                        List.of("1", "Rafe", "He said \"hello", " you\" and left"),
                        List.of("2", "Ines", "two\nlines"),
                        List.of("3", "Ida", "never closed"),
                        List.of("4", "Olu", "fine"));
        assertThat(workbook.remarks())
                .extracting(Remark::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("msel.csv:row 2: its quotes do not pair"),
                        second -> assertThat(second).startsWith("msel.csv:row 4: its quotes do not pair"));
    }

    @Test
    void whatIsNoTextIsRefusedWithARemedy() {
        assertThatThrownBy(() -> CsvReader.read("a.csv", new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageStartingWith("a.csv:1:1: an Excel workbook");
        assertThatThrownBy(() -> read("%PDF-1.7")).hasMessageContaining("no spreadsheet that Muster knows");
        assertThatThrownBy(() -> read("a,b\0c")).hasMessageContaining("no spreadsheet that Muster knows");
        assertThatThrownBy(() -> CsvReader.read("a.csv", new byte[SheetLimits.FILE + 1]))
                .hasMessageContaining("larger than 20 MB");
    }

    @Test
    void moreThanMemoryShouldHoldIsLeftOutAndSaidSo() {
        var rows = read("x\n".repeat(SheetLimits.ROWS + 5));
        assertThat(rows.sheets().getFirst().rows()).hasSize(SheetLimits.ROWS);
        assertThat(rows.remarks())
                .singleElement()
                .hasToString("msel.csv:A10001: a sheet is read up to 10,000 rows and 256 columns;"
                        + " what lies beyond is left out from here on");

        var columns = read("x,".repeat(SheetLimits.COLUMNS + 5) + "\n");
        assertThat(columns.sheets().getFirst().width()).isEqualTo(SheetLimits.COLUMNS);
        assertThat(columns.remarks()).hasSize(1);

        var cell = read("a,b\n" + "x".repeat(SheetLimits.CHARACTERS_OF_A_CELL + 1) + ",kept\n");
        assertThat(shown(cell).get(1)).containsExactly("", "kept");
        assertThat(cell.remarks().getFirst().toString()).startsWith("msel.csv:A2: more than 32,767 characters");

        assertThatThrownBy(() -> read((",x".repeat(200) + "\n").repeat(2_000)))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageContaining("250,000 cells");
    }

    @Test
    void aTextThatWasGuardedFromBecomingAFormulaIsItselfAgain() {
        assertThat(shown(read("'=1+1,'it is,''-x,'-5\n"))).containsExactly(List.of("=1+1", "'it is", "'-x", "-5"));
    }

    @Test
    void anEmptyFileIsAnEmptySheet() {
        assertThat(read("").sheets()).singleElement().satisfies(sheet -> assertThat(sheet.rows())
                .isEmpty());
    }
}
