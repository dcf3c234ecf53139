package dev.muster.web;

import dev.muster.drill.Proof;
import dev.muster.drill.StepClock;
import dev.muster.scenario.Evidence;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A step of the plan whose clock runs or ran, as the console shows it.
 *
 * @param state done, late, overdue or open
 * @param cause the inject that opened the clock; empty if StartEx did
 * @param due until when it is on time, drill time
 * @param wall the same on the wall, as ISO 8601; empty while the clock stands, or if the step is done
 * @param proof who did it and when; empty while nobody has
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
        String proof) {

    private static final List<String> ORDER = List.of("overdue", "open", "late", "done");

    /** What is overdue first, then what is open by its deadline, then what is done; what silence proves is left out. */
    static List<StepLine> all(Scene scene) {
        record Dated(StepLine line, Duration due) {}
        return scene.plan().steps().stream()
                .filter(step -> !(step.evidence() instanceof Evidence.Absence))
                .flatMap(step -> scene.progress().clocks(step.id()).stream())
                .map(clock -> new Dated(line(clock, scene), clock.due()))
                .sorted(Comparator.<Dated>comparingInt(
                                one -> ORDER.indexOf(one.line().state()))
                        .thenComparing(Dated::due))
                .map(Dated::line)
                .toList();
    }

    private static StepLine line(StepClock clock, Scene scene) {
        var step = clock.step();
        var done = scene.progress().doneBy(clock, scene.progress().latest(scene.reading()));
        return new StepLine(
                step.title(),
                scene.role(step.owner()),
                step.critical(),
                state(clock, done, scene),
                clock.inject().map(scene::inject).orElse(""),
                scene.clock(clock.opened()),
                scene.clock(clock.due()),
                done.isPresent() ? "" : scene.wall(clock.due()),
                done.map(proof -> "%s, %s".formatted(scene.member(proof.member()), scene.clock(proof.at())))
                        .orElse(""));
    }

    private static String state(StepClock clock, Optional<Proof> done, Scene scene) {
        if (done.isPresent()) {
            return done.get().at().compareTo(clock.due()) <= 0 ? "done" : "late";
        }
        return scene.passed(clock.due()) ? "overdue" : "open";
    }
}
