package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Outcome;
import dev.muster.scenario.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the team, the trainer or both what happened to the drill. */
final class Announce {

    private final DrillStore store;
    private final Clock clock;
    private final Tell tell;

    Announce(Conducting conducting) {
        this.store = conducting.store();
        this.clock = conducting.clock();
        this.tell = new Tell(conducting);
    }

    Outcome carryOut(Drill drill, DueItem item, Due.Tell due) {
        var entry = store.entry(drill.id(), due.entry()).orElseThrow();
        var news = news(drill, entry);
        var told = new HashSet<String>();
        tell.trainer(drill, news.subject(), news.text());
        told.add(Notification.TRAINER);
        if (news.forTeam()) {
            told.addAll(team(drill, news));
        }
        var event = new DrillEvent.Announced(due.entry(), told);
        var announced = Entries.after(entry, Entries.announced(due.entry()), drill, clock.instant(), event);
        return store.conclude(item, announced);
    }

    private Set<String> team(Drill drill, News news) {
        var told = new HashSet<String>();
        for (var participant : store.roster(drill.id()).participants()) {
            tell.member(
                    drill,
                    participant.member(),
                    Notification.Kind.ANNOUNCEMENT,
                    Optional.empty(),
                    news.subject(),
                    news.text());
            told.add(participant.id());
        }
        return told;
    }

    private record News(String subject, String text, boolean forTeam) {}

    private News news(Drill drill, LogEntry entry) {
        return switch (entry.event()) {
            case DrillEvent.Started ignored ->
                new News(
                        "StartEx: " + drill.title(),
                        "The exercise begins now. Everything that reaches you through Muster is part of it.",
                        true);
            case DrillEvent.Paused paused -> new News("The drill is paused", paused.reason(), true);
            case DrillEvent.Resumed ignored ->
                new News("The drill goes on", "The exercise continues where it stood.", true);
            case DrillEvent.EmergencyCalled call ->
                new News(
                        "Real emergency: the drill is suspended",
                        "A real emergency was called (%s). The exercise is suspended for everybody. Real contact: %s"
                                .formatted(call.words(), store.plan(drill.id()).realContact()),
                        true);
            case DrillEvent.Ended ended ->
                new News("EndEx: " + drill.title(), "The exercise is over. From now on everything is real.", true);
            case DrillEvent.Cancelled cancelled -> new News("Cancelled: " + drill.title(), cancelled.reason(), true);
            case DrillEvent.InjectWithheld withheld ->
                new News(
                        "An inject was withheld",
                        "%s: %s".formatted(title(drill, withheld.inject()), withheld.reason()),
                        false);
            case DrillEvent.ConditionUndecided open ->
                new News(
                        "An inject was given up",
                        "%s: %s".formatted(title(drill, open.inject()), open.reason()),
                        false);
            default -> new News("Drill " + drill.title(), entry.id(), false);
        };
    }

    private String title(Drill drill, String inject) {
        return EventLog.of(store.log(drill.id()))
                .played(store.scenario(drill.id()))
                .inject(inject)
                .map(Inject::title)
                .orElse(inject);
    }
}
