package dev.muster.scenario.preview;

import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can come in a drill, and when at the earliest, whatever the team does. It errs on one side only: what it says cannot
 * happen cannot, as long as the trainer moves nothing by hand. What the team does takes no time here.
 */
public final class Prospects {

    private final Plan plan;
    private final Scenario scenario;

    /** By inject; those that nothing can bring about are missing. */
    private final Map<String, Duration> earliest = new HashMap<>();

    private Prospects(Plan plan, Scenario scenario) {
        this.plan = plan;
        this.scenario = scenario;
    }

    public static Prospects of(Plan plan, Scenario scenario) {
        var prospects = new Prospects(plan, scenario);
        while (prospects.findMore()) {
            // What can come makes more possible, until nothing is added. Two that wait for each other never come.
        }
        return prospects;
    }

    /** The earliest drill time at which the inject can come; empty if it never can, or only after the end. */
    public Optional<Duration> earliest(String inject) {
        return Optional.ofNullable(earliest.get(inject));
    }

    /** The earliest drill time at which the condition can hold; empty if it never can. */
    public Optional<Duration> earliest(Condition condition) {
        return turningPoints(condition).stream()
                .filter(at -> logicAt(at).can(condition, true))
                .findFirst();
    }

    /** What becomes of the condition at this drill time. */
    public Outlook outlook(Condition condition, Duration at) {
        var logic = logicAt(at);
        if (!logic.can(condition, true)) {
            return new Outlook(Outlook.Kind.NEVER, reasons(condition, at));
        }
        return logic.can(condition, false)
                ? new Outlook(Outlook.Kind.OPEN, "")
                : new Outlook(Outlook.Kind.ALWAYS, reasons(condition, at));
    }

    private Logic logicAt(Duration at) {
        return new Logic(part -> possible(part, at));
    }

    private String reasons(Condition condition, Duration at) {
        return Logic.parts(condition).stream()
                .map(part -> possible(part, at).because())
                .filter(because -> !because.isEmpty())
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private boolean findMore() {
        var more = false;
        for (var inject : scenario.injects()) {
            var found = soonest(inject).filter(at -> at.compareTo(scenario.duration()) <= 0);
            var known = earliest.get(inject.id());
            if (found.isPresent() && (known == null || found.get().compareTo(known) < 0)) {
                earliest.put(inject.id(), found.get());
                more = true;
            }
        }
        return more;
    }

    private Optional<Duration> soonest(Inject inject) {
        return switch (inject.release()) {
            case Release.Scripted scripted -> Optional.of(scripted.at());
            case Release.Contingency contingency ->
                Optional.of(contingency.at()).filter(at -> logicAt(at).can(contingency.condition(), true));
            case Release.Reactive reactive -> earliest(reactive.condition()).map(reactive.delay()::plus);
            case Release.Ready ready -> Optional.of(Duration.ZERO);
        };
    }

    /** The times at which something becomes possible that was not before. */
    private TreeSet<Duration> turningPoints(Condition condition) {
        var points = new TreeSet<>(earliest.values());
        points.add(Duration.ZERO);
        Logic.parts(condition).stream()
                .filter(StepOverdue.class::isInstance)
                .flatMap(part -> overdueFrom((StepOverdue) part).stream())
                .forEach(points::add);
        points.removeIf(at -> at.compareTo(scenario.duration()) > 0);
        return points;
    }

    /** Why the simple condition can only go one way at this time is in its {@link Possible#because}. */
    Possible possible(Condition part, Duration at) {
        return switch (part) {
            case Released released -> released(released.inject(), at);
            case Acknowledged acknowledged -> onceReleased(acknowledged.inject(), at);
            case Answered answered -> onceReleased(answered.inject(), at);
            case Decided decided -> onceReleased(decided.inject(), at);
            case Shown shown -> onceSent(shown.among(), at);
            case Lacking lacking -> onceSent(lacking.among(), at);
            case StepDone done -> done(done.step(), at);
            case StepOverdue overdue -> overdue(overdue, at);
            default -> throw new IllegalArgumentException("not a simple condition: " + part);
        };
    }

    private Possible released(String inject, Duration at) {
        var scripted = scenario.inject(inject)
                .map(Inject::release)
                .filter(Release.Scripted.class::isInstance)
                .flatMap(Release::planned)
                .filter(time -> time.compareTo(at) < 0);
        return scripted.isPresent()
                ? Possible.onlyHolds("inject \"%s\" always comes at %s".formatted(inject, scripted.get()))
                : onceReleased(inject, at);
    }

    private Possible onceReleased(String inject, Duration at) {
        var from = earliest(inject);
        if (from.isEmpty()) {
            return Possible.onlyFails("inject \"%s\" never comes".formatted(inject));
        }
        return from.get().compareTo(at) <= 0
                ? Possible.BOTH
                : Possible.onlyFails("inject \"%s\" comes at %s at the earliest".formatted(inject, from.get()));
    }

    private Possible onceSent(Messages among, Duration at) {
        return among.answering().map(inject -> onceReleased(inject, at)).orElse(Possible.BOTH);
    }

    private Possible done(String id, Duration at) {
        return plan.step(id).map(step -> done(step, at)).orElse(Possible.BOTH);
    }

    private Possible done(Step step, Duration at) {
        return switch (step.evidence()) {
            case Evidence.Records records ->
                Possible.onlyFails("step \"%s\" is checked from records".formatted(step.id()));
            case Evidence.Absence absence -> Possible.BOTH;
            case Evidence.Message message -> isBoundToItsClock(step) ? onceAsked(step, at) : onceKnown(at);
            default -> onceAsked(step, at);
        };
    }

    private Possible onceKnown(Duration at) {
        return from(earliest.values().stream().min(Comparator.naturalOrder()), at, "no inject comes before");
    }

    private Possible onceAsked(Step step, Duration at) {
        return from(clockOpens(step), at, "no inject that expects step \"%s\" comes before".formatted(step.id()));
    }

    /** As {@code dev.muster.drill.Proofs} counts messages: otherwise whoever spoke before being asked has spoken. */
    private static boolean isBoundToItsClock(Step step) {
        return step.each() || step.mode() == Step.Mode.TIME_JUMP;
    }

    private Possible overdue(StepOverdue overdue, Duration at) {
        if (plan.step(overdue.step()).isEmpty()) {
            return Possible.BOTH;
        }
        var from = overdueFrom(overdue);
        var because = from.map(
                        time -> "step \"%s\" can be overdue from %s at the earliest".formatted(words(overdue), time))
                .orElseGet(() -> "no inject can open the clock of step \"%s\"".formatted(overdue.step()));
        return from(from, at, because);
    }

    private static String words(StepOverdue overdue) {
        return overdue.step() + overdue.by().map(by -> "\" by \"" + by).orElse("");
    }

    private Optional<Duration> overdueFrom(StepOverdue overdue) {
        return plan.step(overdue.step())
                .filter(step -> !(step.evidence() instanceof Evidence.Absence)
                        && !(step.evidence() instanceof Evidence.Records))
                .flatMap(step -> clockOpens(step)
                        .map(step.deadline()::plus)
                        .map(overdue.by().orElse(Duration.ZERO)::plus));
    }

    private static Possible from(Optional<Duration> from, Duration at, String because) {
        return from.filter(time -> time.compareTo(at) <= 0).isPresent() ? Possible.BOTH : Possible.onlyFails(because);
    }

    private Optional<Duration> clockOpens(Step step) {
        var atStart = step.starts() == Step.Starts.STARTEX && !step.each();
        return Stream.concat(
                        atStart ? Stream.of(Duration.ZERO) : Stream.empty(),
                        expecting(step.id()).stream().flatMap(inject -> earliest(inject.id()).stream()))
                .min(Comparator.naturalOrder());
    }

    private List<Inject> expecting(String step) {
        return scenario.injects().stream()
                .filter(inject -> inject.expects().contains(step))
                .toList();
    }
}
