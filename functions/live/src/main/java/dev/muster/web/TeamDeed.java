package dev.muster.web;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Response;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * What somebody of the team did beside writing messages, as the console shows it.
 *
 * @param time drill time
 * @param kind for its words
 * @param what the thing that it was done to
 * @param words what was said of it; blank if nothing
 */
public record TeamDeed(String time, String kind, String who, String what, String words) {

    /** Latest first. Acknowledgements stand beside their inject, questions and messages in lists of their own. */
    static List<TeamDeed> all(Scene scene) {
        return scene.progress()
                .log()
                .all(Response.class)
                .flatMap(one -> of(one, scene).stream())
                .toList()
                .reversed();
    }

    private static Optional<TeamDeed> of(Occurrence<Response> one, Scene scene) {
        return switch (one.event()) {
            case DrillEvent.ActionReported it -> deed(one, "reported", scene.step(it.step()), it.evidence(), scene);
            case DrillEvent.DecisionMade it ->
                deed(
                        one,
                        "decided",
                        "%s: %s".formatted(scene.inject(it.inject()), option(it, scene)),
                        it.reason(),
                        scene);
            case DrillEvent.Assigned it -> deed(one, "assigned", scene.role(it.to()), it.what(), scene);
            case DrillEvent.NoteTaken it -> deed(one, "noted", "", it.text(), scene);
            case DrillEvent.HandedOver it ->
                deed(
                        one,
                        it.to().isEmpty() ? "handed-to-nobody" : "handed-over",
                        scene.inject(it.inject()),
                        String.join(
                                ", ",
                                it.to().stream().map(scene::member).sorted().toList()),
                        scene);
            default -> Optional.empty();
        };
    }

    private static Optional<TeamDeed> deed(
            Occurrence<Response> one, String kind, String what, String words, Scene scene) {
        return Optional.of(new TeamDeed(
                scene.clock(one.at()), kind, scene.member(one.event().member()), what, words));
    }

    private static String option(DrillEvent.DecisionMade decision, Scene scene) {
        return scene.progress().released(decision.inject()).stream()
                .flatMap(one -> one.event().prompt().options().stream())
                .filter(option -> option.id().equals(decision.option()))
                .map(Prompt.Choice::text)
                .findFirst()
                .orElse(decision.option());
    }
}
