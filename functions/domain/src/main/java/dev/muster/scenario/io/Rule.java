package dev.muster.scenario.io;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Something that must hold in a document and that no schema can say. */
@FunctionalInterface
interface Rule<T> {

    /** @param root the document, in which the rule rejects the values that break it */
    void check(T subject, Spot root);

    static <T> void checkAll(List<Rule<T>> rules, T subject, Spot root) {
        rules.forEach(rule -> rule.check(subject, root));
    }

    /**
     * No id comes twice.
     *
     * @param ids the ids of the items in order; null where an item has none
     * @param list the list whose items carry the ids under the key {@code id}
     */
    static void uniqueIds(String what, List<String> ids, Spot list) {
        var first = new HashMap<String, Integer>();
        for (var index = 0; index < ids.size(); index++) {
            var id = ids.get(index);
            var before = first.putIfAbsent(id, index);
            if (id != null && before != null) {
                var line = list.item(before).in("id").line();
                list.item(index)
                        .in("id")
                        .reject("duplicate %s id \"%s\", first on line %d; give one of them another"
                                .formatted(what, id, line));
            }
        }
    }

    /** @param complaint what is wrong if the name is unknown; the name and a suggestion are put behind it */
    static void known(String name, Collection<String> known, String complaint, Spot spot) {
        if (!known.contains(name)) {
            spot.reject("%s: \"%s\"%s".formatted(complaint, name, Wording.suggestion(name, known)));
        }
    }

    static void positive(Duration duration, Spot spot) {
        if (!duration.isPositive()) {
            spot.reject("must be longer than nothing, found " + spot.written());
        }
    }
}
