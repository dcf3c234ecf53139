package dev.muster.web;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.ScenarioClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a drill is in its life and what its clock says, as the console shows it.
 *
 * @param state as {@link DrillState#label} names it
 * @param reading drill time; empty before StartEx
 * @param now the moment of all this, as ISO 8601
 * @param seconds the reading once more, from which a script lets it run on
 * @param why the reason of a suspension, in the words of whoever gave it; empty if there is none
 * @param by who suspended or ended the drill
 * @param endsItself when a real emergency about which nobody decides ends the drill, on the wall; empty otherwise
 * @param longer lengths that a form offers, as it sends them
 */
public record ConsoleClock(
        String state,
        boolean running,
        boolean suspended,
        boolean over,
        String reading,
        String length,
        String remaining,
        String scenarioTime,
        String starts,
        String wallTime,
        String ends,
        String zone,
        double speed,
        String now,
        double seconds,
        String why,
        String by,
        String endsItself,
        String tenLonger,
        String halfAnHourLonger) {

    /** As {@code InterruptDrill} has it; wall time. */
    private static final Duration UNDECIDED_ENDS_AFTER = Duration.ofMinutes(5);

    static ConsoleClock of(Scene scene) {
        var drill = scene.drill();
        var reading = scene.reading();
        var begun =
                !reading.isNegative() && drill.state() != DrillState.SCHEDULED && drill.state() != DrillState.CANCELLED;
        var suspension = drill.state().suspended() ? suspension(scene.progress().log()) : Optional.<LogEntry>empty();
        return new ConsoleClock(
                drill.state().label(),
                drill.running(),
                drill.state().suspended(),
                scene.over(),
                begun ? scene.clock(reading) : "",
                scene.clock(drill.length()),
                begun ? scene.clock(drill.length().minus(reading)) : "",
                begun
                        ? scene.progress()
                                .log()
                                .scenarioClock()
                                .map((ScenarioClock own) -> own.words(reading))
                                .orElse("")
                        : "",
                scene.words().dateAndTime(drill.startsAt(), drill.zone()),
                time(scene.now(), scene),
                drill.running() ? time(drill.clock().wallTimeOf(drill.length()), scene) : "",
                drill.zone().getId(),
                drill.clock().speed(),
                scene.now().toString(),
                reading.toMillis() / 1000.0,
                suspension.map(entry -> why(entry.event())).orElse(""),
                suspension.map(entry -> by(entry.event(), scene)).orElse(""),
                suspension
                        .filter(entry -> drill.state() == DrillState.EMERGENCY)
                        .map(entry -> time(entry.at().plus(UNDECIDED_ENDS_AFTER), scene))
                        .orElse(""),
                drill.length().plusMinutes(10).toString(),
                drill.length().plusMinutes(30).toString());
    }

    private static String time(Instant at, Scene scene) {
        return scene.words().time(at, scene.drill().zone());
    }

    private static Optional<LogEntry> suspension(EventLog log) {
        return log.entries().reversed().stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Paused
                        || entry.event() instanceof DrillEvent.EmergencyCalled)
                .findFirst();
    }

    private static String why(DrillEvent event) {
        return switch (event) {
            case DrillEvent.Paused paused -> paused.reason();
            case DrillEvent.EmergencyCalled called -> called.words();
            default -> "";
        };
    }

    private static String by(DrillEvent event, Scene scene) {
        return switch (event) {
            case DrillEvent.Paused paused -> paused.by();
            case DrillEvent.EmergencyCalled called -> scene.member(called.by());
            default -> "";
        };
    }
}
