package dev.muster.drill;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.ScenarioClock.Jump;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The entries of one drill, each once, in the order in which a log is read. */
public final class EventLog {

    private final List<LogEntry> entries;
    private final Optional<LogEntry> end;

    private EventLog(List<LogEntry> entries) {
        this.entries = entries;
        this.end = first(DrillEvent.Ended.class);
    }

    /** @param entries in any order; of several with one id the first counts */
    public static EventLog of(Collection<LogEntry> entries) {
        var seen = new HashSet<String>();
        return new EventLog(entries.stream()
                .sorted(LogEntry.ORDER)
                .filter(entry -> seen.add(entry.id()))
                .toList());
    }

    public List<LogEntry> entries() {
        return entries;
    }

    /** StartEx, if it has come. */
    public Optional<Duration> start() {
        return first(DrillEvent.Started.class).map(LogEntry::drillTime);
    }

    /** EndEx, drill time, if it has come. */
    public Optional<Duration> end() {
        return end.map(LogEntry::drillTime);
    }

    /** The latest drill time that the log speaks of: the end, or the last entry of a drill that goes on. */
    public Duration horizon() {
        return end().orElseGet(() -> entries.stream()
                .map(LogEntry::drillTime)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
    }

    /** The scenario as it is played: with the injects that trainers typed or changed during the drill. */
    public Scenario played(Scenario script) {
        var injects = new LinkedHashMap<String, Inject>();
        script.injects().forEach(inject -> injects.put(inject.id(), inject));
        all(DrillEvent.InjectAdded.class)
                .map(one -> one.event().inject())
                .forEach(inject -> injects.putIfAbsent(inject.id(), inject));
        all(DrillEvent.InjectEdited.class)
                .map(one -> one.event().inject())
                .forEach(inject -> injects.replace(inject.id(), inject));
        var played = List.copyOf(injects.values());
        return played.equals(script.injects()) ? script : script.with(played);
    }

    /**
     * What people in the story see on the wall, if the scenario has a clock of its own. It leaps where a jump came, not where
     * the script has it: an inject may be moved, or wait for a pause to end.
     */
    public Optional<ScenarioClock> scenarioClock() {
        return all(DrillEvent.Scheduled.class)
                .flatMap(one -> one.event().starts().stream())
                .findFirst()
                .map(starts -> new ScenarioClock(starts, jumps().toList()));
    }

    /** The leaps of the scenario's own clock that came. */
    public Stream<Jump> jumps() {
        return all(DrillEvent.InjectReleased.class)
                .flatMap(one -> one.event().jump().map(by -> new Jump(one.at(), by)).stream());
    }

    /** Whether the entry counts: a response after the end is kept and does not. */
    public boolean counts(LogEntry entry) {
        return !(entry.event() instanceof DrillEvent.Response) || end.isEmpty() || !isAfter(entry, end.get());
    }

    /** What happened of one kind and counts. */
    public <E extends DrillEvent> Stream<Occurrence<E>> all(Class<E> kind) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.event()) && counts(entry))
                .map(entry -> Occurrence.of(entry, kind));
    }

    Optional<LogEntry> first(Class<? extends DrillEvent> kind) {
        return entries.stream().filter(entry -> kind.isInstance(entry.event())).findFirst();
    }

    // Wall time tells what came after an end that stopped the clock; drill time, what came before a late end's entry.
    private static boolean isAfter(LogEntry entry, LogEntry end) {
        return entry.at().isAfter(end.at()) || entry.drillTime().compareTo(end.drillTime()) > 0;
    }
}
