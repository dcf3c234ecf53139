package dev.muster.scoring;

import dev.muster.drill.DrillEvent.MarkOverruled;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Progress;
import dev.muster.drill.StepClock;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Marks the steps of the plan. */
final class StepMarker {

    private final ScoringRules rules;
    private final Progress progress;

    StepMarker(ScoringRules rules, Progress progress) {
        this.rules = rules;
        this.progress = progress;
    }

    /** A step with its mark, before the weights of all evaluated steps say what that is worth. */
    record Marked(Step step, List<StepClock> clocks, ClockMark mark, Optional<StepMark.Judgement> evaluator) {

        double weight() {
            return mark.outcome().evaluated() ? step.weight() : 0;
        }

        /** @param total the weight of everything that is evaluated */
        StepMark worth(double total) {
            var factor = total > 0 ? 100 * weight() / total : 0;
            var scaled = mark.times(factor);
            return new StepMark(
                    step.id(),
                    step.title(),
                    step.phase(),
                    step.owner(),
                    step.weight(),
                    step.critical(),
                    mark.outcome(),
                    mark.mark(),
                    scaled.mark(),
                    factor,
                    clocks.stream().findFirst().map(StepClock::opened),
                    clocks.stream().findFirst().filter(clock -> hasDeadline()).map(StepClock::due),
                    mark.done(),
                    scaled.lines(),
                    evaluator);
        }

        private boolean hasDeadline() {
            return !(step.evidence() instanceof Evidence.Absence);
        }
    }

    Marked mark(Step step) {
        var clocks = progress.clocks(step.id());
        var found = outcome(step, clocks);
        return judgement(step, found)
                .map(judged -> new Marked(step, clocks, overruled(found, judged), Optional.of(judged)))
                .orElseGet(() -> new Marked(step, clocks, found, Optional.empty()));
    }

    /** The latest ruling on a step that counts in the score: on one that does not there is nothing to overrule. */
    private Optional<StepMark.Judgement> judgement(Step step, ClockMark found) {
        if (!found.outcome().evaluated()) {
            return Optional.empty();
        }
        return progress.log()
                .all(MarkOverruled.class)
                .flatMap(one -> judgement(one, step, found).stream())
                .reduce((earlier, later) -> later);
    }

    private static Optional<StepMark.Judgement> judgement(Occurrence<MarkOverruled> one, Step step, ClockMark found) {
        return one.event().ruling() instanceof Ruling.OnStep ruling
                        && ruling.step().equals(step.id())
                ? Optional.of(new StepMark.Judgement(
                        one.event().by(),
                        ruling.mark(),
                        found.mark(),
                        one.event().reason(),
                        one.entry()))
                : Optional.empty();
    }

    private static ClockMark overruled(ClockMark found, StepMark.Judgement judged) {
        var words = String.format(
                Locale.ROOT,
                "%s marks it %.2f instead of %.2f: %s",
                judged.by(),
                judged.mark(),
                judged.automatic(),
                judged.reason());
        var line = new Line("overruled", judged.mark() - found.mark(), 0, words, List.of(judged.entry()), List.of());
        var lines = Stream.concat(found.lines().stream(), Stream.of(line)).toList();
        return new ClockMark(found.outcome(), judged.mark(), found.done(), lines);
    }

    private ClockMark outcome(Step step, List<StepClock> clocks) {
        if (!step.scored()) {
            return ClockMark.without(StepOutcome.CHECKED, nothing("checked", "found in records, not in drills"));
        }
        if (clocks.isEmpty() || progress.known().isEmpty()) {
            return ClockMark.without(
                    StepOutcome.NOT_EXERCISED, nothing("not-exercised", "nothing in the drill asked for it"));
        }
        if (step.evidence() instanceof Evidence.Absence absence) {
            return new AbsenceMarker(progress, step, absence).mark();
        }
        var marks = clocks.stream()
                .map(clock -> new ClockMarker(rules, progress, clock).mark())
                .toList();
        return marks.size() == 1 ? marks.getFirst() : mean(marks);
    }

    private static Line nothing(String rule, String why) {
        return new Line(rule, 0, 0, why, List.of(), List.of());
    }

    private static ClockMark mean(List<ClockMark> all) {
        var marks = all.stream().filter(mark -> mark.outcome().evaluated()).toList();
        if (marks.isEmpty()) {
            return all.getFirst();
        }
        var share = 1.0 / marks.size();
        var scaled = marks.stream().map(mark -> mark.times(share)).toList();
        return new ClockMark(
                outcome(marks),
                scaled.stream().mapToDouble(ClockMark::mark).sum(),
                lastIfAll(marks),
                scaled.stream().flatMap(mark -> mark.lines().stream()).toList());
    }

    private static Optional<Duration> lastIfAll(List<ClockMark> marks) {
        return marks.stream().allMatch(mark -> mark.done().isPresent())
                ? marks.stream().flatMap(mark -> mark.done().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static StepOutcome outcome(List<ClockMark> marks) {
        var outcomes = marks.stream().map(ClockMark::outcome).distinct().toList();
        if (outcomes.size() == 1) {
            return outcomes.getFirst();
        }
        return marks.stream().allMatch(mark -> mark.done().isPresent()) ? StepOutcome.LATE : StepOutcome.PARTLY;
    }
}
