package dev.muster.web;

import dev.muster.drill.DrillEvent.InjectWithheld;
import dev.muster.drill.Occurrence;
import java.util.List;

/**
 * An inject that was withheld or skipped, as the page of the console shows it.
 *
 * @param time drill time at which that was decided
 * @param reason why, as the log says it
 */
public record NotComing(String id, int number, String title, String time, String reason) {

    /** Latest first. */
    static List<NotComing> all(Scene scene, Numbers numbers) {
        return scene.progress()
                .log()
                .all(InjectWithheld.class)
                .map(one -> of(one, scene, numbers))
                .toList()
                .reversed();
    }

    private static NotComing of(Occurrence<InjectWithheld> one, Scene scene, Numbers numbers) {
        var inject = one.event().inject();
        return new NotComing(
                inject,
                numbers.of(inject),
                scene.inject(inject),
                scene.clock(one.at()),
                one.event().reason());
    }
}
