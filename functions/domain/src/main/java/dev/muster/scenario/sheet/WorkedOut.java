package dev.muster.scenario.sheet;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;

/**
 * What an exported script says of each inject for people's sake, although other columns say it already. When the sheet
 * comes back, those others count.
 *
 * @param clock the scenario's own, if it has one
 */
record WorkedOut(Scenario scenario, Plan plan, Optional<ScenarioClock> clock) {

    /** The columns. */
    enum Column {
        SCENARIO_TIME("Scenario Time", "\"Time After StartEx\""),
        EXPECTED_ACTIONS("Expected Actions", "\"Plan Steps\""),
        OBJECTIVES("Objectives", "\"Plan Steps\", or the steps on the sheet \"Objectives\"");

        private final String heading;
        private final String source;

        Column(String heading, String source) {
            this.heading = heading;
            this.source = source;
        }

        String heading() {
            return heading;
        }

        /** What to change for it to change, in words. */
        String source() {
            return source;
        }

        static boolean isHeading(String text) {
            for (var column : values()) {
                if (column.heading.equals(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    String of(Inject inject, Column column) {
        return switch (column) {
            case SCENARIO_TIME ->
                inject.release().planned().map(this::scenarioTime).orElse("");
            case EXPECTED_ACTIONS -> expectedActions(inject);
            case OBJECTIVES -> objectives(inject);
        };
    }

    /** What the scenario's clock shows so long after StartEx; empty if it has none. */
    String scenarioTime(Duration at) {
        return clock.map(it -> it.words(at)).orElse("");
    }

    private String expectedActions(Inject inject) {
        return inject.expects().stream()
                .map(id -> plan.step(id).map(this::expectedAction).orElse(id))
                .collect(joining("\n"));
    }

    private String expectedAction(Step step) {
        var owner = plan.role(step.owner()).map(Role::name).orElse(step.owner());
        return "%s (%s, within %s)".formatted(step.title(), owner, Times.shown(step.deadline()));
    }

    private String objectives(Inject inject) {
        return scenario.objectives().stream()
                .filter(objective -> !Collections.disjoint(objective.steps(), inject.expects()))
                .map(Objective::title)
                .collect(joining("\n"));
    }
}
