package dev.muster.scenario.content;

import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text, in lower case, with their places.
 *
 * @param distinct each word once
 */
record Words(List<Word> all, Set<String> distinct) {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+){0,10}|[.!?]");

    /** @param text a word, or the end of a sentence */
    record Word(String text, int start, int end) {

        boolean endsSentence() {
            return text.length() == 1 && ".!?".contains(text);
        }
    }

    /** Where some words stand: from the first word to the last. */
    record Hit(int first, int last) {}

    static Words of(String text) {
        var words = new ArrayList<Word>();
        WORD.matcher(text)
                .results()
                .forEach(match -> words.add(new Word(plain(match.group()), match.start(), match.end())));
        return new Words(words, words.stream().map(Word::text).collect(toSet()));
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    /** The places of a phrase, each of whose words may have one of several forms. */
    List<Hit> find(List<Set<String>> phrase) {
        var hits = new ArrayList<Hit>();
        if (phrase.getFirst().stream().noneMatch(distinct::contains)) {
            return hits;
        }
        for (var first = 0; first + phrase.size() <= all.size(); first++) {
            if (standsAt(first, phrase)) {
                hits.add(new Hit(first, first + phrase.size() - 1));
            }
        }
        return hits;
    }

    private boolean standsAt(int first, List<Set<String>> phrase) {
        for (var at = 0; at < phrase.size(); at++) {
            if (!phrase.get(at).contains(all.get(first + at).text())) {
                return false;
            }
        }
        return true;
    }

    boolean inOneSentence(Hit one, Hit other) {
        var from = Math.min(one.first(), other.first());
        var to = Math.max(one.last(), other.last());
        return all.subList(from, to + 1).stream().noneMatch(Word::endsSentence);
    }

    int start(Hit hit) {
        return all.get(hit.first()).start();
    }

    int end(Hit hit) {
        return all.get(hit.last()).end();
    }
}
