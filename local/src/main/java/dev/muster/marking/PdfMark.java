package dev.muster.marking;

import dev.muster.drill.ExerciseMark;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * The mark of PDF: on every page a band above and below its old edge and the word across, and in the metadata. The letters
 * are lines, so that no font is needed to write or to show them.
 */
final class PdfMark {

    /** Names the graphics state of the stamp on each page that has it. */
    private static final COSName STAMP = COSName.getPDFName("EXERCISE");

    private static final float[] DARK_RED = {0x7A / 255f, 0x15 / 255f, 0};
    private static final float ACROSS = 0.22f;
    private static final double BAND_OF_WIDTH = 1 / 24.0;

    private PdfMark() {}

    static byte[] put(byte[] content) {
        return PdfFile.open(content, document -> {
            if (isMarked(document) && !ActiveParts.of(document)) {
                throw new Unmarkable("it is marked already: every page has the stamp");
            }
            ActiveParts.removeFrom(document);
            sayInMetadata(document);
            for (var page : document.getPages()) {
                if (!isStamped(page)) {
                    stamp(document, page);
                }
            }
            return PdfFile.written(document);
        });
    }

    static boolean isMarked(PDDocument document) {
        return saysSo(document)
                && StreamSupport.stream(document.getPages().spliterator(), false)
                        .allMatch(PdfMark::isStamped);
    }

    /** Whether its metadata says so, whoever wrote them. */
    static boolean saysSo(PDDocument document) {
        var information = document.getDocumentInformation();
        return Stream.of(information.getTitle(), information.getSubject(), information.getKeywords())
                .anyMatch(words -> words != null && words.contains(Marking.WORD));
    }

    static boolean isStamped(PDPage page) {
        return page.getResources() != null && page.getResources().getExtGState(STAMP) != null;
    }

    /** The old title stays behind the mark; a second description of the file would contradict it. */
    private static void sayInMetadata(PDDocument document) {
        var information = document.getDocumentInformation();
        var title = information.getTitle();
        if (title == null || !title.contains(Marking.WORD)) {
            information.setTitle(title == null || title.isBlank() ? ExerciseMark.LINE : ExerciseMark.SUBJECT + title);
        }
        information.setKeywords(ExerciseMark.LINE);
        document.getDocumentCatalog().setMetadata(null);
    }

    private static void stamp(PDDocument document, PDPage page) throws IOException {
        var turned = page.getRotation() % 180 != 0;
        var box = page.getCropBox();
        var band = (float) Math.clamp((turned ? box.getHeight() : box.getWidth()) * BAND_OF_WIDTH, 14, 40);
        var larger = turned ? grown(box, band, 0) : grown(box, 0, band);
        var seen = turned ? new PDRectangle(larger.getHeight(), larger.getWidth()) : larger;
        page.setMediaBox(larger);
        page.setCropBox(larger);
        var pale = new PDExtendedGraphicsState();
        pale.setStrokingAlphaConstant(ACROSS);
        page.setResources(ownResources(page, pale));
        try (var out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            out.transform(upright(larger, page.getRotation()));
            drawAcross(out, seen.getWidth(), seen.getHeight(), pale);
            drawBand(out, seen.getWidth(), 0, band);
            drawBand(out, seen.getWidth(), seen.getHeight() - band, band);
        }
    }

    private static PDRectangle grown(PDRectangle box, float x, float y) {
        return new PDRectangle(
                box.getLowerLeftX() - x, box.getLowerLeftY() - y, box.getWidth() + 2 * x, box.getHeight() + 2 * y);
    }

    /** Pages may share what they use; the stamp is each page's own. */
    private static PDResources ownResources(PDPage page, PDExtendedGraphicsState pale) {
        var shared = page.getResources();
        var own = shared == null ? new COSDictionary() : new COSDictionary(shared.getCOSObject());
        if (own.getDictionaryObject(COSName.EXT_G_STATE) instanceof COSDictionary states) {
            own.setItem(COSName.EXT_G_STATE, new COSDictionary(states));
        }
        var resources = new PDResources(own);
        resources.put(STAMP, pale);
        return resources;
    }

    /** From a page as people see it, with its lower left corner at zero, to the page as it is written. */
    private static Matrix upright(PDRectangle box, int rotation) {
        var x = box.getLowerLeftX();
        var y = box.getLowerLeftY();
        return new Matrix(
                switch ((rotation % 360 + 360) % 360) {
                    case 90 -> new AffineTransform(0, 1, -1, 0, x + box.getWidth(), y);
                    case 180 -> new AffineTransform(-1, 0, 0, -1, x + box.getWidth(), y + box.getHeight());
                    case 270 -> new AffineTransform(0, -1, 1, 0, x, y + box.getHeight());
                    default -> AffineTransform.getTranslateInstance(x, y);
                });
    }

    private static void drawBand(PDPageContentStream out, float width, float bottom, float band) throws IOException {
        out.setNonStrokingColor(DARK_RED[0], DARK_RED[1], DARK_RED[2]);
        out.addRect(0, bottom, width, band);
        out.fill();
        var letters = Math.min(band * 0.5, (width - 6) / Letters.width() * Letters.HEIGHT);
        var word = letters / Letters.HEIGHT * Letters.width();
        var times = Math.max(1, (int) (width / (word + 3 * letters)));
        out.setStrokingColor(1f, 1f, 1f);
        for (var nr = 0; nr < times; nr++) {
            var place = AffineTransform.getTranslateInstance(
                    width / times * (nr + 0.5) - word / 2, bottom + (band + letters) / 2);
            drawWord(out, place, letters);
        }
    }

    private static void drawAcross(PDPageContentStream out, float width, float height, PDExtendedGraphicsState pale)
            throws IOException {
        var letters = Math.min(
                0.6 * Math.hypot(width, height) / Letters.width() * Letters.HEIGHT, 0.4 * Math.min(width, height));
        var place = AffineTransform.getTranslateInstance(width / 2, height / 2);
        place.rotate(Math.atan2(height, width));
        place.translate(-letters / Letters.HEIGHT * Letters.width() / 2, letters / 2);
        out.saveGraphicsState();
        out.setGraphicsStateParameters(pale);
        out.setStrokingColor(DARK_RED[0], DARK_RED[1], DARK_RED[2]);
        drawWord(out, place, letters);
        out.restoreGraphicsState();
    }

    /** @param place of the word's upper left corner; in a PDF, up is up */
    private static void drawWord(PDPageContentStream out, AffineTransform place, double letters) throws IOException {
        var how = new AffineTransform(place);
        how.scale(letters / Letters.HEIGHT, -letters / Letters.HEIGHT);
        out.setLineWidth((float) (letters / 8));
        out.setLineCapStyle(1);
        out.setLineJoinStyle(1);
        draw(out, new Path2D.Double(Letters.word(), how));
        out.stroke();
    }

    private static void draw(PDPageContentStream out, Path2D path) throws IOException {
        var point = new float[6];
        for (var at = path.getPathIterator(null); !at.isDone(); at.next()) {
            if (at.currentSegment(point) == PathIterator.SEG_MOVETO) {
                out.moveTo(point[0], point[1]);
            } else {
                out.lineTo(point[0], point[1]);
            }
        }
    }
}
