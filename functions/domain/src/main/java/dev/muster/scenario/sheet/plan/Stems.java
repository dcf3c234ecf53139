package dev.muster.scenario.sheet.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text in the form in which they are compared: without case, accents, endings and little words. */
final class Stems {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> LITTLE = Set.of(
            "a", "and", "as", "at", "be", "by", "for", "from", "if", "in", "into", "is", "its", "of", "on", "or", "our",
            "so", "that", "the", "their", "them", "they", "this", "to", "via", "we", "who", "with", "your", "am", "auf",
            "aus", "bei", "das", "dem", "den", "der", "des", "die", "durch", "ein", "eine", "einer", "es", "fuer", "im",
            "mit", "ob", "oder", "sind", "ueber", "um", "und", "von", "vor", "wird", "zu", "zum", "zur");

    /** Longest first. */
    private static final List<String> ENDINGS = List.of(
            "ification",
            "ierung",
            "igung",
            "ication",
            "ization",
            "isation",
            "ieren",
            "ition",
            "ation",
            "iert",
            "ator",
            "izing",
            "ising",
            "ized",
            "ised",
            "ment",
            "igen",
            "ize",
            "ise",
            "ify",
            "ate",
            "ing",
            "ung",
            "ion",
            "ies",
            "ied",
            "ier",
            "ern",
            "est",
            "er",
            "en",
            "em",
            "es",
            "ed",
            "st",
            "al",
            "ly",
            "a",
            "e",
            "n",
            "s",
            "t",
            "y");

    /** The commonest endings are taken from short words, too: calls, opening, closed, Kunden, reply. */
    private static final Set<String> COMMON = Set.of("s", "ing", "ed", "en", "e", "y", "ies");

    private static final int SHORT_STEM = 4;
    private static final int STEM = 5;

    /** A plural and an ending: "notifications" is "notification", and that is "notif". */
    private static final int ENDINGS_TAKEN = 2;

    private Stems() {}

    /** In the order of the text, each once. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        Arrays.stream(BETWEEN.split(plain(text)))
                .filter(word -> !word.isEmpty() && !LITTLE.contains(word))
                .map(word -> stem(word, ENDINGS_TAKEN))
                .forEach(words::add);
        return words;
    }

    /** Lower-case and without accents; umlauts are spelled out, as German does where it must. */
    static String plain(String text) {
        var spelled = text.toLowerCase(Locale.ROOT)
                .replace("\u00E4", "ae")
                .replace("\u00F6", "oe")
                .replace("\u00FC", "ue")
                .replace("\u00DF", "ss");
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    private static String stem(String word, int endings) {
        if (endings == 0) {
            return word;
        }
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending))
                .filter(ending -> word.length() - ending.length() >= (COMMON.contains(ending) ? SHORT_STEM : STEM))
                .map(ending -> stem(word.substring(0, word.length() - ending.length()), endings - 1))
                .findFirst()
                .orElse(word);
    }
}
