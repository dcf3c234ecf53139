package dev.muster.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A drill's clock and times as the API tells them, to trainers and responders alike. */
final class ClockJson {

    private static final String CLOCK = "clock";
    private static final String SCENARIO_TIME = "scenarioTime";

    private ClockJson() {}

    /** What identifies the drill, where it is in its life, its times and its clock as of {@code now}. */
    static void put(ObjectNode into, Drill drill, Instant now) {
        into.put("id", drill.id())
                .put("title", drill.title())
                .put("state", drill.state().label());
        into.put("zone", drill.zone().getId());
        into.put("startsAt", drill.startsAt().toString());
        into.put(
                "startsAtLocal",
                drill.startsAt().atZone(drill.zone()).toOffsetDateTime().toString());
        into.put("length", drill.length().toString());
        into.put("epoch", drill.epoch());
        into.putObject(CLOCK)
                .put("running", drill.running())
                .put("speed", drill.clock().speed())
                .put("drillTime", drill.drillTimeAt(now).toString())
                .put("asOf", now.toString());
    }

    /** What the scenario's own clock shows now, if it has one and the drill has begun. */
    static void putScenarioTime(ObjectNode view, Optional<ScenarioClock> own, Drill drill, Instant now) {
        if (view.get(CLOCK) instanceof ObjectNode clock) {
            putScenarioTime(clock, own, drill.drillTimeAt(now));
        }
    }

    /** What the scenario's own clock showed at a drill time. */
    static void putScenarioTime(ObjectNode into, Optional<ScenarioClock> own, Duration at) {
        own.filter(clock -> !at.isNegative()).ifPresent(clock -> into.put(SCENARIO_TIME, clock.words(at)));
    }

    /**
     * The view without what changes while nothing happens: whoever knows the clock at one moment knows it at the next, as
     * long as its epoch is the same.
     */
    static ObjectNode withoutReading(ObjectNode view) {
        var still = view.deepCopy();
        if (still.get(CLOCK) instanceof ObjectNode clock) {
            clock.remove("drillTime");
            clock.remove("asOf");
            clock.remove(SCENARIO_TIME);
        }
        return still;
    }
}
