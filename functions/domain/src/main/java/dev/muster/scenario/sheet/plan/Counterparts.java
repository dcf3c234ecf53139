package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of the default plan that a step of somebody's own plan stands for; surest first, often none. */
final class Counterparts {

    private final Plan standard;
    private final Set<Phase> phases;
    private final List<Likeness.Guess> guesses;

    /** @param phases those that the own step can belong to; empty if nothing is said of it */
    Counterparts(String title, Set<Phase> phases, Plan standard, Likeness likeness) {
        this.standard = standard;
        this.phases = phases;
        this.guesses = fitting(likeness.of(title));
    }

    /** Surest first, and of equals the one of this phase; one step cannot be done now and days later. */
    private List<Likeness.Guess> fitting(List<Likeness.Guess> all) {
        var sorted = all.stream()
                .sorted(Comparator.comparing(
                        (Likeness.Guess guess) -> !phases.contains(step(guess).phase())))
                .toList();
        return sorted.stream()
                .filter(guess -> step(guess).mode() == step(sorted.getFirst()).mode())
                .toList();
    }

    private Step step(Likeness.Guess guess) {
        return standard.step(guess.id()).orElseThrow();
    }

    /** The surest, from which is taken what the own step does not say. */
    Optional<Step> first() {
        return guesses.stream().findFirst().map(this::step);
    }

    List<String> ids() {
        return guesses.stream().map(Likeness.Guess::id).toList();
    }

    /** The practices that they come from. */
    List<String> practices() {
        return guesses.stream()
                .flatMap(guess -> step(guess).source().stream())
                .distinct()
                .toList();
    }

    /** In words for a report. */
    String inWords() {
        return guesses.isEmpty()
                ? "stands for no step of the default plan"
                : guesses.stream()
                        .map(guess -> "stands for \"%s\" (%s)".formatted(guess.id(), guess.why()))
                        .collect(joining(", "));
    }
}
