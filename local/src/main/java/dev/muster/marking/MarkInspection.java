package dev.muster.marking;

import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.io.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Looks whether a file can be read and is marked as an exercise. */
public final class MarkInspection implements Inspection {

    private static final Pattern FORMULA = Pattern.compile("(?m)(?:^|[,;\\t])\"?=");

    @Override
    public List<Flaw> inspect(String name, byte[] content) {
        var type = AttachmentType.byName(name).orElseThrow();
        try {
            return switch (type) {
                case TEXT -> text(name, content);
                case TABLE -> table(name, content);
                case PNG, JPEG -> picture(name, content, type);
                case PDF -> pdf(name, content);
            };
        } catch (Unmarkable e) {
            return List.of(Flaw.error(e.getMessage()));
        }
    }

    private static List<Flaw> text(String name, byte[] content) {
        return TextMark.isMarked(content)
                ? List.of()
                : List.of(unmarked("its first and its last line do not say EXERCISE", name));
    }

    private static List<Flaw> table(String name, byte[] content) {
        var flaws = new ArrayList<>(text(name, content));
        if (FORMULA.matcher(new String(content, StandardCharsets.UTF_8)).find()) {
            flaws.add(Flaw.error("a cell begins with =, which spreadsheet programs run as a formula; write its value"));
        }
        return flaws;
    }

    private static List<Flaw> picture(String name, byte[] content, AttachmentType type) {
        var picture = PictureFile.read(content, type);
        if (!PictureMark.isMarked(content, type)) {
            return List.of(unmarked("the picture's metadata does not say EXERCISE", name));
        }
        return Stamp.isOn(picture)
                ? List.of()
                : List.of(Flaw.warning(
                        "has no stamp of ./muster mark; make sure that people see the word EXERCISE in it"));
    }

    private static List<Flaw> pdf(String name, byte[] content) {
        return PdfFile.open(content, document -> {
            var flaws = new ArrayList<Flaw>();
            if (!PdfMark.saysSo(document)) {
                flaws.add(unmarked("the PDF's title does not say EXERCISE", name));
            } else if (!PdfMark.isMarked(document)) {
                flaws.add(onSomePages(document, name));
            }
            if (ActiveParts.of(document)) {
                flaws.add(Flaw.error("the PDF holds scripts, forms, files or links that lead out; %s leaves them out"
                        .formatted(command(name))));
            }
            return flaws;
        });
    }

    /** Where no page has our stamp, somebody else may have marked them. */
    private static Flaw onSomePages(PDDocument document, String name) {
        for (var page : document.getPages()) {
            if (PdfMark.isStamped(page)) {
                return unmarked("not every page of the PDF is stamped", name);
            }
        }
        return Flaw.warning("has no stamp of ./muster mark; make sure that people see the word EXERCISE on every page");
    }

    private static Flaw unmarked(String why, String name) {
        return Flaw.error("%s; make a marked copy with %s".formatted(why, command(name)));
    }

    private static String command(String name) {
        return "./muster mark " + (name.matches("[A-Za-z0-9_./-]+") ? name : "'" + name.replace("'", "'\\''") + "'");
    }
}
