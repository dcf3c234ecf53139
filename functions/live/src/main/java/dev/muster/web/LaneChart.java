package dev.muster.web;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.preview.TimeLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The time line of a script as a picture with a lane for each role. Lengths are pixels.
 *
 * @param moments lines across the lanes: what the clock shows
 * @param leaps lines across the lanes: where the scenario's own clock leaps ahead
 */
public record LaneChart(
        int width, int height, List<Lane> lanes, List<Moment> moments, List<Moment> leaps, List<Mark> marks) {

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
     */
    public record Mark(int x, int y, String kind, int number, String words) {}

    /**
     * What is drawn.
     *
     * @param numbers by inject, as the list under the picture counts them
     */
    record Subject(Plan plan, Scenario scenario, TimeLine line, Map<String, Integer> numbers) {

        String name(String role) {
            return plan.role(role).map(Role::name).orElse(role);
        }

        Mark mark(Inject inject, int x, int y) {
            var number = numbers.get(inject.id());
            var kind = inject.release().label();
            return new Mark(x, y, kind, number, "%d, %s: %s".formatted(number, kind, inject.title()));
        }
    }

    /** Hours and minutes of drill time. */
    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }
}
