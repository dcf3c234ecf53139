package dev.muster.web;

import dev.muster.scenario.Rating;
import dev.muster.scoring.ObjectiveMark;
import dev.muster.scoring.ObjectiveMark.Judgement;
import java.util.List;

/**
 * An objective and how it stands, as the page of the console shows it.
 *
 * @param rating P, S, M or U; empty if nothing of it was evaluated
 * @param automatic what the steps alone would earn, if an evaluator rated it otherwise; else empty
 * @param judge who rated it and why; empty if nobody did
 */
public record EvaluatedObjective(
        String id, String title, String score, String rating, String automatic, String judge, List<String> ratings) {

    static List<EvaluatedObjective> all(Scene scene) {
        return scene.facts().objectives().stream().map(one -> of(one, scene)).toList();
    }

    private static EvaluatedObjective of(ObjectiveMark one, Scene scene) {
        return new EvaluatedObjective(
                one.objective(),
                one.title(),
                one.score().map(scene.words()::number).orElse(""),
                one.rating().map(Rating::label).orElse(""),
                one.evaluator().flatMap(Judgement::automatic).map(Rating::label).orElse(""),
                one.evaluator()
                        .map(judge -> "%s: %s".formatted(judge.by(), judge.reason()))
                        .orElse(""),
                List.of("P", "S", "M", "U"));
    }
}
