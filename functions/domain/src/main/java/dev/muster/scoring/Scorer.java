package dev.muster.scoring;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scoring.Scorecard.Counts;
import dev.muster.scoring.Scorecard.Coverage;
import dev.muster.scoring.Scorecard.OverruledCriterion;
import dev.muster.scoring.Scorecard.Status;
import dev.muster.scoring.Scorecard.Times;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores a drill against its plan. Pure and deterministic: the same log, in any order and with repetitions, gives the
 * same numbers. The formula stands in docs/scoring.md.
 */
public final class Scorer {

    /** Names the formula; another formula is another version, and this one stays. */
    public static final String VERSION = ScoringRules.CURRENT.version();

    private final Plan plan;
    private final Scenario scenario;
    private final Progress progress;

    private Scorer(Plan plan, Scenario scenario, Progress progress) {
        this.plan = plan;
        this.scenario = scenario;
        this.progress = progress;
    }

    /** @param log the drill's entries, in any order */
    public static Scorecard score(Plan plan, Scenario scenario, List<LogEntry> log) {
        return new Scorer(plan, scenario, Progress.of(plan, scenario, log)).scorecard();
    }

    private Scorecard scorecard() {
        var marker = new StepMarker(ScoringRules.CURRENT, progress);
        var marked = plan.steps().stream().map(marker::mark).toList();
        var cadence = progress.known()
                .flatMap(known -> plan.cadence().map(demanded -> new CadenceMarker(demanded, progress, known).mark()));
        var total = marked.stream().mapToDouble(StepMarker.Marked::weight).sum()
                + cadence.filter(CadenceMark::evaluated)
                        .map(CadenceMark::weight)
                        .orElse(0.0);
        var steps = marked.stream().map(one -> one.worth(total)).toList();
        return scorecard(steps, cadence.map(mark -> mark.worth(total)), total > 0);
    }

    private Scorecard scorecard(List<StepMark> steps, Optional<CadenceMark> cadence, boolean evaluated) {
        var sum = steps.stream().mapToDouble(StepMark::points).sum()
                + cadence.map(CadenceMark::points).orElse(0.0);
        var score = bounded(sum);
        var missed = missedCritical(steps);
        var unrated = unrated();
        return new Scorecard(
                VERSION,
                plan.id(),
                plan.version(),
                plan.title(),
                plan.isDefault(),
                scenario.id(),
                scenario.version(),
                progress.log().entries().size(),
                status(unrated),
                score,
                evaluated ? Optional.of(rating(score, missed)) : Optional.empty(),
                missed,
                scenario.objectives().stream()
                        .map(one -> judged(objective(one, steps)))
                        .toList(),
                steps,
                cadence,
                times(),
                counts(),
                coverage(steps),
                unrated,
                raters(),
                overruled());
    }

    /** Rounding in the last digit must not lift a perfect score over 100 or push an empty one below 0. */
    private static double bounded(double score) {
        return Math.max(0, Math.min(100, score));
    }

    private Rating rating(double score, List<String> missedCritical) {
        return Rating.of(score, plan.bands()).cappedBy(!missedCritical.isEmpty());
    }

    private static List<String> missedCritical(List<StepMark> steps) {
        return steps.stream()
                .filter(StepMark::missedCritical)
                .map(StepMark::step)
                .toList();
    }

    private ObjectiveMark objective(Objective objective, List<StepMark> all) {
        var its = all.stream()
                .filter(mark -> objective.steps().contains(mark.step()))
                .toList();
        var evaluated = its.stream().filter(mark -> mark.outcome().evaluated()).toList();
        var weight = evaluated.stream().mapToDouble(StepMark::weight).sum();
        var missed = missedCritical(evaluated);
        var score = weight > 0
                ? Optional.of(bounded(100
                        * evaluated.stream()
                                .mapToDouble(mark -> mark.weight() * mark.mark())
                                .sum()
                        / weight))
                : Optional.<Double>empty();
        return new ObjectiveMark(
                objective.id(),
                objective.title(),
                score,
                score.map(points -> rating(points, missed)),
                evaluated.size(),
                its.size(),
                missed,
                Optional.empty());
    }

    private ObjectiveMark judged(ObjectiveMark automatic) {
        return progress.log()
                .all(DrillEvent.ObjectiveRated.class)
                .filter(one -> one.event().objective().equals(automatic.objective()))
                .reduce((earlier, later) -> later)
                .map(automatic::judged)
                .orElse(automatic);
    }

    private Status status(List<String> unrated) {
        if (progress.log().end().isEmpty()) {
            return Status.LIVE;
        }
        var released =
                progress.log().all(DrillEvent.ScorecardReleased.class).findAny().isPresent();
        return released && unrated.isEmpty() ? Status.RELEASED : Status.PROVISIONAL;
    }

    /** What the plan's scored steps ask of words. */
    private EnumSet<Criterion> asked() {
        var asked = EnumSet.noneOf(Criterion.class);
        plan.steps().stream().filter(Step::scored).forEach(step -> {
            asked.addAll(step.criteria());
            asked.addAll(step.without());
        });
        return asked;
    }

    private List<String> unrated() {
        var asked = asked();
        return progress.correspondence().sent().stream()
                .filter(SentMessage::external)
                .filter(message -> asked.stream().anyMatch(one -> message.shows(one) == Truth.UNKNOWN))
                .map(SentMessage::id)
                .toList();
    }

    private List<OverruledCriterion> overruled() {
        return progress.correspondence().sent().stream()
                .flatMap(message -> message.overruled().values().stream().map(one -> overruled(message, one)))
                .sorted(Comparator.comparing(OverruledCriterion::message).thenComparing(OverruledCriterion::criterion))
                .toList();
    }

    private OverruledCriterion overruled(SentMessage message, Occurrence<DrillEvent.MarkOverruled> one) {
        var ruling = (DrillEvent.Ruling.OnCriterion) one.event().ruling();
        var automatic = progress.correspondence().automatic(message.id()).get(ruling.criterion());
        return new OverruledCriterion(
                message.id(),
                ruling.criterion(),
                ruling.present(),
                Optional.ofNullable(automatic).map(DrillEvent.CriterionMark::present),
                one.event().by(),
                one.event().reason(),
                one.entry());
    }

    private List<String> raters() {
        return progress.log()
                .all(DrillEvent.MessageRated.class)
                .map(one -> one.event().rater())
                .distinct()
                .sorted()
                .toList();
    }

    private Times times() {
        var acknowledged = progress.acknowledgements().stream().map(Occurrence::at);
        var written = progress.correspondence().sent().stream()
                .filter(message -> message.reaches(Audience.AFFECTED_CUSTOMERS))
                .map(SentMessage::at);
        return new Times(firstSinceKnown(acknowledged), firstSinceKnown(written));
    }

    private Optional<Duration> firstSinceKnown(Stream<Duration> times) {
        return progress.known()
                .flatMap(known ->
                        times.filter(at -> at.compareTo(known) >= 0).findFirst().map(at -> at.minus(known)));
    }

    private Counts counts() {
        var acknowledged = progress.acknowledgements().stream()
                .map(one -> one.event().inject())
                .filter(inject -> progress.released(inject).isPresent())
                .distinct()
                .count();
        var sent = progress.correspondence().sent();
        var responses = progress.log().all(DrillEvent.Response.class).count();
        var afterEnd = progress.log().entries().stream()
                .filter(entry -> !progress.log().counts(entry))
                .count();
        return new Counts(
                progress.released().size(), (int) acknowledged, (int) responses, (int) afterEnd, sent.size(), (int)
                        sent.stream().filter(SentMessage::approvalSkipped).count());
    }

    private Coverage coverage(List<StepMark> marks) {
        var steps = plan.steps();
        return new Coverage(
                (int) steps.stream().filter(Step::scored).count(),
                (int) marks.stream().filter(mark -> mark.outcome().exercised()).count(),
                (int) marks.stream().filter(mark -> mark.outcome().evaluated()).count(),
                practices(marks.stream().filter(mark -> mark.outcome().exercised())),
                practices(marks.stream().filter(mark -> mark.mark() > 0)));
    }

    private List<String> practices(Stream<StepMark> marks) {
        return marks.flatMap(mark -> plan.step(mark.step()).orElseThrow().source().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
