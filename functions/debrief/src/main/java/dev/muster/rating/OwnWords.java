package dev.muster.rating;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What of a text is its writer's and is to be read. Everything else is blanked out, so that places stay those of the text:
 * tags of pasted HTML, lines that quote somebody's mail, and a mail that mail programs put below an answer.
 */
final class OwnWords {

    /** Longer texts are read up to here; a message that long is none that anybody reads. */
    static final int MOST = 50_000;

    private static final Pattern SILENT =
            Pattern.compile("(?is)<(script|style|head)\\b[^>]{0,2000}>.{0,20000}?</\\1\\s*>|<!--.{0,20000}?-->");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>");
    private static final Pattern ENTITY = Pattern.compile("&(?:nbsp|amp|lt|gt|quot|apos|#\\d{1,6});");
    private static final Pattern QUOTING = Pattern.compile("(?m)^[ \\t]*>.*$");
    private static final Pattern BELOW = Pattern.compile(
            "(?ms)^[ \\t]*(?:-{2,} ?(?i:original message|forwarded message) ?-{2,}|On [^\\n]{5,200} wrote:[ \\t]*\\n(?!\\s*>)).*\\z");
    private static final Pattern ABOVE_QUOTING = Pattern.compile("(?m)^[ \\t]*On [^\\n]{5,200} wrote:[ \\t]*$");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** In this order: what stands below an answer is told by the quoting signs. */
    private static final List<Pattern> FOREIGN = List.of(SILENT, TAG, ENTITY, BELOW, ABOVE_QUOTING, QUOTING);

    private OwnWords() {}

    static String of(String text) {
        var read = text.substring(0, Math.min(MOST, text.length()))
                .replace('’', '\'')
                .replace('\u00a0', ' ');
        var own = read;
        for (var foreign : FOREIGN) {
            own = blanked(foreign, own);
        }
        // A message that is quoted as a whole is its writer's own.
        return LETTER.matcher(own).find() ? own : read;
    }

    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(hit -> hit.group().replaceAll("[^\\n]", " "));
    }
}
