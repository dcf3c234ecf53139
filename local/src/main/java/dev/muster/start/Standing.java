package dev.muster.start;

import dev.muster.drill.DrillState;

/**
 * How a practice stands.
 *
 * @param minute of the drill, counted from its start; 0 before it
 * @param minutes that the drill lasts
 * @param myLink the address of the newcomer's own page, from the API's root on; empty if the newcomer only watches
 */
public record Standing(String drill, DrillState state, long minute, long minutes, String myLink) {

    public boolean begun() {
        return state == DrillState.RUNNING || state.suspended();
    }

    public boolean paused() {
        return state == DrillState.PAUSED;
    }

    public boolean scored() {
        return state == DrillState.SCORED;
    }
}
