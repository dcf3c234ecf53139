package dev.muster.drill.port;

import dev.muster.drill.DueItem;
import java.util.List;

/** Wakes whoever carries out what falls due. A wake-up that is lost, late or repeated costs punctuality only. */
public interface WakeQueue {

    /** Sends a wake-up for each item, to arrive shortly before its time. Items that are parked are left out. */
    void wake(List<DueItem> items);
}
