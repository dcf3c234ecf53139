package dev.muster.drill.port;

import dev.muster.drill.Drill;
import dev.muster.drill.DueItem;
import dev.muster.drill.Hold;
import java.util.Optional;

/**
 * What somebody who was woken sees, in one consistent look.
 *
 * @param item empty if it was carried out before
 */
public record Wake(Drill drill, Optional<Hold> hold, Optional<DueItem> item) {}
