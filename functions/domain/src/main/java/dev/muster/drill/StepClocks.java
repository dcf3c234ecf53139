package dev.muster.drill;

import static java.util.stream.Collectors.toCollection;

import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which clocks were opened, and by what. */
final class StepClocks {

    private final Map<String, Occurrence<InjectReleased>> released = new LinkedHashMap<>();
    private final Map<String, List<Occurrence<InjectReleased>>> prompts = new HashMap<>();
    private final Map<String, List<StepClock>> clocks = new LinkedHashMap<>();

    StepClocks(Plan plan, Scenario scenario, EventLog log) {
        log.all(InjectReleased.class)
                .forEach(one -> released.putIfAbsent(one.event().prompt().inject(), one));
        var injects = scenario.injects().stream().collect(Collectors.toMap(Inject::id, inject -> inject));
        released.values().forEach(one -> Optional.ofNullable(
                        injects.get(one.event().prompt().inject()))
                .ifPresent(inject -> inject.expects().stream().distinct().forEach(step -> prompts.computeIfAbsent(
                                step, id -> new ArrayList<>())
                        .add(one))));
        plan.steps().forEach(step -> clocks.put(step.id(), opened(step, log).toList()));
    }

    /** The first release of any inject: from here on the crisis is known. Drill time. */
    Optional<Duration> known() {
        return released.values().stream().findFirst().map(Occurrence::at);
    }

    Map<String, Occurrence<InjectReleased>> released() {
        return released;
    }

    /** The released injects that expect the step. */
    Set<String> prompts(String step) {
        return prompts.getOrDefault(step, List.of()).stream()
                .map(one -> one.event().prompt().inject())
                .collect(toCollection(LinkedHashSet::new));
    }

    List<StepClock> of(String step) {
        return clocks.getOrDefault(step, List.of());
    }

    Stream<StepClock> all() {
        return clocks.values().stream().flatMap(List::stream);
    }

    private Stream<StepClock> opened(Step step, EventLog log) {
        var expected = prompts.getOrDefault(step.id(), List.of()).stream().map(one -> openedBy(step, one));
        if (step.each()) {
            return expected;
        }
        return step.starts() == Step.Starts.STARTEX ? openedByStart(step, log) : expected.limit(1);
    }

    private static StepClock openedBy(Step step, Occurrence<InjectReleased> one) {
        return new StepClock(step, Optional.of(one.event().prompt().inject()), one.at(), one.entry());
    }

    private static Stream<StepClock> openedByStart(Step step, EventLog log) {
        return log.first(DrillEvent.Started.class).stream()
                .map(start -> new StepClock(step, Optional.empty(), start.drillTime(), start.id()));
    }
}
