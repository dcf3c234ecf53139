package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.ObeyOrder.refuse;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Entries;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.ObeyOrder.Change;
import dev.muster.drill.port.DrillStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A trainer's commands to the drill's clock. */
public final class CommandClock {

    private static final double MAX_SPEED = 1_000;
    private static final Duration MAX_LENGTH = Duration.ofDays(7);

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
                        ? Change.to(drill, DrillState.PAUSED, drill.clock().stopped(now), paused)
                                .announced()
                        : refuse("pause-not-running"));
    }

    /** Lets the clock run on from where it stands; what was due keeps its distance. */
    public Commanded resume(Order order) {
        var resumed = new DrillEvent.Resumed(order.by());
        return orders.obey(order, resumed::equals, (drill, now) -> {
            if (!drill.state().suspended()) {
                return refuse("resume-not-suspended");
            }
            if (store.hold().isPresent()) {
                return refuse("under-hold");
            }
            var running = drill.clock().runningFrom(now, drill.clock().speed());
            return Change.to(drill, DrillState.RUNNING, running, resumed).announced();
        });
    }

    /** Lets the clock run at {@code speed} drill seconds a second from now on. */
    public Commanded speed(Order order, double speed) {
        return orders.obey(order, event -> isSpeed(event, speed), (drill, now) -> {
            if (!drill.running()) {
                return refuse("speed-not-running");
            }
            if (!(speed > 0 && speed <= MAX_SPEED)) {
                return refuse("speed-out-of-range", MAX_SPEED, speed);
            }
            var event = new DrillEvent.SpeedChanged(order.by(), drill.clock().speed(), speed);
            return Change.to(drill, DrillState.RUNNING, drill.clock().runningFrom(now, speed), event);
        });
    }

    /** Moves a pending inject to another drill time. */
    public Commanded retime(Order order, String inject, Duration to) {
        return orders.obey(order, event -> isMove(event, inject, to), (drill, now) -> {
            var pending = store.pending(drill.id()).stream()
                    .filter(item -> item.due().equals(new Due.Release(inject)))
                    .findFirst();
            if (drill.state().over() || pending.isEmpty()) {
                return refuse("not-pending", inject);
            }
            if (to.isNegative() || to.compareTo(drill.length()) > 0) {
                return refuse("time-outside", DurationWords.of(drill.length()), DurationWords.of(to));
            }
            if (to.compareTo(drill.drillTimeAt(now)) < 0) {
                return refuse("time-passed", DurationWords.of(drill.drillTimeAt(now)));
            }
            var from = pending.get().drillTime().orElseThrow();
            var event = new DrillEvent.Retimed(order.by(), inject, from, to);
            return Change.of(drill, event).moving(pending.get().due(), to);
        });
    }

    /** Moves the end: later, or earlier than planned but not before now. */
    public Commanded extend(Order order, Duration to) {
        return orders.obey(order, event -> isEnd(event, to), (drill, now) -> {
            if (drill.state().over() || drill.state() == DrillState.SCHEDULED) {
                return refuse("extend-not-under-way");
            }
            if (to.compareTo(MAX_LENGTH) > 0) {
                return refuse("lasts-too-long", DurationWords.of(MAX_LENGTH));
            }
            if (to.compareTo(drill.drillTimeAt(now)) <= 0) {
                return refuse("time-passed", DurationWords.of(drill.drillTimeAt(now)));
            }
            return Change.lasting(drill, to, new DrillEvent.Extended(order.by(), drill.length(), to));
        });
    }

    /** EndEx now, if the drill is still as the sender saw it. */
    public Commanded end(Order order, String reason) {
        var ended = new DrillEvent.Ended(order.by(), DrillEvent.Ended.Reason.STOPPED, reason);
        return orders.obeyOnce(
                order,
                Entries.ENDED,
                ended::equals,
                before -> new Refusal("drill-over", List.of()),
                (drill, now) -> drill.running() || drill.state().suspended()
                        ? Change.to(drill, DrillState.ENDED, drill.clock().stopped(now), ended)
                        : refuse("nothing-to-end"));
    }

    private static boolean isEnd(DrillEvent event, Duration to) {
        return event instanceof DrillEvent.Extended extended && extended.to().equals(to);
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
