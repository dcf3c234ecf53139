package dev.muster.scenario.io;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Warns once of the plan's steps that no scenario at hand exercises. */
final class PlanAdvice {

    /** A shorter one is a micro-drill, which means to exercise a step or two. */
    private static final Duration A_WHOLE_DRILL = Duration.ofMinutes(30);

    private static final int LISTED = 8;

    private PlanAdvice() {}

    /**
     * @param scenarios which are looked at together
     * @param spot where to say it
     */
    static void give(Plan plan, List<Scenario> scenarios, Spot spot) {
        if (scenarios.stream().allMatch(scenario -> scenario.duration().compareTo(A_WHOLE_DRILL) < 0)) {
            return;
        }
        var scored = plan.steps().stream().filter(Step::scored).toList();
        var left = scored.stream()
                .filter(step -> scenarios.stream().noneMatch(scenario -> ScriptAdvice.isExercised(step, scenario)))
                .map(Step::id)
                .toList();
        if (!left.isEmpty()) {
            spot.warnKey("nothing exercises %d of the %d steps of plan \"%s\": %s%s"
                    .formatted(
                            left.size(),
                            scored.size(),
                            plan.id(),
                            left.stream().limit(LISTED).collect(Collectors.joining(", ")),
                            left.size() > LISTED ? " and %d more".formatted(left.size() - LISTED) : ""));
        }
    }
}
