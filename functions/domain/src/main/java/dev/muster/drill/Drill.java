package dev.muster.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One run of a scenario by a team, and the only place that holds its clock.
 *
 * @param startsAt when StartEx is planned
 * @param length drill time from StartEx to EndEx
 * @param clock before StartEx the planned one
 * @param epoch grows with each command to the clock; whoever acts on an older one must look again
 */
public record Drill(
        String id,
        String title,
        String scenario,
        String plan,
        String team,
        ZoneId zone,
        Instant startsAt,
        Duration length,
        DrillState state,
        DrillClock clock,
        long epoch) {

    public Duration drillTimeAt(Instant wall) {
        return clock.drillTimeAt(wall);
    }

    /**
     * {@code now}, but not before the drill's clock was last set, and after it was stopped: whoever acts on that may have a
     * machine whose clock is behind, and no entry is earlier than its cause.
     */
    public Instant notBefore(Instant now) {
        var set = clock.stoppedAt().map(stop -> stop.plusNanos(1)).orElse(clock.anchorWall());
        return state == DrillState.SCHEDULED || now.isAfter(set) ? now : set;
    }

    /** Whether the clock runs. */
    public boolean running() {
        return state == DrillState.RUNNING;
    }

    /** The same drill as a command leaves it that moves its end. */
    public Drill lasting(Duration newLength) {
        return new Drill(id, title, scenario, plan, team, zone, startsAt, newLength, state, clock, epoch + 1);
    }

    public Drill with(DrillState newState, DrillClock newClock) {
        return new Drill(id, title, scenario, plan, team, zone, startsAt, length, newState, newClock, epoch + 1);
    }
}
