package dev.muster.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.io.Inspection.Flaw;
import dev.muster.scenario.io.Problem.Severity;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is marked says so to people and to programs; what cannot be marked is refused with words. */
class MarkingTest {

    private final MarkInspection inspection = new MarkInspection();

    private static byte[] mark(String name, byte[] content) {
        return Marking.mark(name, content).content();
    }

    private List<Flaw> flaws(String name, byte[] content) {
        return inspection.inspect(name, content);
    }

    @ParameterizedTest
    @CsvSource({
        "sample50.csv, EXERCISE-sample50.csv",
        "Fünf Zeilen (neu).CSV, EXERCISE-Funf-Zeilen-neu.csv",
        "EXERCISE-notes.txt, EXERCISE-notes.txt",
        "写真.txt, EXERCISE-attachment.txt",
        "../../etc.txt, EXERCISE-etc.txt"
    })
    void theCopyHasAMarkedNameThatEverySystemTakes(String name, String copy) {
        assertThat(Marking.mark(name, "a".getBytes(UTF_8)).name()).isEqualTo(copy);
    }

    @Nested
    class OfTexts {

        @Test
        void firstAndLastLineSaySo() {
            assertThat(mark("a.csv", "name;row\nZielińska;12".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("EXERCISE EXERCISE EXERCISE\nname;row\nZielińska;12\nEXERCISE EXERCISE EXERCISE\n");
        }

        @Test
        void lineEndsAndByteOrderMarkStay() {
            assertThat(mark("a.txt", "\uFEFFone\r\ntwo\r\n".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("\uFEFFEXERCISE EXERCISE EXERCISE\r\none\r\ntwo\r\nEXERCISE EXERCISE EXERCISE\r\n");
        }

        @Test
        void anotherEncodingIsTurnedIntoUtf8() {
            assertThat(mark("a.txt", "Grüße, 5 €".getBytes(Charset.forName("windows-1252"))))
                    .asString(UTF_8)
                    .contains("\nGrüße, 5 €\n");
        }

        @Test
        void whatIsMarkedIsFoundMarkedAndNotMarkedAgain() {
            var marked = mark("a.txt", "words".getBytes(UTF_8));
            assertThat(flaws("EXERCISE-a.txt", marked)).isEmpty();
            assertThatThrownBy(() -> mark("a.txt", marked))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("already");
        }

        @ParameterizedTest
        @ValueSource(strings = {"words", "EXERCISE\nwords", "words\nEXERCISE", "EXERCISE"})
        void whatIsNotMarkedIsToldTheCommand(String text) {
            assertThat(flaws("attachments/EXERCISE-a.txt", text.getBytes(UTF_8)))
                    .singleElement()
                    .satisfies(flaw -> {
                        assertThat(flaw.severity()).isEqualTo(Severity.ERROR);
                        assertThat(flaw.message()).endsWith("./muster mark attachments/EXERCISE-a.txt");
                    });
        }

        @Test
        void aFormulaInATableIsRefused() {
            var table = mark("a.csv", "a,b\n1,=HYPERLINK(x)".getBytes(UTF_8));
            assertThat(flaws("EXERCISE-a.csv", table)).singleElement().satisfies(flaw -> assertThat(flaw.message())
                    .contains("formula"));
            assertThat(flaws("EXERCISE-a.csv", mark("a.csv", "a,b\n1=1,@x.example;-5;+5".getBytes(UTF_8))))
                    .isEmpty();
        }
    }

    @Nested
    class OfPictures {

        @ParameterizedTest
        @CsvSource({
            "png, 800, 600",
            "png, 64, 64",
            "png, 1200, 90",
            "png, 90, 1200",
            "jpg, 800, 600",
            "jpg, 64, 64",
            "jpg, 3000, 2000"
        })
        void theStampIsSeenAndTheMetadataSaySo(String ending, int width, int height) throws IOException {
            var picture = ending.equals("png") ? Samples.png(width, height) : Samples.jpeg(width, height);
            var marked = mark("a." + ending, picture);
            assertThat(flaws("EXERCISE-a." + ending, marked)).isEmpty();
            assertThat(Samples.text(marked)).contains("EXERCISE EXERCISE EXERCISE");
            var seen = ImageIO.read(new ByteArrayInputStream(marked));
            assertThat(seen.getWidth()).isEqualTo(width);
            assertThat(seen.getHeight()).isEqualTo(height + 2 * Stamp.band(width));
            assertThat(Stamp.isOn(seen)).isTrue();
        }

        @Test
        void nothingOfThePictureIsCoveredByTheBands() {
            var picture = Samples.landscape(800, 600);
            var stamped = Stamp.on(picture);
            var band = Stamp.band(800);
            for (var x : new int[] {1, 799}) {
                assertThat(stamped.getRGB(x, band)).isEqualTo(picture.getRGB(x, 0));
            }
        }

        @Test
        void theWordGoesAcross() {
            var picture = Samples.landscape(800, 600);
            var stamped = Stamp.on(picture);
            var band = Stamp.band(800);
            var changed = 0;
            for (var x = 300; x < 500; x++) {
                changed += stamped.getRGB(x, band + 300) == picture.getRGB(x, 300) ? 0 : 1;
            }
            assertThat(changed).isPositive();
        }

        @Test
        void aPictureWithoutStampOrMetadataIsToldTheCommand() {
            assertThat(flaws("EXERCISE-a.png", Samples.png(400, 300)))
                    .singleElement()
                    .satisfies(flaw -> {
                        assertThat(flaw.severity()).isEqualTo(Severity.ERROR);
                        assertThat(flaw.message()).endsWith("./muster mark EXERCISE-a.png");
                    });
            var onlyStamped = PictureFile.write(Stamp.on(Samples.landscape(400, 300)), AttachmentType.PNG, 1);
            assertThat(flaws("EXERCISE-a.png", onlyStamped))
                    .singleElement()
                    .satisfies(flaw -> assertThat(flaw.severity()).isEqualTo(Severity.ERROR));
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpg"})
        void aPictureThatSomebodyElseMarkedIsLookedAtByPeople(String ending) {
            var type = AttachmentType.byName("a." + ending).orElseThrow();
            var picture = ending.equals("png") ? Samples.png(400, 300) : Samples.jpeg(400, 300);
            assertThat(flaws("EXERCISE-a." + ending, PictureMetadata.write(picture, type, "An EXERCISE")))
                    .singleElement()
                    .satisfies(flaw -> assertThat(flaw.severity()).isEqualTo(Severity.WARNING));
        }

        @Test
        void aPictureIsNotMarkedTwice() {
            var marked = mark("a.png", Samples.png(400, 300));
            assertThatThrownBy(() -> mark("a.png", marked))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("already");
        }

        @Test
        void aPhotoIsStampedAsTheCameraWasHeldAndLosesWhereItWasTaken() throws IOException {
            var photo = withOrientation(Samples.jpeg(800, 400), 6);
            var marked = ImageIO.read(new ByteArrayInputStream(mark("a.jpg", photo)));
            assertThat(marked.getWidth()).isEqualTo(400);
            assertThat(marked.getHeight()).isEqualTo(800 + 2 * Stamp.band(400));
            // The sky of the lying picture is to the right of the standing one.
            var middle = marked.getHeight() / 4;
            assertThat(marked.getRGB(395, middle) & 0xFF).isGreaterThan((marked.getRGB(5, middle) & 0xFF) + 50);
            assertThat(Samples.text(mark("a.jpg", photo))).doesNotContain("Exif");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void howeverTheCameraWasHeldTheShipEndsUpWhereThePhotographerSawIt(int orientation) throws IOException {
            var upright = Samples.landscape(400, 200);
            var photo = withOrientation(
                    PictureFile.write(asStored(upright, orientation), AttachmentType.JPEG, 0.95f), orientation);
            var marked = ImageIO.read(new ByteArrayInputStream(mark("a.jpg", photo)));
            assertThat(marked.getWidth()).isEqualTo(400);
            var band = Stamp.band(400);
            assertThat(marked.getRGB(45, band + 105) & 0xFF).isGreaterThan(200);
            assertThat(marked.getRGB(390, band + 195) & 0xFF).isLessThan(140);
        }

        @Test
        void aPictureThatIsTooLargeIsMadeSmaller() throws IOException {
            var photo = PictureFile.write(Samples.noise(2000, 1500), AttachmentType.JPEG, 0.95f);
            assertThat(photo).hasSizeGreaterThan(Attachment.LARGEST);
            var marked = mark("a.jpg", photo);
            assertThat(marked).hasSizeLessThanOrEqualTo(Attachment.LARGEST);
            assertThat(flaws("EXERCISE-a.jpg", marked)).isEmpty();
        }

        @Test
        void aBombIsRefusedBeforeItIsUnpacked() {
            assertThatThrownBy(() -> mark("a.png", pngOf(60_000, 60_000)))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessage("60,000 x 60,000 pixels, at most 25,000,000 in all; make it smaller first");
            assertThat(flaws("EXERCISE-a.png", pngOf(60_000, 60_000)))
                    .singleElement()
                    .satisfies(flaw -> assertThat(flaw.message()).contains("60,000"));
        }

        @Test
        void textsInAPictureAreNotUnpacked() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
                for (var megabyte = 0; megabyte < 400; megabyte++) {
                    out.write(new byte[1024 * 1024]);
                }
            }
            var text = new ByteArrayOutputStream();
            text.writeBytes("Comment\0\0".getBytes(ISO_8859_1));
            text.writeBytes(packed.toByteArray());
            var picture = withChunk(Samples.png(100, 100), "zTXt", text.toByteArray());
            assertThat(mark("a.png", picture)).hasSizeLessThan(100_000);
        }

        @ParameterizedTest
        @ValueSource(strings = {"png", "jpg"})
        void aPictureTooSmallForAMarkIsRefused(String ending) {
            var picture = ending.equals("png") ? Samples.png(63, 200) : Samples.jpeg(63, 200);
            assertThatThrownBy(() -> mark("a." + ending, picture))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("63 x 200 pixels");
        }

        private static byte[] pngOf(int width, int height) {
            var png = Samples.png(64, 64);
            var header = ByteBuffer.wrap(png);
            header.putInt(16, width).putInt(20, height);
            var check = new CRC32();
            check.update(png, 12, 17);
            header.putInt(29, (int) check.getValue());
            return png;
        }

        private static byte[] withChunk(byte[] png, String name, byte[] content) {
            var chunk = ByteBuffer.allocate(12 + content.length);
            chunk.putInt(content.length).put(name.getBytes(ISO_8859_1)).put(content);
            var check = new CRC32();
            check.update(chunk.array(), 4, 4 + content.length);
            chunk.putInt((int) check.getValue());
            return inserted(png, 33, chunk.array());
        }

        private static byte[] withOrientation(byte[] jpeg, int orientation) {
            var exif = ByteBuffer.allocate(36);
            exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
            exif.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
            exif.putShort((short) 0x0112)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) orientation)
                    .putShort((short) 0);
            return inserted(jpeg, 2, exif.array());
        }

        private static byte[] inserted(byte[] into, int at, byte[] part) {
            var all = ByteBuffer.allocate(into.length + part.length);
            return all.put(into, 0, at)
                    .put(part)
                    .put(into, at, into.length - at)
                    .array();
        }

        /** The pixels as a camera stores them that is held in this way. */
        private static BufferedImage asStored(BufferedImage upright, int orientation) {
            var width = upright.getWidth();
            var height = upright.getHeight();
            var stored = orientation < 5
                    ? new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
                    : new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
            for (var y = 0; y < height; y++) {
                for (var x = 0; x < width; x++) {
                    var rgb = upright.getRGB(x, y);
                    switch (orientation) {
                        case 2 -> stored.setRGB(width - 1 - x, y, rgb);
                        case 3 -> stored.setRGB(width - 1 - x, height - 1 - y, rgb);
                        case 4 -> stored.setRGB(x, height - 1 - y, rgb);
                        case 5 -> stored.setRGB(y, x, rgb);
                        case 6 -> stored.setRGB(y, width - 1 - x, rgb);
                        case 7 -> stored.setRGB(height - 1 - y, width - 1 - x, rgb);
                        case 8 -> stored.setRGB(height - 1 - y, x, rgb);
                        default -> stored.setRGB(x, y, rgb);
                    }
                }
            }
            return stored;
        }
    }

    @Nested
    class OfPdf {

        @Test
        void everyPageIsStampedAndTheTitleSaysSo() throws IOException {
            var marked = mark("a.pdf", Samples.pdf(0, 90, 180, 270));
            assertThat(flaws("EXERCISE-a.pdf", marked)).isEmpty();
            try (var document = Loader.loadPDF(marked)) {
                assertThat(document.getDocumentInformation().getTitle()).isEqualTo("EXERCISE EXERCISE EXERCISE");
                assertThat(document.getPages()).allSatisfy(page -> {
                    var larger = page.getRotation() % 180 == 0
                            ? page.getCropBox().getHeight() - 842
                            : page.getCropBox().getWidth() - 595;
                    assertThat(larger).isBetween(40f, 80f);
                });
            }
        }

        @Test
        void itsOwnTitleStaysBehindTheMark() throws IOException {
            try (var document = Loader.loadPDF(Samples.pdf(0))) {
                document.getDocumentInformation().setTitle("Order 4471");
                try (var marked = Loader.loadPDF(mark("a.pdf", Samples.written(document)))) {
                    assertThat(marked.getDocumentInformation().getTitle()).isEqualTo("EXERCISE: Order 4471");
                }
            }
        }

        @Test
        void aPageThatWasAddedLaterIsFound() throws IOException {
            try (var document = Loader.loadPDF(mark("a.pdf", Samples.pdf(0, 0)))) {
                document.addPage(new PDPage());
                assertThat(flaws("EXERCISE-a.pdf", Samples.written(document)))
                        .singleElement()
                        .satisfies(flaw -> assertThat(flaw.message()).endsWith("./muster mark EXERCISE-a.pdf"));
            }
        }

        @Test
        void aPdfThatSomebodyElseMarkedIsLookedAtByPeople() throws IOException {
            assertThat(flaws("EXERCISE-a.pdf", Samples.pdf(0)))
                    .singleElement()
                    .satisfies(flaw -> assertThat(flaw.severity()).isEqualTo(Severity.ERROR));
            try (var document = Loader.loadPDF(Samples.pdf(0))) {
                document.getDocumentInformation().setSubject("EXERCISE");
                assertThat(flaws("EXERCISE-a.pdf", Samples.written(document)))
                        .singleElement()
                        .satisfies(flaw -> assertThat(flaw.severity()).isEqualTo(Severity.WARNING));
            }
        }

        @Test
        void scriptsFormsFilesAndLinksOutAreFoundAndLeftOut() throws IOException {
            try (var document = Loader.loadPDF(Samples.pdf(0))) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
                var link = new PDAnnotationLink();
                var out = new PDActionURI();
                out.setURI("https://somewhere.example");
                link.setAction(out);
                document.getPage(0).getAnnotations().add(link);
                document.getPage(0).setAnnotations(List.of(link));
                var active = Samples.written(document);
                assertThat(flaws("EXERCISE-a.pdf", active)).hasSize(2);
                var marked = mark("a.pdf", active);
                assertThat(flaws("EXERCISE-a.pdf", marked)).isEmpty();
                try (var again = Loader.loadPDF(marked)) {
                    assertThat(again.getDocumentCatalog().getOpenAction()).isNull();
                    assertThat(again.getPage(0)
                                    .getAnnotations()
                                    .getFirst()
                                    .getCOSObject()
                                    .containsKey(COSName.A))
                            .isFalse();
                }
            }
        }

        @Test
        void aLockedOneIsRefused() throws IOException {
            try (var document = Loader.loadPDF(Samples.pdf(0))) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                var locked = Samples.written(document);
                assertThatThrownBy(() -> mark("a.pdf", locked))
                        .isInstanceOf(Unmarkable.class)
                        .hasMessage("the PDF is protected by a password; save it without");
            }
        }

        @Test
        void tooManyPagesAreRefused() {
            assertThatThrownBy(() -> mark("a.pdf", Samples.pdf(new int[51])))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessage("51 pages, expected 1 to 50");
        }

        @Test
        void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
                for (var megabyte = 0; megabyte < 100; megabyte++) {
                    out.write(new byte[1024 * 1024]);
                }
            }
            var pdf = new ByteArrayOutputStream();
            pdf.writeBytes("%PDF-1.5\n1 0 obj\n<</Type/XRef/Filter/FlateDecode>>\nstream\n".getBytes(ISO_8859_1));
            pdf.writeBytes(packed.toByteArray());
            pdf.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF".getBytes(ISO_8859_1));
            assertThatThrownBy(() -> mark("a.pdf", pdf.toByteArray()))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("unpacks to more than 64 MB");
            assertThatThrownBy(() -> mark("a.pdf", "%PDF-1.5\n<</Filter [ /FlateDecode /Fl ]>>".getBytes(ISO_8859_1)))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("unpacks to more than 64 MB");
        }
    }

    @Nested
    class OfOtherThings {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "a.docx | an attachment is a .txt, .csv, .png, .jpg or .pdf file",
                    "a.png | its name says .png, its content is .txt",
                    "a.pdf | its name says .pdf, its content is .txt",
                    "a | an attachment is a .txt, .csv, .png, .jpg or .pdf file"
                })
        void whatCannotBeAttachedIsRefused(String name, String message) {
            assertThatThrownBy(() -> mark(name, "words".getBytes(UTF_8)))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessage(message);
        }

        @Test
        void aPictureThatCallsItselfATextIsRefused() {
            assertThatThrownBy(() -> mark("a.txt", Samples.png(64, 64)))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessage("its name says .txt, its content is .png");
            assertThatThrownBy(() -> mark("a.txt", new byte[] {0, 1, 2}))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessageContaining("control characters");
        }

        @Test
        void nothingAndTooMuchAreRefused() {
            assertThatThrownBy(() -> mark("a.txt", new byte[0])).hasMessage("the file is empty");
            assertThatThrownBy(() -> mark("a.txt", new byte[Marking.LARGEST + 1]))
                    .hasMessageContaining("larger than 16 MB");
            var large = new byte[Attachment.LARGEST];
            Arrays.fill(large, (byte) 'a');
            assertThatThrownBy(() -> mark("a.txt", large)).hasMessageContaining("with its mark it is larger than 1 MB");
        }
    }

    @Property(tries = 200)
    void whateverTextIsMarkedItStaysWholeBetweenItsMarks(@ForAll("texts") String text) {
        var marked = new String(mark("a.txt", text.getBytes(UTF_8)), UTF_8);
        assertThat(marked).contains(text);
        assertThat(inspection.inspect("EXERCISE-a.txt", marked.getBytes(UTF_8))).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc \n;,éł船\t").ofMinLength(1).ofMaxLength(200);
    }

    @Property(tries = 150)
    void aDamagedPictureIsMarkedOrRefusedWithWords(@ForAll("damages") Damage damage) {
        for (var name : List.of("a.png", "a.jpg")) {
            var whole = name.endsWith("png") ? Samples.png(80, 70) : Samples.jpeg(80, 70);
            markedOrRefused(name, damage.done(whole));
        }
    }

    @Property(tries = 100)
    void aDamagedOneIsMarkedOrRefusedWithWords(@ForAll("damages") Damage damage) {
        markedOrRefused("a.pdf", damage.done(Samples.pdf(0, 90)));
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }

    private static void markedOrRefused(String name, byte[] content) {
        try {
            mark(name, content);
        } catch (Unmarkable e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Some bytes are others, and the end may be missing. */
    private record Damage(List<Integer> places, int value, double kept) {

        static Arbitrary<Damage> any() {
            return Combinators.combine(
                            Arbitraries.integers().between(0, 5_000).list().ofMaxSize(12),
                            Arbitraries.integers().between(0, 255),
                            Arbitraries.doubles().between(0.05, 1))
                    .as(Damage::new);
        }

        byte[] done(byte[] whole) {
            var damaged = whole.clone();
            places.forEach(place -> damaged[place % damaged.length] = (byte) value);
            return Arrays.copyOf(damaged, (int) (damaged.length * (kept > 0.7 ? 1 : kept)));
        }
    }

    @Test
    void aPdfWithoutPagesIsRefused() throws IOException {
        try (var document = new PDDocument()) {
            assertThatThrownBy(() -> mark("a.pdf", Samples.written(document)))
                    .isInstanceOf(Unmarkable.class)
                    .hasMessage("0 pages, expected 1 to 50");
        }
    }
}
