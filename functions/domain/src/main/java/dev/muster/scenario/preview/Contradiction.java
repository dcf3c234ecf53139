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
import java.time.Duration;
import java.util.Map;

/** Which simple conditions cannot go together: a step is not done and overdue at once. */
final class Contradiction {

    private Contradiction() {}

    static boolean none(Condition part, boolean value, Map<Condition, Boolean> assumed) {
        return assumed.entrySet().stream()
                .noneMatch(other -> contradict(part, value, other.getKey(), other.getValue()));
    }

    private static boolean contradict(Condition one, boolean oneHolds, Condition other, boolean otherHolds) {
        if (oneHolds && otherHolds) {
            return excludes(one, other) || excludes(other, one);
        }
        return (oneHolds && !otherHolds && entails(one, other)) || (otherHolds && !oneHolds && entails(other, one));
    }

    private static boolean excludes(Condition one, Condition other) {
        if (one instanceof StepDone done && other instanceof StepOverdue overdue) {
            return done.step().equals(overdue.step());
        }
        return one instanceof Lacking lacking
                && other instanceof Shown shown
                && lacking.criterion() == shown.criterion()
                && areAmong(shown.among(), lacking.among());
    }

    /** Whether the first cannot hold without the second. */
    private static boolean entails(Condition one, Condition other) {
        return switch (one) {
            case StepOverdue overdue -> other instanceof StepOverdue less && isMoreOverdue(overdue, less);
            case Decided decided -> isDecision(decided, other) || isReleased(decided.inject(), other);
            case Acknowledged acknowledged -> isReleased(acknowledged.inject(), other);
            case Answered answered -> isReleased(answered.inject(), other);
            case Shown shown ->
                (other instanceof Shown more
                                && shown.criterion() == more.criterion()
                                && areAmong(shown.among(), more.among()))
                        || isAnswered(shown.among(), other);
            case Lacking lacking -> isAnswered(lacking.among(), other);
            default -> false;
        };
    }

    private static boolean isMoreOverdue(StepOverdue more, StepOverdue less) {
        return more.step().equals(less.step()) && by(more).compareTo(by(less)) >= 0;
    }

    private static Duration by(StepOverdue overdue) {
        return overdue.by().orElse(Duration.ZERO);
    }

    private static boolean isDecision(Decided decided, Condition other) {
        return other instanceof Decided any
                && any.option().isEmpty()
                && any.inject().equals(decided.inject());
    }

    private static boolean isReleased(String inject, Condition other) {
        return other instanceof Released released && released.inject().equals(inject);
    }

    private static boolean isAnswered(Messages among, Condition other) {
        return among.answering().isPresent()
                && (other instanceof Answered answered
                                && answered.inject().equals(among.answering().get())
                        || isReleased(among.answering().get(), other));
    }

    /** Whether these messages are all among those. */
    private static boolean areAmong(Messages these, Messages those) {
        var audience = those.audience()
                .map(wide ->
                        these.audience().filter(narrow -> narrow.reaches(wide)).isPresent())
                .orElse(true);
        return audience && (those.answering().isEmpty() || those.answering().equals(these.answering()));
    }
}
