package dev.muster.drill.conduct;

import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Links;
import dev.muster.drill.port.Notifier;
import dev.muster.drill.port.WakeQueue;
import java.time.Clock;

/** What conducting a drill needs from the world. */
public record Conducting(DrillStore store, WakeQueue queue, Notifier notifier, Links links, Clock clock) {}
