package dev.muster.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.SheetLimits;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets that somebody made to do harm, or that went wrong: refused or passed over, and said so. */
class DangerousFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TYPES = "[Content_Types].xml";

    @TempDir
    private Path folder;

    // ---------------------------------------------------------------- too large

    @Test
    void aZipBombIsRefusedBeforeItUnpacks() throws IOException {
        var bomb = edited(it -> it.put(SHEET, spaces(100)));

        assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
        refused(bomb, "larger than 64 MB", "zip bomb");
    }

    @Test
    void manySmallBombsAreCountedTogether() throws IOException {
        refused(
                edited(it -> {
                    for (var number = 0; number < 20; number++) {
                        it.put("xl/media/picture%d.xml".formatted(number), spaces(4));
                    }
                }),
                "larger than 64 MB");
    }

    @Test
    void aSheetOfAHundredMegabytesIsRefused() throws IOException {
        var row = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted("words ".repeat(20));
        var rows = row.repeat(100 * 1024 * 1024 / row.length());

        refused(edited(it -> it.compute(SHEET, (name, xml) -> sheet(rows))), "larger than 64 MB");
    }

    @Test
    void aFileOfMoreThanTwentyMegabytesIsNotEvenOpened() throws IOException {
        var large = Files.write(folder.resolve("large.xlsx"), new byte[SheetLimits.FILE + 1]);

        refused(large, "larger than 20 MB", "drop pictures");
    }

    @Test
    void manyCellsAreRefused() throws IOException {
        var row = "<row>" + "<c><v>1</v></c>".repeat(200) + "</row>";

        refused(edited(it -> it.put(SHEET, sheet(row.repeat(2_000)))), "250,000 cells", "MSEL!", ":MSEL!");
    }

    @Test
    void aTextThatManyCellsShareCountsForEach() throws IOException {
        var cells = "<c t=\"s\"><v>0</v></c>".repeat(200);
        var path = edited(it -> {
            it.put(SHEET, sheet(("<row>" + cells + "</row>").repeat(100)));
            it.put(
                    "xl/sharedStrings.xml",
                    text("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                            + "x".repeat(30_000) + "</t></si></sst>"));
        });

        refused(path, "10,485,760 characters");
    }

    @Test
    void moreSharedTextsThanCellsAreRefused() throws IOException {
        var texts = "<si><t>x</t></si>".repeat(SheetLimits.CELLS + 1);

        refused(
                edited(it -> it.put(
                        "xl/sharedStrings.xml",
                        text("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + texts
                                + "</sst>"))),
                "250,000 cells");
    }

    @Test
    void rowsAndColumnsBeyondTheLimitAreLeftOutAndSaidSo() throws IOException {
        var far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>"
                + "<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row>";

        var workbook = Spreadsheets.read(edited(it -> it.put(SHEET, sheet(far))));

        assertThat(workbook.sheets().getFirst().rows())
                .extracting(row -> row.number() + "=" + row.cell(1).shown())
                .containsExactly("1=1", "1048576=3");
        assertThat(workbook.remarks())
                .singleElement()
                .extracting(Remark::toString)
                .asString()
                .contains(":MSEL!XFD1: a sheet is read up to 10,000 rows and 256 columns");
    }

    @Test
    void mergedRegionsWithoutEndCostNothing() throws IOException {
        var merges = "<mergeCells>" + "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(20_000) + "</mergeCells>";

        var workbook = Spreadsheets.read(edited(it -> it.put(
                SHEET,
                text("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row><c><v>1</v></c></row></sheetData>" + merges + "</worksheet>"))));

        assertThat(workbook.sheets().getFirst().rows()).hasSize(1);
    }

    @Test
    void aPackageOfTooManyPartsIsRefused() throws IOException {
        refused(
                edited(it -> {
                    for (var number = 0; number < 2_100; number++) {
                        it.put("xl/media/%d".formatted(number), new byte[0]);
                    }
                }),
                "parts inside, at most 2,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/styles.xml", "_rels/.rels", TYPES})
    void aPartThatIsReadWholeMustBeSmall(String part) throws IOException {
        refused(edited(it -> it.put(part, spaces(5))), "larger than 4 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/styles.xml", "xl/workbook.xml", "_rels/.rels", TYPES, SHEET})
    void elementsNestedWithoutEndAreRefused(String part) throws IOException {
        var depth = 200_000;
        var path = edited(it -> it.put(part, text("<a>".repeat(depth) + "</a>".repeat(depth))));

        assertThatThrownBy(() -> Spreadsheets.read(path)).isInstanceOf(UnusableWorkbook.class);
    }

    // ---------------------------------------------------------------- what would act

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", TYPES})
    void aDocumentTypeIsRefusedInEveryPart(String part) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
        var path = edited(it -> it.computeIfPresent(part, changing(xml -> withDocumentType(xml, type))));

        refused(path, "declares a document type (DTD)");
    }

    /** The library passes over relations that it cannot read, and then there is no workbook. */
    @Test
    void aDocumentTypeInTheFirstRelationsLeadsNowhere() throws IOException {
        var path = edited(
                it -> it.computeIfPresent("_rels/.rels", changing(xml -> withDocumentType(xml, "<!DOCTYPE x>"))));

        refused(path, "no ordinary Excel workbook");
    }

    @Test
    void ofAFormulaTheLastValueIsTakenAndThatIsSaid() throws IOException {
        var cells = "<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"http://example.test\")</f><v>5</v></c>"
                + "<c r=\"B1\" t=\"str\"><f>CONCAT(\"a\",\"b\")</f><v>ab</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><f>A1+1</f></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";

        var workbook = Spreadsheets.read(edited(it -> it.put(SHEET, sheet(cells))));

        assertThat(workbook.sheets().getFirst().rows().getFirst().cells())
                .extracting(Cell::shown)
                .containsExactly("5", "ab");
        assertThat(workbook.sheets().getFirst().rows().get(1).cells()).allMatch(Cell.Refused.class::isInstance);
        assertThat(workbook.remarks())
                .extracting(remark -> remark.toString().replaceFirst("^.*MSEL!", ""))
                .containsExactlyInAnyOrder(
                        "A2: a formula without its last value; open it in Excel or LibreOffice and save it",
                        "B2: the error #DIV/0! stands here; mend the formula",
                        "A1: formula in A1: nothing is calculated, the value of the last time is taken",
                        "B1: formula in B1, B2: nothing is calculated, the value of the last time is taken");
    }

    @Test
    void macrosAreNotRunAndThatIsSaidWhateverTheFileIsCalled() throws IOException {
        var path = edited(it -> {
            it.put("xl/vbaProject.bin", new byte[] {1, 2, 3});
            it.computeIfPresent(TYPES, changing(xml -> xml.replace(
                            "</Types>",
                            "<Override PartName=\"/xl/vbaProject.bin\""
                                    + " ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                    .replace(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                            "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));
        });

        said(path, "its macros are not run and not kept");
    }

    @Test
    void aLinkToAnotherFileIsNotFollowedAndThatIsSaid() throws IOException {
        var path = edited(it -> {
            it.put(
                    "xl/externalLinks/externalLink1.xml",
                    text("<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"));
            it.put(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    text(
                            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\""
                                    + " Target=\"http://elsewhere.test/budget.xlsx\" TargetMode=\"External\"/></Relationships>"));
            it.computeIfPresent(
                    TYPES,
                    changing(
                            xml -> xml.replace(
                                    "</Types>",
                                    "<Override PartName=\"/xl/externalLinks/externalLink1.xml\""
                                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml\"/></Types>")));
        });

        said(path, "a link to another file (http://elsewhere.test/budget.xlsx) is not followed");
    }

    // ---------------------------------------------------------------- no workbook that Muster reads

    @Test
    void anEncryptedWorkbookIsRefusedWithItsRemedy() throws Exception {
        var path = folder.resolve("secret.xlsx");
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("muster");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook());
            }
            try (var out = Files.newOutputStream(path)) {
                files.writeFilesystem(out);
            }
        }

        refused(path, "encrypted", "without a password");
    }

    @Test
    void anOldWorkbookIsRefusedWithItsRemedy() throws IOException {
        var path = folder.resolve("old.xlsx");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(path)) {
            workbook.createSheet("MSEL");
            workbook.write(out);
        }

        refused(path, "(.xls)", "save it as .xlsx");
    }

    @Test
    void otherFilesAreRefusedForWhatTheyAre() throws IOException {
        refused(zip(Map.of("content.xml", text("<x/>"))), "OpenDocument", "save it as .xlsx");
        refused(zip(Map.of("readme.txt", text("hello"))), "a zip file, but no Excel workbook");
        refused(
                edited(it -> it.computeIfPresent(
                        TYPES,
                        changing(xml ->
                                xml.replace("spreadsheetml.sheet.main+xml", "wordprocessingml.document.main+xml")))),
                "no Excel workbook but",
                "wordprocessingml");
        refused(Files.write(folder.resolve("old.doc"), bytes("D0CF11E0A1B11AE1 broken")), "old kind");
        refused(Files.write(folder.resolve("a.pdf"), text("%PDF-1.7\n")), "no spreadsheet that Muster knows");
        refused(Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}), "no spreadsheet");
    }

    @Test
    void aTruncatedWorkbookIsDamaged() throws IOException {
        var whole = workbook();
        var half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        refused(half, "damaged", "save it anew");
    }

    @Test
    void aSheetThatIsNoXmlIsDamaged() throws IOException {
        refused(edited(it -> it.put(SHEET, text("<worksheet><sheetData>"))), "damaged");
        refused(edited(it -> it.put("xl/workbook.xml", text("what?"))), "damaged");
        refused(edited(it -> it.put(SHEET, sheet("<row r=\"x\"/>"))), "damaged");
    }

    // ---------------------------------------------------------------- making them

    private void refused(Path path, String... words) {
        assertThatThrownBy(() -> Spreadsheets.read(path))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageStartingWith(path + ":")
                .hasMessageContainingAll(words);
    }

    private static void said(Path path, String words) throws IOException {
        var workbook = Spreadsheets.read(path);
        assertThat(workbook.sheets()).isNotEmpty();
        assertThat(workbook.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.UNUSED);
            assertThat(remark.toString()).startsWith(path + ":1:1: ").contains(words);
        });
    }

    private static byte[] workbook() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            workbook.createSheet("MSEL").createRow(0).createCell(0).setCellValue("text");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Path edited(Consumer<Map<String, byte[]>> editing) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        editing.accept(parts);
        return zip(parts);
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        var path = Files.createTempFile(folder, "made", ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return path;
    }

    private static byte[] sheet(String rows) {
        return text("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>");
    }

    private static BiFunction<String, byte[], byte[]> changing(UnaryOperator<String> change) {
        return (name, xml) -> text(change.apply(new String(xml, UTF_8)));
    }

    /** Behind the declaration, if there is one. */
    private static String withDocumentType(String xml, String type) {
        var end = xml.indexOf("?>");
        return end < 0 ? type + xml : xml.substring(0, end + 2) + type + xml.substring(end + 2);
    }

    private static byte[] spaces(int megabytes) {
        return " ".repeat(megabytes * 1024 * 1024).getBytes(UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] bytes(String hexAndRest) {
        var start = HexFormat.of().parseHex(hexAndRest.substring(0, 16));
        return Arrays.copyOf(start, 600);
    }
}
