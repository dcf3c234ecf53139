package dev.muster.drill;

import dev.muster.drill.DrillEvent.Acknowledged;
import dev.muster.drill.DrillEvent.ActionReported;
import dev.muster.drill.DrillEvent.ConditionUndecided;
import dev.muster.drill.DrillEvent.DecisionMade;
import dev.muster.drill.DrillEvent.InjectFired;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.InjectWithheld;
import dev.muster.drill.DrillEvent.ReactionTriggered;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a drill has come, as its log says: a pure fold of plan, scenario and log, the same for any order of arrival
 * and however often an entry arrives. All times are drill time. What responders did after the end is not in it.
 */
public final class Progress {

    private final Plan plan;
    private final Scenario scenario;
    private final EventLog log;
    private final StepClocks clocks;
    private final Correspondence correspondence;
    private final Proofs proofs;

    private Progress(Plan plan, Scenario scenario, EventLog log) {
        this.plan = plan;
        this.scenario = log.played(scenario);
        this.log = log;
        this.clocks = new StepClocks(plan, this.scenario, log);
        this.correspondence = Correspondence.of(log);
        this.proofs = new Proofs(log, clocks, correspondence);
    }

    /** @param entries in any order, with repetitions */
    public static Progress of(Plan plan, Scenario scenario, Collection<LogEntry> entries) {
        return new Progress(plan, scenario, EventLog.of(entries));
    }

    public Plan plan() {
        return plan;
    }

    /** As it is played: with what trainers added to the script. */
    public Scenario scenario() {
        return scenario;
    }

    public EventLog log() {
        return log;
    }

    /** When the crisis became known to the team: the first release of any inject. */
    public Optional<Duration> known() {
        return clocks.known();
    }

    /** The injects that were released, in the order of their release. */
    public List<Occurrence<InjectReleased>> released() {
        return List.copyOf(clocks.released().values());
    }

    public Optional<Occurrence<InjectReleased>> released(String inject) {
        return Optional.ofNullable(clocks.released().get(inject));
    }

    public List<Occurrence<Acknowledged>> acknowledgements() {
        return log.all(Acknowledged.class).toList();
    }

    public List<Occurrence<Acknowledged>> acknowledgements(String inject) {
        return log.all(Acknowledged.class)
                .filter(one -> one.event().inject().equals(inject))
                .toList();
    }

    /** Whether the member acknowledged the inject. */
    public boolean acknowledged(String inject, String member) {
        return acknowledgements(inject).stream()
                .anyMatch(one -> one.event().member().equals(member));
    }

    public List<Occurrence<DecisionMade>> decisions(String inject) {
        return log.all(DecisionMade.class)
                .filter(one -> one.event().inject().equals(inject))
                .toList();
    }

    public Correspondence correspondence() {
        return correspondence;
    }

    /** The fault status that the team could know at this time. */
    public FaultStatus faultAt(Duration at) {
        return clocks.released().values().stream()
                .filter(one -> one.at().compareTo(at) <= 0)
                .flatMap(one -> scenario.inject(one.event().prompt().inject()).stream())
                .flatMap(inject -> inject.fault().stream())
                .reduce(scenario.fault(), (earlier, later) -> later);
    }

    /** The clocks of a step that were opened: at most one, or one for each inject if the plan marks each. */
    public List<StepClock> clocks(String step) {
        return clocks.of(step);
    }

    /**
     * What proves the step of this clock, earliest first. A message counts from when the crisis is known; an answer, a
     * decision and a report of an action count from when the clock was opened, and so does a message if the plan marks
     * each inject that expects the step or reaches the step by a time jump.
     */
    public List<Proof> proofs(StepClock clock) {
        return proofs.of(clock);
    }

    /** Reports that the step of this clock is done which say nothing to show it. */
    public List<Occurrence<ActionReported>> claims(StepClock clock) {
        return proofs.claims(clock);
    }

    /**
     * What showed by then that the step was done; if the plan marks each inject that expects it, the proof that
     * completed it. A step that is proved by absence or by records is never done by an event.
     */
    public Optional<Proof> done(String step, Duration at) {
        var opened = clocks.of(step).stream()
                .filter(clock -> clock.opened().compareTo(at) <= 0)
                .toList();
        if (opened.isEmpty()) {
            return plan.step(step).flatMap(one -> Proofs.earliest(proofs.unprompted(one), at));
        }
        var first = opened.stream().map(clock -> doneBy(clock, at)).toList();
        return first.stream().allMatch(Optional::isPresent)
                ? first.stream().flatMap(Optional::stream).max(Comparator.comparing(Proof::at))
                : Optional.empty();
    }

    /** The earliest proof until then for one clock. */
    public Optional<Proof> doneBy(StepClock clock, Duration at) {
        return Proofs.earliest(proofs.of(clock), at);
    }

    /** The clocks whose deadline had come by then without anything to show. */
    public List<StepClock> overdue(Duration at) {
        return clocks.all()
                .filter(clock -> hasDeadline(clock) && clock.due().compareTo(at) <= 0)
                .filter(clock -> doneBy(clock, at).isEmpty())
                .toList();
    }

    /** Whether the condition holds at this time, and why. UNKNOWN while it hangs on a message that is not rated. */
    public Verdict evaluate(Condition condition, Duration at) {
        return new ConditionCheck(this, at).check(condition);
    }

    /**
     * The later of {@code now} and the latest time that the log speaks of. What stands in the log has happened, even where
     * an outage or the hold set the clock back behind it.
     */
    public Duration latest(Duration now) {
        return log.horizon().compareTo(now) > 0 ? log.horizon() : now;
    }

    /** A reactive inject whose condition may hold. */
    public record Reaction(Inject inject, Release.Reactive release, Verdict verdict) {}

    /**
     * The reactive injects that are still open (not released, triggered, put by a trainer, withheld or given up) and whose condition at
     * this time is TRUE or UNKNOWN.
     */
    public List<Reaction> reactions(Duration at) {
        var settled = settledInjects();
        return scenario.injects().stream()
                .filter(inject -> !settled.contains(inject.id()))
                .flatMap(inject -> reaction(inject, at))
                .toList();
    }

    private Stream<Reaction> reaction(Inject inject, Duration at) {
        if (!(inject.release() instanceof Release.Reactive reactive)) {
            return Stream.empty();
        }
        var verdict = evaluate(reactive.condition(), at);
        return verdict.holds() || verdict.unknown()
                ? Stream.of(new Reaction(inject, reactive, verdict))
                : Stream.empty();
    }

    private Set<String> settledInjects() {
        var settled = new HashSet<>(clocks.released().keySet());
        log.all(ReactionTriggered.class).forEach(one -> settled.add(one.event().inject()));
        log.all(InjectWithheld.class).forEach(one -> settled.add(one.event().inject()));
        log.all(ConditionUndecided.class).forEach(one -> settled.add(one.event().inject()));
        log.all(InjectFired.class).forEach(one -> settled.add(one.event().inject()));
        return settled;
    }

    private static boolean hasDeadline(StepClock clock) {
        return !(clock.step().evidence() instanceof Evidence.Absence)
                && !(clock.step().evidence() instanceof Evidence.Records);
    }
}
