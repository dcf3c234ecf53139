package dev.muster.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a message into sentences as people type them: ended by a full stop, a line break, a bullet, or by nothing at
 * all. What is quoted is blanked out: it is somebody else's. Positions stay those of the message.
 */
final class Sentences {

    /** Longer runs without an end are cut at a word, so that no pattern meets a long text. */
    private static final int LONGEST = 400;

    private static final Pattern END = Pattern.compile("[.!?…]+[)\"”»']*(?=\\s)|[;\\n•]|\\s[-–—*]\\s");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|approx|e\\.g|i\\.e|etc|ca|vs|tel|inc|ltd)\\.$", 2);
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"\\n]{2,400}\"|“[^”\\n]{2,400}”|„[^“”\\n]{2,400}[“”]|«[^»\\n]{2,400}»|(?m:^[ \\t]*>.*$)");

    private static final Pattern WORD = Pattern.compile("\\w\\w");

    private Sentences() {}

    /** @param start where it begins in the message */
    record Sentence(int start, String words) {}

    static List<Sentence> of(String message) {
        var own = withoutQuotes(message.replace('’', '\'').replace('\u00a0', ' '));
        var sentences = new ArrayList<Sentence>();
        var ends = END.matcher(own);
        var start = 0;
        while (ends.find()) {
            if (!afterAbbreviation(own, start, ends.end())) {
                cut(own, start, ends.end(), sentences);
                start = ends.end();
            }
        }
        cut(own, start, own.length(), sentences);
        return sentences;
    }

    private static boolean afterAbbreviation(String text, int start, int end) {
        return ABBREVIATION
                .matcher(text.substring(Math.max(start, end - 8), end))
                .find();
    }

    private static void cut(String text, int start, int end, List<Sentence> sentences) {
        var from = start;
        while (end - from > LONGEST) {
            var space = text.lastIndexOf(' ', from + LONGEST);
            var to = space > from ? space : from + LONGEST;
            add(text, from, to, sentences);
            from = to;
        }
        add(text, from, end, sentences);
    }

    private static void add(String text, int start, int end, List<Sentence> sentences) {
        var words = text.substring(start, end);
        if (!words.isBlank()) {
            sentences.add(new Sentence(start, words));
        }
    }

    /** A message that is quoted as a whole is its writer's own. */
    private static String withoutQuotes(String message) {
        var blanked = QUOTED.matcher(message)
                .replaceAll(quote -> " ".repeat(quote.group().length()));
        return WORD.matcher(blanked).find() ? blanked : message;
    }
}
