package dev.muster.scenario.preview;

import dev.muster.scenario.Condition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether a condition can hold and can fail, given what its simple parts can. It tries all combinations of the parts that
 * do not contradict each other; where there are too many parts, it looks at each for itself, which claims no more than is
 * so.
 */
final class Logic {

    /** Two thousand combinations: no author writes as many parts, and each takes less than a microsecond. */
    private static final int PARTS_TRIED = 11;

    private final Function<Condition, Possible> possible;

    Logic(Function<Condition, Possible> possible) {
        this.possible = possible;
    }

    boolean can(Condition condition, boolean truth) {
        var parts = List.copyOf(parts(condition));
        return parts.size() > PARTS_TRIED
                ? canByParts(condition, truth)
                : canFrom(condition, truth, parts, new HashMap<>());
    }

    /** The simple conditions of which it is made. */
    static Set<Condition> parts(Condition condition) {
        var parts = new LinkedHashSet<Condition>();
        simple(condition).forEach(parts::add);
        return parts;
    }

    private static Stream<Condition> simple(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().flatMap(Logic::simple);
            case Condition.Any any -> any.of().stream().flatMap(Logic::simple);
            case Condition.Not not -> simple(not.of());
            default -> Stream.of(condition);
        };
    }

    private boolean canFrom(Condition condition, boolean truth, List<Condition> open, Map<Condition, Boolean> assumed) {
        if (open.isEmpty()) {
            return holds(condition, assumed) == truth;
        }
        var part = open.getFirst();
        for (var value : List.of(true, false)) {
            if (possible.apply(part).allows(value) && Contradiction.none(part, value, assumed)) {
                assumed.put(part, value);
                if (canFrom(condition, truth, open.subList(1, open.size()), assumed)) {
                    return true;
                }
                assumed.remove(part);
            }
        }
        return false;
    }

    private static boolean holds(Condition condition, Map<Condition, Boolean> assumed) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().allMatch(part -> holds(part, assumed));
            case Condition.Any any -> any.of().stream().anyMatch(part -> holds(part, assumed));
            case Condition.Not not -> !holds(not.of(), assumed);
            default -> assumed.get(condition);
        };
    }

    private boolean canByParts(Condition condition, boolean truth) {
        return switch (condition) {
            case Condition.All all -> truth ? each(all.of(), true) : some(all.of(), false);
            case Condition.Any any -> truth ? some(any.of(), true) : each(any.of(), false);
            case Condition.Not not -> canByParts(not.of(), !truth);
            default -> possible.apply(condition).allows(truth);
        };
    }

    private boolean each(List<Condition> parts, boolean truth) {
        return parts.stream().allMatch(part -> canByParts(part, truth));
    }

    private boolean some(List<Condition> parts, boolean truth) {
        return parts.stream().anyMatch(part -> canByParts(part, truth));
    }
}
