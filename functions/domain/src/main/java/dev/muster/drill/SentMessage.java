package dev.muster.drill;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.MarkOverruled;
import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message that went out.
 *
 * @param at drill time from which it counts: sent, or approved
 * @param approvalSkipped whether it went out without the approval that the plan demands
 * @param marks what it shows, as evaluators ruled or else raters found
 * @param overruled what evaluators ruled, the latest on each criterion
 * @param entries ids of the log entries that made it go out
 */
public record SentMessage(
        Message message,
        Duration at,
        boolean approvalSkipped,
        Map<Criterion, CriterionMark> marks,
        Map<Criterion, Occurrence<MarkOverruled>> overruled,
        List<String> entries) {

    public SentMessage {
        marks = Map.copyOf(marks);
        overruled = Map.copyOf(overruled);
        entries = List.copyOf(entries);
    }

    public String id() {
        return message.id();
    }

    /** Whether it shows the criterion; UNKNOWN while nobody judged that. */
    public Truth shows(Criterion criterion) {
        var mark = marks.get(criterion);
        if (mark == null) {
            return Truth.UNKNOWN;
        }
        return mark.present() ? Truth.TRUE : Truth.FALSE;
    }

    /** As {@link #shows}, but UNKNOWN as well where the rater was unsure: no score rests on a guess. */
    public Truth surelyShows(Criterion criterion) {
        return unsure(criterion) ? Truth.UNKNOWN : shows(criterion);
    }

    /** Whether it was judged, but so that a person should confirm it. */
    public boolean unsure(Criterion criterion) {
        var mark = marks.get(criterion);
        return mark != null && mark.unsure();
    }

    /** The words that show the criterion. */
    public List<String> quotes(Criterion criterion) {
        var mark = marks.get(criterion);
        return mark == null ? List.of() : mark.quotes();
    }

    /** Whether it left the organisation; only such a message is rated. */
    public boolean external() {
        return message.audience().external();
    }

    /** Whether it keeps these audiences up to date. Who answers one customer has told nobody else; what is said in public is for all. */
    public boolean updates(Set<Audience> audiences) {
        return reachesAny(audiences) && (message.answers().isEmpty() || reaches(Audience.PUBLIC));
    }

    public boolean reaches(Audience audience) {
        return message.audience().reaches(audience);
    }

    public boolean reachesAny(Set<Audience> audiences) {
        return audiences.stream().anyMatch(this::reaches);
    }

    /** Whether the author means the step, or names no step at all. */
    public boolean mayMean(Step step) {
        return message.steps().isEmpty() || names(step);
    }

    /** Whether the author means the step and says so. */
    public boolean names(Step step) {
        return message.steps().contains(step.id());
    }
}
