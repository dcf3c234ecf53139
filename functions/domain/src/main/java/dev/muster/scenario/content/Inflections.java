package dev.muster.scenario.content;

import java.util.LinkedHashSet;
import java.util.Set;

/** The regular forms of an English word. Some of them nobody says; that does no harm. */
final class Inflections {

    private static final String VOWELS = "aeiou";

    private Inflections() {}

    static Set<String> of(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(word);
        forms.add(word + "'s");
        if (word.endsWith("ie")) {
            add(forms, word.substring(0, word.length() - 2) + "y", "ing");
            add(forms, word, "s", "d");
        } else if (word.endsWith("e")) {
            add(forms, word, "s", "d");
            add(forms, word.substring(0, word.length() - 1), "ing");
        } else if (word.endsWith("y") && !isVowel(word, word.length() - 2)) {
            add(forms, word.substring(0, word.length() - 1), "ies", "ied");
            add(forms, word, "ing");
        } else {
            add(forms, word, "s", "es", "ed", "ing");
            if (endsInOneConsonant(word)) {
                add(forms, word + word.charAt(word.length() - 1), "ed", "ing");
            }
        }
        return forms;
    }

    private static void add(Set<String> forms, String stem, String... endings) {
        for (var ending : endings) {
            forms.add(stem + ending);
        }
    }

    /** As in stab, stabbed. */
    private static boolean endsInOneConsonant(String word) {
        var last = word.length() - 1;
        return last >= 2 && !isVowel(word, last) && isVowel(word, last - 1) && !isVowel(word, last - 2);
    }

    private static boolean isVowel(String word, int at) {
        return at >= 0 && VOWELS.indexOf(word.charAt(at)) >= 0;
    }
}
