package dev.muster.web;

import dev.muster.drill.DrillEvent.QuestionAnswered;
import dev.muster.drill.DrillEvent.QuestionAsked;
import dev.muster.drill.Occurrence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a responder asked the controller, as the console shows it.
 *
 * @param id of the log entry, by which an answer names it
 * @param about the inject that it is about; empty if it is about none
 * @param answer empty while nobody answered
 * @param toAll whether everybody got the answer
 */
public record AskedQuestion(
        String id, String time, String who, String about, String text, String answer, String by, boolean toAll) {

    /** What waits for an answer first, the oldest of them first; then the latest answered. */
    static List<AskedQuestion> all(Scene scene) {
        var all = scene.progress()
                .log()
                .all(QuestionAsked.class)
                .map(one -> of(one, scene))
                .toList();
        return all.stream().sorted(Comparator.comparing(one -> !one.open())).toList();
    }

    public boolean open() {
        return answer.isEmpty();
    }

    private static AskedQuestion of(Occurrence<QuestionAsked> one, Scene scene) {
        var answer = answer(one.entry(), scene);
        return new AskedQuestion(
                one.entry(),
                scene.clock(one.at()),
                "%s, %s"
                        .formatted(
                                scene.member(one.event().member()),
                                scene.role(one.event().role())),
                one.event().inject().map(scene::inject).orElse(""),
                one.event().text(),
                answer.map(QuestionAnswered::text).orElse(""),
                answer.map(QuestionAnswered::by).orElse(""),
                answer.filter(QuestionAnswered::toAll).isPresent());
    }

    private static Optional<QuestionAnswered> answer(String question, Scene scene) {
        return scene.progress()
                .log()
                .all(QuestionAnswered.class)
                .map(Occurrence::event)
                .filter(it -> it.question().equals(question))
                .findFirst();
    }
}
