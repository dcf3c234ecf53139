package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Roster;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.WakeQueue;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schedules a drill: snapshots scenario, plan and team, so that later edits change nothing, and files its start. */
public final class ScheduleDrill {

    /** How long before StartEx the start item wakes up to write what is due in the drill. */
    static final Duration ARM_AHEAD = Duration.ofMinutes(2);

    private final DrillStore store;
    private final WakeQueue queue;
    private final Clock clock;

    public ScheduleDrill(DrillStore store, WakeQueue queue, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What a trainer asks for.
     *
     * @param id the id of the drill; asking twice with the same id schedules once
     * @param scenario fitted to the plan, with its variables as its author wrote them; the drill gets it with them filled
     * @param team in the plan's roles
     * @param variables what this drill puts in the place of the scenario's variables; it counts before what the plan says
     * @param speed drill seconds a wall second; 1 outside demonstrations
     * @param fitted what had to be fitted, for the trainer
     */
    public record Request(
            String id,
            String by,
            Scenario scenario,
            Plan plan,
            Team team,
            Map<String, String> variables,
            Instant startsAt,
            double speed,
            List<String> fitted) {

        public Request {
            fitted = List.copyOf(fitted);
        }

        /** Nothing had to be fitted. */
        public Request(
                String id,
                String by,
                Scenario scenario,
                Plan plan,
                Team team,
                Map<String, String> variables,
                Instant startsAt,
                double speed) {
            this(id, by, scenario, plan, team, variables, startsAt, speed, List.of());
        }

        private Request filled() {
            var filled = Filling.fill(scenario, List.of(variables, plan.variables()));
            return new Request(id, by, filled, plan, team, variables, startsAt, speed, fitted);
        }
    }

    public Drill schedule(Request wish) {
        var request = wish.filled();
        var drill = drill(request);
        var scheduled = new DrillEvent.Scheduled(
                request.by(),
                request.startsAt(),
                request.scenario().id(),
                request.plan().id(),
                request.team().id(),
                request.scenario().briefing(),
                request.scenario().distressing(),
                request.scenario().starts(),
                Optional.of(request.variables()),
                Optional.of(request.fitted()).filter(words -> !words.isEmpty()));
        var entry = new LogEntry(Entries.SCHEDULED, clock.instant(), Duration.ZERO, scheduled);
        var start = new DueItem(
                drill.id(),
                new Due.Start(),
                Optional.of(Duration.ZERO),
                Optional.of(request.startsAt().minus(ARM_AHEAD)),
                drill.epoch());
        var outcome =
                store.schedule(drill, request.scenario(), request.plan(), Roster.of(request.team()), entry, start);
        queue.wake(List.of(start));
        return outcome == Outcome.ALREADY ? store.drill(drill.id()).orElseThrow() : drill;
    }

    private static Drill drill(Request request) {
        var scenario = request.scenario();
        return new Drill(
                request.id(),
                scenario.title(),
                scenario.id(),
                request.plan().id(),
                request.team().id(),
                request.team().zone(),
                request.startsAt(),
                scenario.duration(),
                DrillState.SCHEDULED,
                DrillClock.startingAt(request.startsAt(), request.speed()),
                0);
    }
}
