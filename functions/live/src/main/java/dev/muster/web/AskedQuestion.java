package dev.muster.web;

import java.util.Comparator;
import java.util.List;

/**
 * What a responder asked the controller, as the page of the console shows it.
 *
 * @param id of the log entry, by which an answer names it
 * @param about the inject that it is about; empty if it is about none
 * @param answer empty while nobody answered
 * @param toAll whether everybody got the answer
 */
public record AskedQuestion(
        String id, String time, String who, String about, String text, String answer, String by, boolean toAll) {

    /** A name for its place in the page, which style and script can point to. */
    public String place() {
        return id.replace('.', '_');
    }

    /** What waits for an answer first. */
    static List<AskedQuestion> all(Scene scene) {
        return scene.facts().questions().stream()
                .map(one -> of(one, scene))
                .sorted(Comparator.comparing(one -> !one.open()))
                .toList();
    }

    public boolean open() {
        return answer.isEmpty();
    }

    private static AskedQuestion of(Console.Question one, Scene scene) {
        return new AskedQuestion(
                one.question(),
                scene.clock(one.at()),
                "%s, %s".formatted(one.name(), scene.role(one.role())),
                one.inject().map(scene::inject).orElse(""),
                one.text(),
                one.answer().map(Console.Reply::text).orElse(""),
                one.answer().map(Console.Reply::by).orElse(""),
                one.answer().filter(Console.Reply::toAll).isPresent());
    }
}
