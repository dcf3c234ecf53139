package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.MarkOverruled;
import dev.muster.drill.DrillEvent.ObjectiveRated;
import dev.muster.drill.DrillEvent.Observed;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.NoteOnce;
import dev.muster.drill.conduct.Noted;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.Rating;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An evaluator's word: what was seen, how an objective was performed, and what an automatic mark should be. It is taken
 * from StartEx on, also after the end; then the drill is scored anew, as when a late message is rated.
 */
public final class Evaluate {

    private final DrillStore store;
    private final Clock clock;
    private final NoteOnce noteOnce;

    public Evaluate(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.noteOnce = new NoteOnce(store, waker);
    }

    /** @param key the evaluator's key; the same word sent again carries the same key */
    public record Word(String drill, String by, String key) {}

    /**
     * @param objective what it is about, if it is about one objective of the scenario
     * @param at drill time at which it was seen, not after now; empty for now
     */
    public Noted observe(Word word, String text, Optional<String> objective, Optional<Duration> at) {
        var drill = drill(word);
        var now = drill.drillTimeAt(clock.instant());
        if (at.filter(seen -> seen.isNegative() || seen.compareTo(now) > 0).isPresent()) {
            return new Noted.Unknown(refusal("observed-later", DurationWords.of(now)));
        }
        var unknown = objective.flatMap(id -> unknownObjective(drill, id));
        return unknown.<Noted>map(Noted.Unknown::new)
                .orElseGet(() -> note(
                        word,
                        drill,
                        new Observed(word.by(), text, objective, at.orElse(now)),
                        event -> event instanceof Observed before
                                && before.equals(new Observed(word.by(), text, objective, at.orElse(before.at())))));
    }

    public Noted rate(Word word, String objective, Rating rating, String reason) {
        var drill = drill(word);
        var rated = new ObjectiveRated(word.by(), objective, rating, reason);
        return unknownObjective(drill, objective)
                .<Noted>map(Noted.Unknown::new)
                .orElseGet(() -> note(word, drill, rated, rated::equals));
    }

    /** Overrules the mark of a criterion of a message that went out, or of a step that counts in the score. */
    public Noted overrule(Word word, Ruling ruling, String reason) {
        var drill = drill(word);
        var overruled = new MarkOverruled(word.by(), ruling, reason);
        return nothingToOverrule(drill, ruling)
                .<Noted>map(Noted.Unknown::new)
                .orElseGet(() -> note(word, drill, overruled, overruled::equals));
    }

    private Drill drill(Word word) {
        return store.drill(word.drill()).orElseThrow();
    }

    private Optional<Refusal> unknownObjective(Drill drill, String id) {
        return store.scenario(drill.id()).objectives().stream()
                        .anyMatch(objective -> objective.id().equals(id))
                ? Optional.empty()
                : Optional.of(refusal("no-objective", id));
    }

    private Optional<Refusal> nothingToOverrule(Drill drill, Ruling ruling) {
        var plan = store.plan(drill.id());
        var scenario = store.scenario(drill.id());
        var log = store.log(drill.id());
        return switch (ruling) {
            case Ruling.OnCriterion it ->
                Progress.of(plan, scenario, log)
                                .correspondence()
                                .sent(it.message())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(refusal("no-message", it.message()));
            case Ruling.OnStep it ->
                Scorer.score(plan, scenario, log)
                                .step(it.step())
                                .filter(step -> step.outcome().evaluated())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(refusal("no-mark", it.step()));
        };
    }

    private Noted note(Word word, Drill drill, DrillEvent event, Predicate<DrillEvent> same) {
        if (drill.state() == DrillState.SCHEDULED) {
            return new Noted.Refused(refusal("not-started"));
        }
        if (drill.state() == DrillState.CANCELLED) {
            return new Noted.Refused(refusal("called-off"));
        }
        var entry = Entries.entry(Entries.evaluation(word.by(), word.key()), drill, clock.instant(), event);
        return noteOnce.note(drill.id(), entry, next(drill, entry), same, refusal("key-used"));
    }

    /** A ruling may make a condition true, as a rating may; after the end card and report are made anew. */
    private static List<DueItem> next(Drill drill, LogEntry entry) {
        if (drill.state().over()) {
            return List.of(DueItem.atWallTime(drill.id(), new Due.Score(entry.id()), entry.at()));
        }
        return entry.event() instanceof MarkOverruled
                ? List.of(DueItem.atWallTime(drill.id(), new Due.React(entry.id()), entry.at()))
                : List.of();
    }

    private static Refusal refusal(String code, Object... facts) {
        return new Refusal(code, List.of(facts));
    }
}
