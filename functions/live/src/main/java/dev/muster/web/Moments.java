package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says drill times as people on a page read them. */
final class Moments {

    private final View view;
    private final Drill drill;
    private final Optional<ScenarioClock> story;
    private final Instant now;

    Moments(View view, Drill drill, Optional<ScenarioClock> story, Instant now) {
        this.view = view;
        this.drill = drill;
        this.story = story;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** What the drill's clock reads now; negative before StartEx. */
    Duration drillTime() {
        return drill.drillTimeAt(now);
    }

    /** When something happened: by the story's own clock, if it has one, and by the drill's. */
    String when(Duration at) {
        var since = view.say("time.into", view.words().duration(at));
        return story.map(clock -> "%s (%s)".formatted(clock.words(at), since)).orElse(since);
    }

    /** What the story's own clock shows now; empty if it has none, and before StartEx. */
    String storyTime() {
        return begun() ? story.map(clock -> clock.words(drillTime())).orElse("") : "";
    }

    /** The same in seconds since midnight of the day of StartEx; -1 if there is nothing to show. */
    long storySeconds() {
        return begun()
                ? story.map(clock -> clock.reading(drillTime()).toSeconds()).orElse(-1L)
                : -1;
    }

    boolean begun() {
        return !drillTime().isNegative();
    }

    Deadline deadline(String what, Duration by) {
        var left = by.minus(drillTime());
        var late = left.isNegative();
        var words = view.words().duration(left);
        return new Deadline(
                what, wall(left).toString(), late ? view.say("time.late", words) : view.say("time.left", words), late);
    }

    private Instant wall(Duration left) {
        return now.plusMillis(Math.round(left.toMillis() / drill.clock().speed()));
    }

    /** Day and hour of a wall time, in the drill's zone, which is named. */
    String date(Instant at) {
        return "%s (%s)".formatted(view.words().dateAndTime(at, drill.zone()), drill.zone());
    }
}
