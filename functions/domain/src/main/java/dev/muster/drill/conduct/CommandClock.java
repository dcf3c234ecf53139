package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.ObeyOrder.refuse;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.conduct.ObeyOrder.Change;
import dev.muster.drill.port.DrillStore;
import java.time.Clock;
import java.time.Duration;

/** A trainer's commands to the drill's clock. */
public final class CommandClock {

    private static final double MAX_SPEED = 1_000;

    private final DrillStore store;
    private final ObeyOrder orders;

    public CommandClock(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.orders = new ObeyOrder(store, waker, clock);
    }

    /** Stops the clock. */
    public Commanded pause(Order order, String reason) {
        var paused = new DrillEvent.Paused(order.by(), reason);
        return orders.obey(
                order,
                paused::equals,
                (drill, now) -> drill.running()
                        ? Change.to(DrillState.PAUSED, drill.clock().stopped(now), paused)
                                .announced()
                        : refuse("Only a running drill can be paused; this one is "
                                + drill.state().label() + "."));
    }

    /** Lets the clock run on from where it stands; what was due keeps its distance. */
    public Commanded resume(Order order) {
        var resumed = new DrillEvent.Resumed(order.by());
        return orders.obey(order, resumed::equals, (drill, now) -> {
            if (!drill.state().suspended()) {
                return refuse("Only a suspended drill can be resumed; this one is "
                        + drill.state().label() + ".");
            }
            if (store.hold().isPresent()) {
                return refuse("A hold is set. Lift it before you resume a drill.");
            }
            var running = drill.clock().runningFrom(now, drill.clock().speed());
            return Change.to(DrillState.RUNNING, running, resumed).announced();
        });
    }

    /** Lets the clock run at {@code speed} drill seconds a second from now on. */
    public Commanded speed(Order order, double speed) {
        return orders.obey(order, event -> isSpeed(event, speed), (drill, now) -> {
            if (!drill.running()) {
                return refuse("Only a running drill changes its speed; this one is "
                        + drill.state().label() + ".");
            }
            if (!(speed > 0 && speed <= MAX_SPEED)) {
                return refuse("The speed must be above 0 and at most %.0f, found %s.".formatted(MAX_SPEED, speed));
            }
            var event = new DrillEvent.SpeedChanged(order.by(), drill.clock().speed(), speed);
            return Change.to(DrillState.RUNNING, drill.clock().runningFrom(now, speed), event);
        });
    }

    /** Moves a pending inject to another drill time. */
    public Commanded retime(Order order, String inject, Duration to) {
        return orders.obey(order, event -> isMove(event, inject, to), (drill, now) -> {
            var pending = store.pending(drill.id()).stream()
                    .filter(item -> item.due().equals(new Due.Release(inject)))
                    .findFirst();
            if (drill.state().over() || pending.isEmpty()) {
                return refuse("The inject '%s' is not pending: it was released, withheld, or never scheduled."
                        .formatted(inject));
            }
            if (to.isNegative() || to.compareTo(drill.length()) > 0) {
                return refuse(
                        "An inject comes between the start and the end, %s; found %s.".formatted(drill.length(), to));
            }
            if (to.compareTo(drill.drillTimeAt(now)) < 0) {
                return refuse("That time has passed: the drill's clock reads %s.".formatted(drill.drillTimeAt(now)));
            }
            var from = pending.get().drillTime().orElseThrow();
            var event = new DrillEvent.Retimed(order.by(), inject, from, to);
            return Change.of(drill, event).moving(pending.get().due(), to);
        });
    }

    private static boolean isSpeed(DrillEvent event, double speed) {
        return event instanceof DrillEvent.SpeedChanged changed && changed.to() == speed;
    }

    private static boolean isMove(DrillEvent event, String inject, Duration to) {
        return event instanceof DrillEvent.Retimed moved
                && moved.inject().equals(inject)
                && moved.to().equals(to);
    }
}
