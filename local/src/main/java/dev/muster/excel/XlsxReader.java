package dev.muster.excel;

import dev.muster.scenario.sheet.Grid;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.Workbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an XLSX workbook sheet by sheet, as a stream. Nothing in it is ever run, calculated or fetched: of a formula the
 * value is taken that Excel calculated last; macros, links and data connections are passed over, and the workbook's
 * remarks say so.
 */
final class XlsxReader {

    static {
        // Parts are counted as they really are. A sheet of a thousand equal rows shrinks as well as a bomb does.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Grid grid;
    private final Parts parts;
    private final OPCPackage opened;
    private final PackagePart main;

    private XlsxReader(Grid grid, Parts parts, OPCPackage opened, PackagePart main) {
        this.grid = grid;
        this.parts = parts;
        this.opened = opened;
        this.main = main;
    }

    /** @throws UnusableWorkbook if the file is no XLSX workbook, or a dangerous one */
    static Workbook read(Path path) {
        var file = path.toString();
        try {
            var parts = Parts.of(path);
            refuseOtherKinds(file, parts);
            try (var opened = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
                return new XlsxReader(new Grid(file), parts, opened, main(file, opened)).workbook();
            }
        } catch (UnusableWorkbook refused) {
            throw refused;
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            // Of a damaged file the library complains by whatever exception it stumbles into.
            throw damaged(file, e);
        }
    }

    private static UnusableWorkbook damaged(String file, Exception e) {
        return new UnusableWorkbook(
                file,
                Xml.refusedDocumentType(e)
                        ? "it declares a document type (DTD), which no spreadsheet needs; save it anew in Excel"
                        : "damaged, or a part of it is missing; open it in Excel or LibreOffice and save it anew");
    }

    private static void refuseOtherKinds(String file, Parts parts) {
        if (!parts.has("/[Content_Types].xml")) {
            throw new UnusableWorkbook(
                    file,
                    parts.has("/content.xml")
                            ? "an OpenDocument file; save it as .xlsx"
                            : "a zip file, but no Excel workbook; expected .xlsx or .csv");
        }
        if (parts.hasLargeTree()) {
            throw tooLargeTree(file);
        }
    }

    private static UnusableWorkbook tooLargeTree(String file) {
        return new UnusableWorkbook(
                file,
                "a part besides its sheets is larger than %d MB; save it anew in Excel"
                        .formatted(Parts.TREE / 1024 / 1024));
    }

    private static PackagePart main(String file, OPCPackage opened) {
        var found = opened.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (found.isEmpty()) {
            throw new UnusableWorkbook(file, "no ordinary Excel workbook ('Strict', perhaps); save it as .xlsx");
        }
        var type = found.getFirst().getContentType();
        if (type.contains("binary")) {
            throw new UnusableWorkbook(file, "a binary workbook (.xlsb); save it as .xlsx");
        }
        if (!type.contains("spreadsheetml") && !type.contains("ms-excel")) {
            throw new UnusableWorkbook(file, "no Excel workbook but %s; expected .xlsx or .csv".formatted(type));
        }
        return found.getFirst();
    }

    private Workbook workbook() throws IOException, OpenXML4JException, SAXException {
        remarkWhatIsPassedOver();
        var outline = new Outline();
        parse(main, outline);
        var shared = sharedTexts();
        var formats = new CellFormats(styles(), outline.from1904());
        for (var entry : outline.sheets()) {
            read(entry, shared, formats);
        }
        return grid.workbook();
    }

    private void read(Outline.Entry entry, List<String> shared, CellFormats formats)
            throws IOException, OpenXML4JException, SAXException {
        var relation = main.getRelationship(entry.relation());
        if (relation == null || !relation.getRelationshipType().equals(XSSFRelation.WORKSHEET.getRelation())) {
            grid.remark(Remark.unused(
                    grid.place(), "sheet '%s' is a chart or the like and is passed over".formatted(entry.name())));
            return;
        }
        var page = grid.page(entry.name(), entry.hidden());
        parse(main.getRelatedPart(relation), new SheetReader(page, shared, formats));
        page.close();
    }

    private List<String> sharedTexts() throws IOException, OpenXML4JException, SAXException {
        var texts = new SharedTexts(grid.place());
        for (var relation : main.getRelationshipsByType(XSSFRelation.SHARED_STRINGS.getRelation())) {
            parse(main.getRelatedPart(relation), texts);
        }
        return texts.texts();
    }

    /** Nothing if there are none: then numbers are numbers. */
    private StylesTable styles() throws IOException, OpenXML4JException {
        for (var type : List.of(XSSFRelation.STYLES, XSSFRelation.THEME)) {
            for (var part : opened.getPartsByContentType(type.getContentType())) {
                if (!parts.isSmallEnough(part.getPartName().getName())) {
                    throw tooLargeTree(grid.place().file());
                }
            }
        }
        return new XSSFReader(opened).getStylesTable();
    }

    private void remarkWhatIsPassedOver() throws OpenXML4JException {
        if (!opened.getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType())
                .isEmpty()) {
            pass("its macros are not run and not kept");
        }
        for (var link : opened.getPartsByContentType(XSSFRelation.EXTERNAL_LINKS.getContentType())) {
            for (var relation : link.getRelationships()) {
                pass("a link to another file (%s) is not followed; what stood in the cells last is taken"
                        .formatted(relation.getTargetURI()));
            }
        }
        if (!opened.getPartsByContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml")
                .isEmpty()) {
            pass("its data connections are not used; what stood in the cells last is taken");
        }
        if (!opened.getPartsByContentType(XSSFRelation.SHEET_COMMENTS.getContentType())
                .isEmpty()) {
            pass("comments on cells are not read; move into cells what must not be lost");
        }
    }

    private void pass(String words) {
        grid.remark(Remark.unused(grid.place(), words));
    }

    private static void parse(PackagePart part, DefaultHandler handler) throws IOException, SAXException {
        try (var xml = part.getInputStream()) {
            Xml.parse(xml, handler);
        }
    }
}
