package dev.muster.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A step of the plan whose clock runs or ran, as the page of the console shows it.
 *
 * @param state overdue, open, late or done
 * @param cause the inject that opened the clock; empty if StartEx did
 * @param due until when it is on time, drill time
 * @param wall the same on the wall, as ISO 8601; empty while the clock stands, or if the step is done
 * @param done when it was done, drill time; empty while it is not
 */
public record StepLine(
        String title,
        String owner,
        boolean critical,
        String state,
        String cause,
        String opened,
        String due,
        String wall,
        String done) {

    private static final List<String> ORDER = List.of("overdue", "open", "late", "done");

    /** What is overdue first, then what is open by its deadline, then what is done. */
    static List<StepLine> all(Scene scene) {
        record Dated(StepLine line, Duration due) {}
        return scene.facts().steps().stream()
                .flatMap(step -> step.clocks().stream().map(clock -> new Dated(line(step, clock, scene), clock.due())))
                .sorted(Comparator.<Dated>comparingInt(
                                one -> ORDER.indexOf(one.line().state()))
                        .thenComparing(Dated::due))
                .map(Dated::line)
                .toList();
    }

    private static StepLine line(Console.PlanStep step, Console.StepTime clock, Scene scene) {
        return new StepLine(
                step.title(),
                scene.role(step.owner()),
                step.critical(),
                state(clock),
                clock.inject().map(scene::inject).orElse(""),
                scene.clock(clock.opened()),
                scene.clock(clock.due()),
                clock.done().isPresent() ? "" : scene.wall(clock.due()),
                clock.done().map(scene::clock).orElse(""));
    }

    private static String state(Console.StepTime clock) {
        return clock.done()
                .map(at -> at.compareTo(clock.due()) <= 0 ? "done" : "late")
                .orElse(clock.overdue() ? "overdue" : "open");
    }
}
