package dev.muster.drill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.muster.drill.DrillEvent.ActionReported;
import dev.muster.drill.DrillEvent.DecisionMade;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what proves a step: the one place that says which response counts for which step, and from when. */
final class Proofs {

    private final StepClocks clocks;
    private final List<SentMessage> sent;
    private final Map<String, List<SentMessage>> answers;
    private final Map<String, List<Occurrence<ActionReported>>> actions;
    private final Map<String, List<Occurrence<DecisionMade>>> decisions;
    private final Map<StepClock, List<Proof>> found;

    Proofs(EventLog log, StepClocks clocks, Correspondence correspondence) {
        this.clocks = clocks;
        this.sent = correspondence.sent();
        this.answers = sent.stream()
                .filter(one -> one.message().answers().isPresent())
                .collect(groupingBy(one -> one.message().answers().get()));
        this.actions = log.all(ActionReported.class)
                .collect(groupingBy(one -> one.event().step()));
        this.decisions = log.all(DecisionMade.class)
                .collect(groupingBy(one -> one.event().inject()));
        this.found = clocks.all().collect(toMap(clock -> clock, this::find));
    }

    /** What proves the step since this clock was opened, earliest first. */
    List<Proof> of(StepClock clock) {
        return found.getOrDefault(clock, List.of());
    }

    /** What proves a step that no clock was opened for: a message alone can, since the crisis is known. */
    List<Proof> unprompted(Step step) {
        return step.evidence() instanceof Evidence.Message wanted && !boundToClock(step)
                ? messages(step, wanted).map(Proof::of).toList()
                : List.of();
    }

    /** Reports that the step is done which say nothing to show it. */
    List<Occurrence<ActionReported>> claims(StepClock clock) {
        return actionsSince(clock)
                .filter(one -> one.event().evidence().isBlank())
                .toList();
    }

    private List<Proof> find(StepClock clock) {
        return switch (clock.step().evidence()) {
            case Evidence.Message wanted ->
                messages(clock, wanted).map(Proof::of).toList();
            case Evidence.Answer answer -> answers(clock).map(Proof::of).toList();
            case Evidence.Action action ->
                actionsSince(clock)
                        .filter(one -> !one.event().evidence().isBlank())
                        .map(one -> Proof.of(one, one.event().evidence()))
                        .toList();
            case Evidence.Decision decision ->
                decisions(clock).map(one -> Proof.of(one, one.event().reason())).toList();
            case Evidence.Absence absence -> List.of();
            case Evidence.Records records -> List.of();
        };
    }

    private Stream<SentMessage> messages(StepClock clock, Evidence.Message wanted) {
        if (!boundToClock(clock.step())) {
            return messages(clock.step(), wanted);
        }
        return messages(clock.step(), wanted)
                .filter(one -> notBefore(one.at(), clock.opened()))
                .filter(one -> !clock.step().each()
                        || one.message().answers().map(prompts(clock)::contains).orElse(true));
    }

    // Whoever spoke before being asked has spoken. Not so where the step answers one of several inquiries, or belongs
    // to a time that the drill had not jumped to yet.
    private static boolean boundToClock(Step step) {
        return step.each() || step.mode() == Step.Mode.TIME_JUMP;
    }

    private Stream<SentMessage> messages(Step step, Evidence.Message wanted) {
        var known = clocks.known();
        if (known.isEmpty()) {
            return Stream.empty();
        }
        return sent.stream()
                .filter(one -> notBefore(one.at(), known.get()))
                .filter(one -> one.mayMean(step) && one.reachesAny(wanted.audiences()))
                .filter(one -> one.names(step) || answersNothingElse(one, step));
    }

    /** Who answers one customer has told that one, not all of them: an answer is for what its inject expects. */
    private boolean answersNothingElse(SentMessage one, Step step) {
        var asked = one.message().answers();
        return asked.isEmpty() || clocks.prompts(step.id()).contains(asked.get());
    }

    private Stream<SentMessage> answers(StepClock clock) {
        return prompts(clock).stream()
                .flatMap(prompt -> answers.getOrDefault(prompt, List.of()).stream())
                .filter(one -> one.mayMean(clock.step()) && notBefore(one.at(), clock.opened()))
                .sorted(Comparator.comparing(SentMessage::at).thenComparing(SentMessage::id));
    }

    private Stream<Occurrence<ActionReported>> actionsSince(StepClock clock) {
        return actions.getOrDefault(clock.step().id(), List.of()).stream()
                .filter(one -> notBefore(one.at(), clock.opened()));
    }

    private Stream<Occurrence<DecisionMade>> decisions(StepClock clock) {
        return prompts(clock).stream()
                .flatMap(prompt -> decisions.getOrDefault(prompt, List.of()).stream())
                .filter(one -> notBefore(one.at(), clock.opened()))
                .sorted(Comparator.comparing((Occurrence<DecisionMade> one) -> one.at())
                        .thenComparing(Occurrence::entry));
    }

    private Set<String> prompts(StepClock clock) {
        return clock.step().each()
                ? clock.inject().stream().collect(toSet())
                : clocks.prompts(clock.step().id());
    }

    private static boolean notBefore(Duration at, Duration limit) {
        return at.compareTo(limit) >= 0;
    }

    static Optional<Proof> earliest(List<Proof> proofs, Duration until) {
        return proofs.stream().filter(proof -> proof.at().compareTo(until) <= 0).findFirst();
    }
}
