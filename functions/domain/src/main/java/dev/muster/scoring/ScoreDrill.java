package dev.muster.scoring;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Progress;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Notifier;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Reports;
import dev.muster.drill.port.Wake;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Rating;
import dev.muster.scoring.io.ScorecardJson;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scores a drill that is over, keeps the scorecard, makes the report and tells the trainer. May be called again, late, or
 * twice at the same time: only a scorecard of a longer log takes a scorecard's place, and the report follows it.
 */
public final class ScoreDrill {

    private static final int LOOKS = 10;

    private final DrillStore store;
    private final Reports reports;
    private final MessageRater rater;
    private final ReportRenderer renderer;
    private final Notifier notifier;
    private final Clock clock;

    public ScoreDrill(
            DrillStore store,
            Reports reports,
            MessageRater rater,
            ReportRenderer renderer,
            Notifier notifier,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.rater = rater;
        this.renderer = renderer;
        this.notifier = notifier;
        this.clock = clock;
    }

    /** Scores the drill if that is still due. */
    public void carryOut(String drill, Due.Score due) {
        store.wake(drill, due.key()).filter(wake -> wake.item().isPresent()).ifPresent(wake -> carryOut(wake, due));
    }

    private void carryOut(Wake wake, Due.Score due) {
        var drill = wake.drill();
        var item = wake.item().orElseThrow();
        if (!drill.state().over() || drill.state() == DrillState.CANCELLED) {
            store.drop(item);
            return;
        }
        tell(drill, item, due, score(drill));
    }

    /**
     * Scores again as long as others score a longer log meanwhile, so that whoever comes back can tell of it.
     *
     * @throws IllegalStateException if they did so often that it must be tried again later
     */
    private Scorecard score(Drill drill) {
        var plan = store.plan(drill.id());
        var scenario = store.scenario(drill.id());
        for (var look = 0; look < LOOKS; look++) {
            rateTheUnrated(drill, Progress.of(plan, scenario, store.log(drill.id())));
            var log = store.log(drill.id());
            var scorecard = Scorer.score(plan, scenario, log);
            if (store.keepScorecard(drill.id(), ScorecardJson.write(scorecard), scorecard.revision())
                    == Outcome.STALE) {
                continue;
            }
            // The charter does not travel with the drill yet, and the default names nobody.
            var debriefing = new Debriefing(drill, plan, scenario, store.roster(drill.id()), false, log, scorecard);
            reports.put(drill.id(), Reports.AFTER_ACTION, renderer.render(debriefing));
            if (!overtaken(drill, scorecard)) {
                return scorecard;
            }
        }
        throw new IllegalStateException("a longer log of %s was scored each time".formatted(drill.id()));
    }

    private void rateTheUnrated(Drill drill, Progress progress) {
        for (var message : progress.correspondence().unrated()) {
            store.record(drill.id(), RateMessage.rating(rater, progress, drill, message, clock.instant()), List.of());
        }
    }

    /** Whether a longer log was scored while this one's report was written, perhaps over the newer one's. */
    private boolean overtaken(Drill drill, Scorecard mine) {
        return store.scorecard(drill.id())
                .map(ScorecardJson::read)
                .filter(kept -> kept.revision() > mine.revision())
                .isPresent();
    }

    /** The trainer hears once that the drill is scored; a later message's rating renews the report without a word. */
    private void tell(Drill drill, DueItem item, Due.Score due, Scorecard scorecard) {
        var told = Entries.announced(item.key().replace('#', '.'));
        if (!due.entry().equals(Entries.ENDED) || store.entry(drill.id(), told).isPresent()) {
            store.drop(item);
            return;
        }
        notifier.publish(news(drill, scorecard));
        var event = new DrillEvent.Announced(due.entry(), Set.of(Notification.TRAINER));
        if (store.conclude(item, announced(drill, told, event)) == Outcome.ALREADY) {
            store.drop(item);
        }
    }

    private LogEntry announced(Drill drill, String id, DrillEvent event) {
        return Entries.entry(id, drill, clock.instant(), event);
    }

    private static Notification news(Drill drill, Scorecard scorecard) {
        var rating = scorecard.rating().map(Rating::label).orElse("none, as nothing was evaluated");
        var text = String.format(
                Locale.ROOT,
                "Score %.1f of 100, rating %s; %s. The report stands with the drill.",
                scorecard.score(),
                rating,
                scorecard.status().label());
        return new Notification(
                drill.id(),
                Notification.TRAINER,
                Notification.Kind.TRAINER,
                Optional.empty(),
                Channel.EMAIL,
                "The report is ready: " + drill.title(),
                text,
                Optional.empty());
    }
}
