package dev.muster.scenario.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words by category, as a {@code .words} file lists them. Its first lines explain its form. */
record WordTable(List<Category> categories) {

    /** Words that follow each other, each in the forms that count. */
    private record Phrase(List<Set<String>> words) {

        static Phrase of(String written) {
            var asItStands = written.startsWith("=");
            var words = asItStands ? written.substring(1) : written;
            return new Phrase(Words.of(words).all().stream()
                    .map(Words.Word::text)
                    .map(word -> asItStands ? Set.of(word) : Inflections.of(word))
                    .toList());
        }

        Stream<Words.Hit> in(Words text) {
            return text.find(words).stream();
        }
    }

    /** One of those, where one of these stands in the same sentence. */
    private record Pair(List<Phrase> these, List<Phrase> those) {

        Stream<Words.Hit> in(Words text) {
            return those.stream().flatMap(one -> one.in(text)).filter(one -> these.stream()
                    .flatMap(other -> other.in(text))
                    .anyMatch(other -> text.inOneSentence(one, other)));
        }
    }

    record Category(String name, List<Phrase> names, List<Phrase> phrases, List<Pair> pairs, List<Phrase> harmless) {

        Optional<Distressing.Found> first(Words text) {
            var excused = harmless.stream().flatMap(phrase -> phrase.in(text)).toList();
            return hits(text)
                    .filter(hit -> excused.stream().noneMatch(other -> overlap(hit, other)))
                    .min(Comparator.comparingInt(Words.Hit::first))
                    .map(hit -> new Distressing.Found(name, text.start(hit), text.end(hit)));
        }

        boolean isAnnouncedBy(Words announcement) {
            return names.stream()
                            .flatMap(phrase -> phrase.in(announcement))
                            .findAny()
                            .isPresent()
                    || hits(announcement).findAny().isPresent();
        }

        private Stream<Words.Hit> hits(Words text) {
            return Stream.concat(
                    phrases.stream().flatMap(phrase -> phrase.in(text)),
                    pairs.stream().flatMap(pair -> pair.in(text)));
        }

        private static boolean overlap(Words.Hit one, Words.Hit other) {
            return one.first() <= other.last() && other.first() <= one.last();
        }
    }

    static WordTable read(String resource) {
        try (var in = WordTable.class.getResourceAsStream(resource)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WordTable of(String text) {
        var categories = new ArrayList<Category>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("[")) {
                categories.add(category(line));
            } else {
                add(categories.getLast(), line);
            }
        });
        return new WordTable(List.copyOf(categories));
    }

    private static Category category(String line) {
        var parts = line.substring(1, line.indexOf(']')).split(":", 2);
        var names = new ArrayList<>(phrases(parts[1]));
        names.add(Phrase.of(parts[0]));
        return new Category(parts[0].strip(), names, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static void add(Category category, String line) {
        var sides = line.split(" \\+ ", 2);
        if (sides.length == 2) {
            category.pairs().add(new Pair(phrases(sides[0]), phrases(sides[1])));
        } else if (line.startsWith("- ")) {
            category.harmless().addAll(phrases(line.substring(2)));
        } else {
            category.phrases().addAll(phrases(line));
        }
    }

    private static List<Phrase> phrases(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).map(Phrase::of).toList();
    }
}
