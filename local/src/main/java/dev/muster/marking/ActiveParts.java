package dev.muster.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What a PDF may hold beside pages to look at: scripts, forms, files, and links that lead out of the exercise. */
final class ActiveParts {

    private static final List<String> OF_THE_DOCUMENT = List.of("OpenAction", "AA", "AcroForm", "Collection");
    private static final List<String> OF_ITS_NAMES = List.of("JavaScript", "EmbeddedFiles");
    private static final Set<String> ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D", "Widget");

    private ActiveParts() {}

    static boolean of(PDDocument document) {
        return removeFrom(document, false);
    }

    static void removeFrom(PDDocument document) {
        removeFrom(document, true);
    }

    private static boolean removeFrom(PDDocument document, boolean remove) {
        var found = new ArrayList<COSName>();
        var catalog = document.getDocumentCatalog().getCOSObject();
        OF_THE_DOCUMENT.forEach(key -> take(catalog, key, remove, found));
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            OF_ITS_NAMES.forEach(key -> take(names, key, remove, found));
        }
        document.getPages().forEach(page -> takeFrom(page, remove, found));
        return !found.isEmpty();
    }

    private static void takeFrom(PDPage page, boolean remove, List<COSName> found) {
        take(page.getCOSObject(), "AA", remove, found);
        if (!(page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)) {
            return;
        }
        for (var at = annotations.size() - 1; at >= 0; at--) {
            if (!(annotations.getObject(at) instanceof COSDictionary annotation)) {
                continue;
            }
            if (ANNOTATIONS.contains(annotation.getNameAsString(COSName.SUBTYPE))) {
                found.add(COSName.ANNOTS);
                if (remove) {
                    annotations.remove(at);
                }
            } else {
                take(annotation, "AA", remove, found);
                if (!staysInside(annotation.getDictionaryObject(COSName.A))) {
                    take(annotation, "A", remove, found);
                }
            }
        }
    }

    private static boolean staysInside(COSBase action) {
        return action instanceof COSDictionary dictionary && "GoTo".equals(dictionary.getNameAsString(COSName.S));
    }

    private static void take(COSDictionary from, String key, boolean remove, List<COSName> found) {
        var name = COSName.getPDFName(key);
        if (from.containsKey(name)) {
            found.add(name);
            if (remove) {
                from.removeItem(name);
            }
        }
    }
}
