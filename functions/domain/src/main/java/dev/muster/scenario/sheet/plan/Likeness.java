package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.RoleVocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which known thing somebody means who words it in the own way: by its id, by its very title, by a phrase that is
 * known for it, or else by the words that both share. Deterministic, and each guess says what it rests on.
 */
final class Likeness {

    /** Of the weight of the words, what must be shared where no phrase is known: more than half. */
    private static final double ENOUGH = 0.55;

    /** What can be meant. */
    record Known(String id, String title) {}

    /** @param why what the guess rests on, in words for a report */
    record Guess(String id, String why) {}

    private record Phrase(String id, String written, Set<String> words) {}

    private final List<Known> known;
    private final List<Phrase> phrases;
    private final Map<String, String> alone = new HashMap<>();
    private final Map<String, Set<String>> titles = new LinkedHashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    /** @param phrases what is known to be said instead of a title, by id; what counts only alone begins with a mark */
    Likeness(List<Known> known, Map<String, List<String>> phrases) {
        this.known = List.copyOf(known);
        this.phrases = known.stream()
                .flatMap(one -> phrases.getOrDefault(one.id(), List.of()).stream()
                        .filter(written -> !written.startsWith(RoleVocabulary.ALONE))
                        .map(written -> new Phrase(one.id(), written, Stems.of(written))))
                .filter(phrase -> !phrase.words().isEmpty())
                .toList();
        known.forEach(one -> phrases.getOrDefault(one.id(), List.of()).stream()
                .filter(written -> written.startsWith(RoleVocabulary.ALONE))
                .forEach(written -> alone.put(written.substring(RoleVocabulary.ALONE.length()), one.id())));
        known.forEach(one -> titles.put(one.id(), Stems.of(one.title())));
        titles.values().forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    /** What is meant, surest first; several if the wording names several, none if nothing is like it. */
    List<Guess> of(String wording) {
        var plain = Stems.plain(wording).strip();
        return bySight(plain).map(List::of).orElseGet(() -> byWords(Stems.of(wording)));
    }

    /** Everything that may be meant, surest first, though only one of it can be. */
    List<Guess> candidates(String wording) {
        var words = Stems.of(wording);
        var byPhrase =
                fitting(words).map(phrase -> new Guess(phrase.id(), "by the words \"" + phrase.written() + "\""));
        return Stream.concat(of(wording).stream(), byPhrase).toList();
    }

    Optional<Guess> best(String wording) {
        return of(wording).stream().findFirst();
    }

    private Optional<Guess> bySight(String plain) {
        return Stream.of(
                        known.stream()
                                .filter(one -> one.id().equals(plain.replace(' ', '-')))
                                .map(one -> new Guess(one.id(), "it has the same name")),
                        known.stream()
                                .filter(one -> Stems.plain(one.title()).equals(plain))
                                .map(one -> new Guess(one.id(), "it has the same title")),
                        Stream.ofNullable(alone.get(plain)).map(id -> new Guess(id, "by the words \"" + plain + "\"")))
                .flatMap(guesses -> guesses)
                .findFirst();
    }

    private List<Guess> byWords(Set<String> words) {
        var guesses = byPhrase(words);
        return guesses.isEmpty() ? byTitle(words).map(List::of).orElse(List.of()) : guesses;
    }

    /** Of phrases that share a word, the longer one counts: "media enquiries" is not about "media" at large. */
    private List<Guess> byPhrase(Set<String> words) {
        var chosen = new ArrayList<Phrase>();
        for (var phrase : fitting(words).toList()) {
            var alone = chosen.stream().noneMatch(other -> shares(phrase, other));
            if (alone && (chosen.isEmpty() || phrase.words().size() > 1)) {
                chosen.add(phrase);
            }
        }
        return chosen.stream()
                .map(phrase -> new Guess(phrase.id(), "by the words \"" + phrase.written() + "\""))
                .toList();
    }

    private Stream<Phrase> fitting(Set<String> words) {
        return phrases.stream()
                .filter(phrase -> words.containsAll(phrase.words()))
                .sorted(Comparator.comparingInt(
                        (Phrase phrase) -> -phrase.words().size()));
    }

    private static boolean shares(Phrase one, Phrase other) {
        return one.id().equals(other.id()) || one.words().stream().anyMatch(other.words()::contains);
    }

    private Optional<Guess> byTitle(Set<String> words) {
        return known.stream()
                .max(Comparator.comparingDouble(one -> shared(words, titles.get(one.id()))))
                .filter(one -> shared(words, titles.get(one.id())) >= ENOUGH)
                .map(one -> new Guess(
                        one.id(),
                        String.format(
                                Locale.ROOT,
                                "its title shares %.0f %% of the words of \"%s\"",
                                100 * shared(words, titles.get(one.id())),
                                one.title())));
    }

    /** The cosine of the two sets; a word that stands in many titles counts little. */
    private double shared(Set<String> some, Set<String> others) {
        var both =
                some.stream().filter(others::contains).mapToDouble(this::square).sum();
        var norms = Math.sqrt(some.stream().mapToDouble(this::square).sum()
                * others.stream().mapToDouble(this::square).sum());
        return norms == 0 ? 0 : both / norms;
    }

    private double square(String word) {
        var weight = Math.log(1 + (double) known.size() / frequency.getOrDefault(word, 1));
        return weight * weight;
    }
}
