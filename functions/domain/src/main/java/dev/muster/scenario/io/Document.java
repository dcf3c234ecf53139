package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A YAML or JSON file as a tree that remembers where its values stand.
 *
 * @param source the text itself, in which excerpts of values are found
 * @param flaws what is wrong with the file without keeping anybody from reading on, such as a key that comes twice
 */
record Document(
        SourceText source, JsonNode root, Map<Pointer, Place> values, Map<Pointer, Place> keys, List<Problem> flaws) {

    String file() {
        return source.file();
    }

    /** @throws InvalidDocument if the file cannot be read or is no YAML */
    static Document read(Path path) {
        return YamlComposer.compose(SourceText.read(path));
    }

    /** @throws InvalidDocument if the bytes are no YAML in UTF-8 */
    static Document of(String file, byte[] bytes) {
        return YamlComposer.compose(SourceText.of(file, bytes));
    }

    /** Where the value starts; for what came through an alias or is missing, where the nearest value around it does. */
    Place placeOf(Pointer value) {
        var place = values.get(value);
        if (place != null) {
            return place;
        }
        return value.isRoot() ? Place.START : placeOf(value.parent());
    }

    /**
     * Where an excerpt of a text stands within it. Where the text is written in another way than it reads (folded over
     * lines, with escapes), the place of the text itself.
     */
    Place placeOf(Pointer value, String excerpt) {
        var start = placeOf(value);
        return source.find(excerpt, start, endOf(start)).orElse(start);
    }

    /** The next value or key behind it, or the end of the text. */
    private Optional<Place> endOf(Place start) {
        return Stream.concat(values.values().stream(), keys.values().stream())
                .filter(place -> place.compareTo(start) > 0)
                .min(Comparator.naturalOrder());
    }

    /** Where the key of the value stands, if the value has one, otherwise the place of the value. */
    Place placeOfKey(Pointer value) {
        var place = keys.get(value);
        return place != null ? place : placeOf(value);
    }
}
