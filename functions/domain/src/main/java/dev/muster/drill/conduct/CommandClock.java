package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A trainer's commands to the drill's clock. Each is one transaction that checks the epoch which its sender saw, appends
 * its event, bumps the epoch and leaves an item that files anew what is pending.
 */
public final class CommandClock {

    private static final double MAX_SPEED = 1_000;

    private final DrillStore store;
    private final Clock clock;
    private final Waker waker;

    public CommandClock(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * Who commands which drill.
     *
     * @param epoch the epoch that the sender saw
     * @param key the sender's key; the same command sent again carries the same key
     */
    public record Order(String drill, long epoch, String by, String key) {}

    /** Stops the clock. */
    public Commanded pause(Order order, String reason) {
        var paused = new DrillEvent.Paused(order.by(), reason);
        return carryOut(
                order,
                paused::equals,
                (drill, now) -> drill.running()
                        ? change(DrillState.PAUSED, drill.clock().stopped(now), paused, true)
                        : refuse("Only a running drill can be paused; this one is "
                                + drill.state().label() + "."));
    }

    /** Lets the clock run on from where it stands; what was due keeps its distance. */
    public Commanded resume(Order order) {
        return carryOut(order, new DrillEvent.Resumed(order.by())::equals, (drill, now) -> {
            if (!drill.state().suspended()) {
                return refuse("Only a suspended drill can be resumed; this one is "
                        + drill.state().label() + ".");
            }
            if (store.hold().isPresent()) {
                return refuse("A hold is set. Lift it before you resume a drill.");
            }
            var running = drill.clock().runningFrom(now, drill.clock().speed());
            return change(DrillState.RUNNING, running, new DrillEvent.Resumed(order.by()), true);
        });
    }

    /** Lets the clock run at {@code speed} drill seconds a second from now on. */
    public Commanded speed(Order order, double speed) {
        return carryOut(order, event -> isSpeed(event, speed), (drill, now) -> {
            if (!drill.running()) {
                return refuse("Only a running drill changes its speed; this one is "
                        + drill.state().label() + ".");
            }
            if (!(speed > 0 && speed <= MAX_SPEED)) {
                return refuse("The speed must be above 0 and at most %.0f, found %s.".formatted(MAX_SPEED, speed));
            }
            var event = new DrillEvent.SpeedChanged(order.by(), drill.clock().speed(), speed);
            return change(DrillState.RUNNING, drill.clock().runningFrom(now, speed), event, false);
        });
    }

    /** Moves a pending inject to another drill time. */
    public Commanded retime(Order order, String inject, Duration to) {
        return carryOut(order, event -> isMove(event, inject, to), (drill, now) -> {
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
            return new Change(
                    drill.state(),
                    drill.clock(),
                    event,
                    false,
                    Optional.of(new Move(pending.get().due(), to)));
        });
    }

    private interface Command {
        Decision on(Drill drill, Instant now);
    }

    private sealed interface Decision {}

    private record Refusal(String why) implements Decision {}

    private record Move(Due due, Duration to) {}

    private record Change(DrillState state, DrillClock clock, DrillEvent event, boolean announce, Optional<Move> move)
            implements Decision {}

    private static Decision refuse(String why) {
        return new Refusal(why);
    }

    private static Decision change(DrillState state, DrillClock clock, DrillEvent event, boolean announce) {
        return new Change(state, clock, event, announce, Optional.empty());
    }

    private static boolean isSpeed(DrillEvent event, double speed) {
        return event instanceof DrillEvent.SpeedChanged changed && changed.to() == speed;
    }

    private static boolean isMove(DrillEvent event, String inject, Duration to) {
        return event instanceof DrillEvent.Retimed moved
                && moved.inject().equals(inject)
                && moved.to().equals(to);
    }

    /** @param same whether an event is what this very command does: then it was sent before, and is done */
    private Commanded carryOut(Order order, Predicate<DrillEvent> same, Command command) {
        var drill = store.drill(order.drill()).orElseThrow();
        var before = store.entry(order.drill(), Entries.command(order.key()));
        if (before.isPresent()) {
            return same.test(before.get().event())
                    ? new Commanded.Accepted(drill)
                    : new Commanded.Refused("Another command was sent under this Idempotency-Key. Send a new key.");
        }
        if (drill.epoch() != order.epoch()) {
            return new Commanded.Outdated(drill);
        }
        var now = drill.notBefore(clock.instant());
        return switch (command.on(drill, now)) {
            case Refusal refusal -> new Commanded.Refused(refusal.why());
            case Change change -> apply(order, drill, change, now);
        };
    }

    private Commanded apply(Order order, Drill drill, Change change, Instant now) {
        var next = drill.with(change.state(), change.clock());
        var entry = new LogEntry(Entries.command(order.key()), now, next.drillTimeAt(now), change.event());
        var dues = change.announce()
                ? FollowUps.refileAndTell(drill.id(), entry)
                : List.of(FollowUps.refile(drill.id(), entry));
        var outcome = change.move().isPresent()
                ? store.retime(drill, next, entry, moved(next, change.move().get()), dues)
                : store.command(drill, next, entry, Optional.empty(), dues);
        if (outcome == Outcome.STALE) {
            return new Commanded.Outdated(store.drill(drill.id()).orElseThrow());
        }
        waker.wakeSoon(outcome == Outcome.DONE ? dues : List.of());
        return new Commanded.Accepted(
                outcome == Outcome.DONE ? next : store.drill(drill.id()).orElseThrow());
    }

    private static DueItem moved(Drill next, Move move) {
        return DueItem.atDrillTime(next, move.due(), move.to());
    }
}
