package dev.muster.web;

import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The time line of a script or of a drill as a picture with a lane for each role. Lengths are pixels.
 *
 * @param axis where along the way each time stands
 * @param moments lines across the lanes: what the clock shows
 * @param leaps lines across the lanes: where the scenario's own clock leaps ahead
 */
public record LaneChart(
        int width,
        int height,
        Axis axis,
        List<Lane> lanes,
        List<Moment> moments,
        List<Moment> leaps,
        List<Mark> marks) {

    /** From the start to the end of the drill. */
    public record Axis(int from, int to, Duration length) {

        /** Where a time stands; one after the end stands at the end. */
        public int at(Duration time) {
            var whole = Math.max(1, length.toSeconds());
            return from + (int) ((to - from) * Math.clamp(time.toSeconds(), 0, whole) / whole);
        }
    }

    /** A role. */
    public record Lane(String name, int x, int y, int width, int height, boolean odd) {}

    /**
     * A time.
     *
     * @param at pixels along the way that time takes
     * @param clock what the scenario's own clock shows; empty if it has none
     */
    public record Moment(int at, String label, String clock) {}

    /**
     * An inject in the lane of a role.
     *
     * @param kind scripted, contingency, reactive or ready-to-fire; each has its own shape
     * @param state how far it has come, for the style; empty in a script
     * @param badge the same as a sign
     */
    public record Mark(int x, int y, String kind, String state, String badge, int number, String words) {}

    /**
     * An inject that is drawn.
     *
     * @param at drill time; empty if nothing says when it comes
     * @param planned whether that time is certain
     * @param to ids of the roles that receive it
     * @param number as the list beside the picture counts it
     */
    record Spot(
            Optional<Duration> at,
            boolean planned,
            List<String> to,
            Optional<Duration> jump,
            String kind,
            String state,
            String badge,
            int number,
            String words) {

        Mark mark(int x, int y) {
            return new Mark(x, y, kind, state, badge, number, words);
        }
    }

    /**
     * What is drawn.
     *
     * @param names how each role is called
     * @param words in which leaps of time are said
     * @param length of the drill
     * @param clock the scenario's own, if it has one
     */
    record Subject(
            List<String> roles,
            UnaryOperator<String> names,
            Words words,
            Duration length,
            Optional<ScenarioClock> clock,
            List<Spot> spots) {}

    /** Hours and minutes of drill time. */
    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }
}
