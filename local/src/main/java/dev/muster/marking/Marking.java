package dev.muster.marking;

import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import java.text.Normalizer;
import java.util.Locale;

/** Makes the marked copy of a file. */
public final class Marking {

    /** How the name of every attachment starts. */
    public static final String PREFIX = "EXERCISE-";

    /** The largest file that is looked at, in bytes: a photo as a phone takes it. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** The word that stands in every file. */
    static final String WORD = "EXERCISE";

    private static final int LONGEST_NAME = 120;

    private Marking() {}

    /** A marked file. */
    public record Marked(String name, byte[] content) {}

    /**
     * @param name the file's name, without folders
     * @throws Unmarkable if this is no text, picture or PDF that can be read, is marked already, or would be too large
     */
    public static Marked mark(String name, byte[] content) {
        if (content.length > LARGEST) {
            throw new Unmarkable("larger than %d MB; make it smaller first".formatted(LARGEST / (1024 * 1024)));
        }
        var type = type(name, content);
        var marked =
                switch (type) {
                    case TEXT, TABLE -> TextMark.put(content);
                    case PNG, JPEG -> PictureMark.put(content, type);
                    case PDF -> PdfMark.put(content);
                };
        if (marked.length > Attachment.LARGEST) {
            throw new Unmarkable("with its mark it is larger than %d MB; make it smaller first"
                    .formatted(Attachment.LARGEST / (1024 * 1024)));
        }
        return new Marked(markedName(name, type), marked);
    }

    private static AttachmentType type(String name, byte[] content) {
        if (content.length == 0) {
            throw new Unmarkable("the file is empty");
        }
        var named = AttachmentType.byName(name);
        if (named.isEmpty()) {
            throw new Unmarkable("an attachment is a .txt, .csv, .png, .jpg or .pdf file");
        }
        // A text may still come in another encoding, which its mark turns into UTF-8.
        var types = AttachmentType.byContent(content);
        if (types.contains(named.get()) || (types.isEmpty() && named.get().isText())) {
            return named.get();
        }
        throw new Unmarkable("its name says %s, its content is %s"
                .formatted(
                        named.get().ending(),
                        types.isEmpty()
                                ? "nothing that can be attached"
                                : types.getFirst().ending()));
    }

    /** A name that every system and every address can carry. */
    private static String markedName(String name, AttachmentType type) {
        var stem = name.substring(0, name.lastIndexOf('.')).replaceFirst("^" + PREFIX, "");
        var plain = Normalizer.normalize(stem.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        var word = plain.isEmpty() ? "attachment" : plain;
        return PREFIX
                + word.substring(0, Math.min(word.length(), LONGEST_NAME))
                + type.ending().toLowerCase(Locale.ROOT);
    }
}
