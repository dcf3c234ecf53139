package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Release;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When the reactive injects of a drill are asked though nobody responds: at the deadlines that they wait for, and after a
 * release where that can make one of them come. What responders do, and what is found out about it, asks by itself.
 */
final class Occasions {

    private final DrillStore store;

    Occasions(DrillStore store) {
        this.store = store;
    }

    List<DueItem> afterStart(Drill drill, LogEntry started) {
        return deadlines(drill, started, step -> step.starts() == Step.Starts.STARTEX);
    }

    List<DueItem> afterRelease(Drill drill, Inject inject, LogEntry released) {
        var occasions = new ArrayList<>(
                deadlines(drill, released, step -> inject.expects().contains(step.id())));
        if (conditions(drill).anyMatch(Occasions::canComeTrueByRelease)) {
            occasions.add(DueItem.atWallTime(drill.id(), new Due.React(released.id()), released.at()));
        }
        return occasions;
    }

    /** A release opens clocks, too: what was done is not done any more, and its contrary holds. */
    private static boolean canComeTrueByRelease(Condition condition) {
        return condition instanceof Condition.Released || condition instanceof Condition.Not;
    }

    private List<DueItem> deadlines(Drill drill, LogEntry opening, Predicate<Step> opened) {
        return conditions(drill)
                .filter(Condition.StepOverdue.class::isInstance)
                .map(Condition.StepOverdue.class::cast)
                .flatMap(overdue -> store.plan(drill.id()).step(overdue.step()).filter(opened).stream()
                        .map(step -> step.deadline().plus(overdue.by().orElse(Duration.ZERO))))
                .distinct()
                .map(after -> DueItem.atDrillTime(
                        drill,
                        new Due.Ask(opening.id(), after),
                        opening.drillTime().plus(after)))
                .toList();
    }

    /** What the reactive injects wait for, part by part. */
    private Stream<Condition> conditions(Drill drill) {
        return store.scenario(drill.id()).injects().stream()
                .map(Inject::release)
                .filter(Release.Reactive.class::isInstance)
                .flatMap(release -> ((Release.Reactive) release).condition().parts());
    }
}
