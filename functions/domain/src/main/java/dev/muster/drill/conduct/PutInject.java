package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.ObeyOrder.refuse;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DurationWords;
import dev.muster.drill.EventLog;
import dev.muster.drill.Occurrence;
import dev.muster.drill.conduct.ObeyOrder.Change;
import dev.muster.drill.conduct.ObeyOrder.Command;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Release;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A trainer puts an inject to the team now: one of the script, or one that the trainer types. It falls due at
 * the moment of the order, and is released as every inject is.
 */
public final class PutInject {

    private final DrillStore store;
    private final ObeyOrder orders;
    private final Upcoming upcoming;

    public PutInject(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.orders = new ObeyOrder(store, waker, clock);
        this.upcoming = new Upcoming(store);
    }

    /**
     * What a trainer types.
     *
     * @param to roles that take part
     * @param expects plan steps whose clock its release opens
     * @param acknowledge drill time after the release at which whoever has not acknowledged is reminded
     * @param options a decision between these is asked; empty if none is
     */
    public record AdHoc(
            String title,
            Channel channel,
            String from,
            List<String> to,
            String text,
            List<String> expects,
            Optional<Duration> acknowledge,
            List<Option> options) {

        public AdHoc {
            to = List.copyOf(to);
            expects = List.copyOf(expects);
            options = List.copyOf(options);
        }

        private Inject called(String id) {
            return new Inject(
                    id,
                    title,
                    new Release.Ready("now"),
                    channel,
                    from,
                    Optional.empty(),
                    to,
                    text,
                    List.of(),
                    expects,
                    acknowledge,
                    options,
                    Optional.empty(),
                    Optional.empty(),
                    Guidance.NONE);
        }
    }

    /** Releases an inject now, whatever time or condition the script has for it. */
    public Commanded release(Order order, String inject, String reason) {
        var fired = new DrillEvent.InjectFired(order.by(), inject, reason);
        return orders.obey(order, fired::equals, whileTimeIsLeft(upcoming.inject(inject, (drill, one, now) -> putBefore(
                        drill, inject)
                .map(at -> refuse("put-before", inject, DurationWords.of(at)))
                .orElseGet(() -> Change.of(drill, fired).directing(inject, drill.drillTimeAt(now))))));
    }

    /** Releases an inject that nobody scripted. */
    public Commanded add(Order order, AdHoc typed, String reason) {
        return orders.obey(
                order,
                event -> event instanceof DrillEvent.InjectAdded added
                        && added.equals(added(order, typed, added.inject().id(), reason)),
                whileTimeIsLeft((drill, now) -> {
                    var id = freeId(drill);
                    return Change.of(drill, added(order, typed, id, reason))
                            .adding(new Due.Release(id), drill.drillTimeAt(now));
                }));
    }

    private static DrillEvent.InjectAdded added(Order order, AdHoc typed, String id, String reason) {
        return new DrillEvent.InjectAdded(order.by(), typed.called(id), reason);
    }

    private Command whileTimeIsLeft(Command command) {
        return (drill, now) -> {
            if (!drill.running()) {
                return refuse("put-not-running");
            }
            if (store.hold().isPresent()) {
                return refuse("under-hold");
            }
            return drill.drillTimeAt(now).compareTo(drill.length()) < 0 ? command.on(drill, now) : refuse("time-up");
        };
    }

    private Optional<Duration> putBefore(Drill drill, String id) {
        return EventLog.of(store.log(drill.id()))
                .all(DrillEvent.Conduct.class)
                .filter(one -> puts(one.event(), id))
                .findFirst()
                .map(Occurrence::at);
    }

    private static boolean puts(DrillEvent.Conduct event, String id) {
        return switch (event) {
            case DrillEvent.InjectFired fired -> fired.inject().equals(id);
            case DrillEvent.InjectAdded added -> added.inject().id().equals(id);
            default -> false;
        };
    }

    /** The epoch that the order must meet keeps two orders from taking the same. */
    private String freeId(Drill drill) {
        var played = EventLog.of(store.log(drill.id())).played(store.scenario(drill.id()));
        return IntStream.rangeClosed(1, played.injects().size() + 1)
                .mapToObj("ad-hoc-%d"::formatted)
                .filter(id -> played.inject(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
