package dev.muster.scoring;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.scenario.Criterion;
import java.util.Map;
import java.util.Optional;

/**
 * What a rater found in a message.
 *
 * @param marks of each criterion that it judged; empty if it could not read the message
 * @param remark what a person should know of the reading, for example that the text looks padded
 */
public record Reading(Map<Criterion, CriterionMark> marks, Optional<String> remark) {

    public Reading {
        marks = Map.copyOf(marks);
    }

    public static Reading of(Map<Criterion, CriterionMark> marks) {
        return new Reading(marks, Optional.empty());
    }

    /** @param why words for a person */
    public static Reading unrated(String why) {
        return new Reading(Map.of(), Optional.of(why));
    }
}
