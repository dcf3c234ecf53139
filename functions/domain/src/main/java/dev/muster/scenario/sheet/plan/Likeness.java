package dev.muster.scenario.sheet.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Map<String, Set<String>> titles = new LinkedHashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    /** @param phrases what is known to be said instead of a title, by id */
    Likeness(List<Known> known, Map<String, List<String>> phrases) {
        this.known = List.copyOf(known);
        this.phrases = known.stream()
                .flatMap(one -> phrases.getOrDefault(one.id(), List.of()).stream()
                        .map(written -> new Phrase(one.id(), written, Stems.of(written))))
                .filter(phrase -> !phrase.words().isEmpty())
                .toList();
        known.forEach(one -> titles.put(one.id(), Stems.of(one.title())));
        titles.values().forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    /** The phrases of a file on the class path: {@code id: phrase; phrase}, one line each. */
    static Map<String, List<String>> phrases(String file) {
        var phrases = new LinkedHashMap<String, List<String>>();
        try (var in = Likeness.class.getResourceAsStream(file)) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .forEach(line -> phrases.put(
                            line[0].strip(),
                            Arrays.stream(line[1].split(";")).map(String::strip).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
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
        return Stream.concat(
                        known.stream()
                                .filter(one -> one.id().equals(plain.replace(' ', '-')))
                                .map(one -> new Guess(one.id(), "it has the same name")),
                        known.stream()
                                .filter(one -> Stems.plain(one.title()).equals(plain))
                                .map(one -> new Guess(one.id(), "it has the same title")))
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
