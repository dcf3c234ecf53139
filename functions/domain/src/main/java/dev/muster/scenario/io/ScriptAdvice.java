package dev.muster.scenario.io;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scenario.io.ScenarioRules.Script;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Warns of what a trainer would regret: it can be played, and would better be written in another way. */
final class ScriptAdvice {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int FLOOD = 10;
    private static final Duration WHILE_TO_WRITE = Duration.ofMinutes(5);
    private static final int MOST_MEANWHILE = 3;

    private static final List<Rule<Script>> ADVICE = List.of(
            ScriptAdvice::everyRoleHasSomethingToDo,
            ScriptAdvice::theTeamHasTimeToWrite,
            ScriptAdvice::whatObjectivesNameIsExercised,
            ScriptAdvice::whoMustActHears,
            ScriptAdvice::nothingComesWhenItIsOver,
            LineBreakAdvice::sentencesAreWhole,
            ConditionAdvice::conditionsCanGoEitherWay);

    private ScriptAdvice() {}

    static void give(Script script, Spot root) {
        Rule.checkAll(ADVICE, script, root);
    }

    private static void everyRoleHasSomethingToDo(Script script, Spot root) {
        var roles = script.scenario().roles();
        for (var index = 0; index < roles.size(); index++) {
            var role = roles.get(index);
            var injects = script.scenario().injects().stream()
                    .filter(inject -> inject.to().contains(role))
                    .toList();
            if (injects.isEmpty()) {
                root.in("roles")
                        .item(index)
                        .warn("role \"%s\" has nothing to do: no inject goes to it".formatted(role));
            } else if (injects.stream().noneMatch(inject -> inject.release() instanceof Release.Scripted)) {
                root.in("roles")
                        .item(index)
                        .warn("role \"%s\" may have nothing to do: no inject that always comes goes to it"
                                .formatted(role));
            }
        }
    }

    /** What comes by itself: nobody can hold it back. */
    private record Arrival(Inject inject, Duration at, Spot spot) {}

    private static void theTeamHasTimeToWrite(Script script, Spot root) {
        var injects = script.scenario().injects();
        var timed = IntStream.range(0, injects.size())
                .boxed()
                .flatMap(index -> injects.get(index).release().planned().stream()
                        .map(at -> new Arrival(
                                injects.get(index),
                                at,
                                root.in("injects").item(index).in("at"))))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
        var floods = warnOfTooMany(timed, MINUTE, FLOOD);
        var scripted = timed.stream()
                .filter(one -> one.inject().release() instanceof Release.Scripted)
                .toList();
        if (!floods) {
            warnOfTooMany(scripted, WHILE_TO_WRITE, MOST_MEANWHILE + 1);
        }
    }

    /** Warns at the one that is too much, once for each crowd. */
    private static boolean warnOfTooMany(List<Arrival> arrivals, Duration span, int tooMany) {
        var warned = false;
        for (var last = tooMany - 1; last < arrivals.size(); last++) {
            var first = arrivals.get(last - tooMany + 1);
            if (arrivals.get(last).at().minus(first.at()).compareTo(span) < 0) {
                arrivals.get(last)
                        .spot()
                        .warn("%d injects within %d min, from \"%s\" to \"%s\"; leave the team time to write"
                                .formatted(
                                        tooMany,
                                        span.toMinutes(),
                                        first.inject().id(),
                                        arrivals.get(last).inject().id()));
                warned = true;
                last += tooMany - 1;
            }
        }
        return warned;
    }

    private static void whatObjectivesNameIsExercised(Script script, Spot root) {
        var objectives = script.scenario().objectives();
        for (var index = 0; index < objectives.size(); index++) {
            var steps = objectives.get(index).steps();
            for (var nr = 0; nr < steps.size(); nr++) {
                var spot = root.in("objectives").item(index).in("steps").item(nr);
                script.plan()
                        .step(steps.get(nr))
                        .filter(step -> !isExercised(step, script.scenario()))
                        .ifPresent(step -> spot.warn(
                                step.scored()
                                        ? "no inject expects the step \"%s\", so this objective never shows it"
                                                .formatted(step.id())
                                        : "the step \"%s\" is checked from records, so no drill shows it"
                                                .formatted(step.id())));
            }
        }
    }

    /** Whether a drill of the scenario can show the step. */
    static boolean isExercised(Step step, Scenario scenario) {
        return (step.scored() && step.starts() == Step.Starts.STARTEX && !step.each())
                || scenario.injects().stream()
                        .anyMatch(inject -> inject.expects().contains(step.id()));
    }

    /** A clock that opens behind its owner's back is nobody's fault and costs points. */
    private static void whoMustActHears(Script script, Spot root) {
        var injects = script.scenario().injects();
        for (var index = 0; index < injects.size(); index++) {
            var inject = injects.get(index);
            var expects = root.in("injects").item(index).in("expects");
            inject.expects().stream()
                    .flatMap(id -> script.plan().step(id).stream())
                    .filter(step -> !inject.to().contains(step.owner()))
                    .forEach(step -> expects.item(step.id())
                            .warn("step \"%s\" is for the role \"%s\" to do, to which this inject does not go"
                                    .formatted(step.id(), step.owner())));
        }
    }

    private static void nothingComesWhenItIsOver(Script script, Spot root) {
        var injects = script.scenario().injects();
        for (var index = 0; index < injects.size(); index++) {
            var spot = root.in("injects").item(index).in("at");
            injects.get(index)
                    .release()
                    .planned()
                    .filter(script.scenario().duration()::equals)
                    .ifPresent(at -> spot.warn("comes at EndEx, when nobody can answer any more"));
        }
    }
}
