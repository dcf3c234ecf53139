package dev.muster.report;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import dev.muster.drill.DurationWords;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import dev.muster.scenario.Step;
import dev.muster.scoring.CadenceMark;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.Line;
import dev.muster.scoring.ObjectiveMark;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.StepMark;
import dev.muster.scoring.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The marks as tables: objectives, phases, what won and lost, each step with its reasons, the cadence, the practices. */
final class MarkTables {

    private static final int MOST_BALANCES = 6;
    private static final int MOST_REASONS = 3;

    private final Plan plan;
    private final Scorecard card;
    private final Names names;
    private final NumberedLog log;

    MarkTables(Debriefing debriefing, Names names, NumberedLog log) {
        this.plan = debriefing.plan();
        this.card = debriefing.scorecard();
        this.names = names;
        this.log = log;
    }

    List<Page.Objective> objectives() {
        return card.objectives().stream().map(this::objective).toList();
    }

    List<Page.PhaseRow> phases() {
        return Stream.of(Phase.values()).flatMap(phase -> phase(phase).stream()).toList();
    }

    List<Page.Balance> gains() {
        return balances(StepMark::points, StepMark::points, MarkTables::won);
    }

    List<Page.Balance> losses() {
        return balances(
                step -> step.possible() - step.points(), step -> step.points() - step.possible(), MarkTables::lost);
    }

    List<Page.Group> groups() {
        return Stream.of(Phase.values()).flatMap(phase -> group(phase).stream()).toList();
    }

    Optional<Page.Cadence> cadence() {
        return card.cadence().map(this::cadence);
    }

    /** Practices that nothing in this drill gave a reason to show. */
    List<Page.Practice> unexercised() {
        var practices = new TreeSet<String>();
        plan.steps().stream().filter(Step::scored).forEach(step -> practices.addAll(step.source()));
        card.coverage().practices().forEach(practices::remove);
        return practices(practices);
    }

    /** Practices that the team had a reason to show and did not. */
    List<Page.Practice> unshown() {
        var practices = new TreeSet<>(card.coverage().practices());
        card.coverage().shown().forEach(practices::remove);
        return practices(practices);
    }

    /** Titles of the steps that are found in records, not in drills. */
    List<String> checked() {
        return card.steps().stream()
                .filter(step -> step.outcome() == StepOutcome.CHECKED)
                .map(StepMark::title)
                .toList();
    }

    // ---- objectives and phases

    private Page.Objective objective(ObjectiveMark mark) {
        return new Page.Objective(
                mark.title(),
                mark.rating().map(Rating::label),
                mark.rating().map(Words::performed).orElse("not evaluated"),
                mark.score().map(Words::points).orElse("–"),
                mark.score().map(Math::round).orElse(0L).intValue(),
                "%d of %d".formatted(mark.evaluated(), mark.of()),
                note(mark));
    }

    /** Which critical steps were missed, and what an evaluator says beside the automatic rating. */
    private String note(ObjectiveMark mark) {
        var missed = mark.missedCritical().stream().map(names::step).collect(joining(", "));
        var notes = new ArrayList<String>();
        if (!missed.isEmpty()) {
            notes.add("Critical and missed: " + missed);
        }
        mark.evaluator()
                .map(said -> "Rated %s by %s; the steps alone earn %s. %s"
                        .formatted(
                                said.rating().label(),
                                said.by(),
                                said.automatic().map(Rating::label).orElse("no rating"),
                                said.reason()))
                .ifPresent(notes::add);
        return String.join(". ", notes);
    }

    private Optional<Page.PhaseRow> phase(Phase phase) {
        var steps = card.steps().stream()
                .filter(step -> step.phase() == phase && step.outcome() != StepOutcome.CHECKED)
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var won = steps.stream().mapToDouble(StepMark::points).sum();
        var possible = steps.stream().mapToDouble(StepMark::possible).sum();
        var share = possible > 0 ? 100 * won / possible : 0;
        return Optional.of(new Page.PhaseRow(
                Words.title(phase),
                possible > 0 ? Words.points(share) : "–",
                (int) Math.round(share),
                "%s of %s".formatted(Words.points(won), Words.points(possible)),
                count(steps, StepOutcome.ON_TIME),
                count(steps, StepOutcome.LATE),
                count(steps, StepOutcome.PARTLY),
                count(steps, StepOutcome.MISSED) + count(steps, StepOutcome.CLAIMED),
                count(steps, StepOutcome.NOT_EVALUATED) + count(steps, StepOutcome.NOT_EXERCISED)));
    }

    private static int count(List<StepMark> steps, StepOutcome outcome) {
        return (int) steps.stream().filter(step -> step.outcome() == outcome).count();
    }

    // ---- what won and lost

    private List<Page.Balance> balances(
            ToDoubleFunction<StepMark> size, ToDoubleFunction<StepMark> amount, ToDoubleFunction<Line> part) {
        var top = card.steps().stream()
                .filter(step -> size.applyAsDouble(step) > 0.05)
                .sorted(comparingDouble(size).reversed())
                .limit(MOST_BALANCES)
                .toList();
        var most = top.stream().mapToDouble(size).max().orElse(1);
        return top.stream()
                .map(step -> new Page.Balance(
                        step.title(),
                        anchor(step),
                        Words.signed(amount.applyAsDouble(step)),
                        Words.points(step.possible()),
                        (int) Math.round(100 * size.applyAsDouble(step) / most),
                        why(step, part)))
                .toList();
    }

    private List<String> why(StepMark step, ToDoubleFunction<Line> part) {
        return step.lines().stream()
                .filter(line -> part.applyAsDouble(line) > 0.02)
                .sorted(comparingDouble(part).reversed())
                .map(line -> names.reason(line.reason()))
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private static double won(Line line) {
        return line.won();
    }

    private static double lost(Line line) {
        return line.possible() - line.won();
    }

    // ---- all marks

    private Optional<Page.Group> group(Phase phase) {
        var steps = card.steps().stream()
                .filter(step -> step.phase() == phase && step.outcome() != StepOutcome.CHECKED)
                .map(this::step)
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Page.Group(Words.title(phase), "phase-" + phase.label(), steps));
    }

    private Page.Step step(StepMark step) {
        return new Page.Step(
                anchor(step),
                step.title(),
                names.role(step.owner()),
                outcome(step),
                tone(step),
                step.critical(),
                Words.points(step.points()),
                Words.points(step.possible()),
                times(step),
                step.lines().stream().map(this::reason).toList());
    }

    private static String times(StepMark step) {
        var times = new ArrayList<String>();
        step.opened().ifPresent(opened -> times.add("asked for at " + Words.clock(opened)));
        step.due().ifPresent(due -> times.add("due at " + Words.clock(due)));
        step.done().ifPresent(done -> times.add("done at " + Words.clock(done)));
        if (times.isEmpty()) {
            return "";
        }
        return Words.capital(String.join(", ", times)) + ".";
    }

    private static String anchor(StepMark step) {
        return "step-" + step.step();
    }

    private static String outcome(StepMark step) {
        return switch (step.outcome()) {
            case ON_TIME -> step.due().isEmpty() ? "kept" : "in time";
            case PARTLY -> "partly done";
            default -> step.outcome().label().replace('-', ' ');
        };
    }

    private static String tone(StepMark step) {
        return switch (step.outcome()) {
            case ON_TIME -> step.mark() >= 0.8 ? "good" : "fair";
            case LATE, PARTLY -> "fair";
            case CLAIMED, MISSED -> "bad";
            case NOT_EVALUATED, NOT_EXERCISED, CHECKED -> "plain";
        };
    }

    private Page.Reason reason(Line line) {
        return new Page.Reason(
                names.rule(line.rule()),
                names.reason(line.reason()),
                line.quotes(),
                line.entries().stream().filter(log::has).map(log::link).toList(),
                Words.fine(line.won()),
                line.possible() == 0 ? "–" : Words.fine(line.possible()));
    }

    private Page.Cadence cadence(CadenceMark mark) {
        var demanded = plan.cadence()
                .map(cadence -> "to %s every %s in the first %s, then every %s"
                        .formatted(
                                audiences(cadence.audiences()),
                                DurationWords.of(cadence.every()),
                                DurationWords.of(cadence.first()),
                                DurationWords.of(cadence.then())))
                .orElse("none");
        return new Page.Cadence(
                demanded,
                String.valueOf(mark.updates()),
                "%s, from %s on".formatted(DurationWords.of(mark.longestSilence()), Words.clock(mark.silentFrom())),
                Words.points(mark.points()),
                Words.points(mark.possible()),
                mark.lines().stream().map(this::reason).toList());
    }

    private static String audiences(Set<Audience> audiences) {
        return Words.list(audiences.stream()
                .sorted()
                .map(audience -> audience.label().replace('-', ' '))
                .toList());
    }

    // ---- practices

    private List<Page.Practice> practices(Set<String> practices) {
        return practices.stream()
                .map(practice -> new Page.Practice(
                        practice,
                        plan.steps().stream()
                                .filter(step -> step.scored() && step.source().contains(practice))
                                .map(Step::title)
                                .collect(joining("; "))))
                .toList();
    }
}
