package dev.muster.scenario.content;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices words that may distress whoever takes part, so that an author can announce them. A help, and no judge: it knows
 * the words of one table for each language, {@code distressing.<language>.words}, and nothing of what they mean together.
 */
public final class Distressing {

    private static final Distressing ENGLISH = new Distressing(WordTable.read("distressing.en.words"));

    private final WordTable table;

    private Distressing(WordTable table) {
        this.table = table;
    }

    /**
     * A word that may distress.
     *
     * @param category such as {@code self-harm}
     * @param start index of its first character
     * @param end index behind its last character
     */
    public record Found(String category, int start, int end) {}

    /** Empty if there is no table for the language. */
    public static Optional<Distressing> of(String language) {
        return language.equals("en") || language.startsWith("en-") ? Optional.of(ENGLISH) : Optional.empty();
    }

    /** The first of each category. */
    public List<Found> in(String text) {
        return table.categories().stream()
                .flatMap(category -> category.first(Words.of(text)).stream())
                .toList();
    }

    /** The categories that are announced: by one of their names, or by one of their words. */
    public Set<String> announced(Collection<String> announcements) {
        return table.categories().stream()
                .filter(category -> announcements.stream().map(Words::of).anyMatch(category::isAnnouncedBy))
                .map(WordTable.Category::name)
                .collect(toCollection(LinkedHashSet::new));
    }
}
