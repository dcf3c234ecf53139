package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Prompt;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Outcome;
import dev.muster.scenario.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells the team, the trainer or single members what happened in the drill. */
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
        var event = new DrillEvent.Announced(due.entry(), told(drill, entry));
        var announced = Entries.after(entry, Entries.announced(due.entry()), drill, clock.instant(), event);
        return store.conclude(item, announced);
    }

    private Set<String> told(Drill drill, LogEntry entry) {
        return entry.event() instanceof DrillEvent.HandedOver handover
                        && !handover.to().isEmpty()
                ? standIns(drill, handover)
                : everybodyConcerned(drill, news(drill, entry));
    }

    /** They get the inject as its first recipients did; not while a real emergency is on, and not after the end. */
    private Set<String> standIns(Drill drill, DrillEvent.HandedOver handover) {
        if (drill.state() == DrillState.EMERGENCY || drill.state().over()) {
            return Set.of();
        }
        var prompt = released(drill, handover.inject());
        var told = new HashSet<String>();
        for (var participant : store.roster(drill.id()).participants()) {
            if (handover.to().contains(participant.id())) {
                tell.member(
                        drill,
                        participant.member(),
                        Notification.Kind.INJECT,
                        Optional.of(prompt.inject()),
                        "Please take over: " + prompt.heading(),
                        "A colleague is with a real customer. Please see to this.\n\n" + PublishInject.text(prompt));
                told.add(participant.id());
            }
        }
        return told;
    }

    private Prompt released(Drill drill, String inject) {
        var entry = store.entry(drill.id(), Entries.inject(inject)).orElseThrow();
        return ((DrillEvent.InjectReleased) entry.event()).prompt();
    }

    private Set<String> everybodyConcerned(Drill drill, News news) {
        var told = new HashSet<String>();
        tell.trainer(drill, news.subject(), news.text());
        told.add(Notification.TRAINER);
        told.addAll(members(drill, news));
        return told;
    }

    private Set<String> members(Drill drill, News news) {
        var told = new HashSet<String>();
        for (var participant : store.roster(drill.id()).participants()) {
            if (!news.concerns().test(participant.id())) {
                continue;
            }
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

    /** @param concerns which members are told, besides the trainer */
    private record News(String subject, String text, Predicate<String> concerns) {
        News(String subject, String text, boolean forTeam) {
            this(subject, text, member -> forTeam);
        }
    }

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
            case DrillEvent.Extended extended ->
                new News(
                        "The exercise ends at another time",
                        "It now ends %s after its start.".formatted(DurationWords.of(extended.to())),
                        true);
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
            case DrillEvent.QuestionAsked asked ->
                new News("A question from " + asked.role(), question(drill, asked), false);
            case DrillEvent.HandedOver handover ->
                new News(
                        "Nobody can take over",
                        "%s: the role %s is with a real customer, and nobody else holds it or stands in for it."
                                .formatted(title(drill, handover.inject()), handover.role()),
                        false);
            case DrillEvent.QuestionAnswered answered -> answer(drill, answered);
            default -> new News("Drill " + drill.title(), entry.id(), false);
        };
    }

    private News answer(Drill drill, DrillEvent.QuestionAnswered answered) {
        var asked = (DrillEvent.QuestionAsked)
                store.entry(drill.id(), answered.question()).orElseThrow().event();
        return new News(
                "The controller answers",
                "Asked: %s%n%nAnswer: %s".formatted(asked.text(), answered.text()),
                member -> answered.toAll() || member.equals(asked.member()));
    }

    private String question(Drill drill, DrillEvent.QuestionAsked asked) {
        return asked.inject()
                .map(inject -> "On %s: %s".formatted(title(drill, inject), asked.text()))
                .orElse(asked.text());
    }

    private String title(Drill drill, String inject) {
        return EventLog.of(store.log(drill.id()))
                .played(store.scenario(drill.id()))
                .inject(inject)
                .map(Inject::title)
                .orElse(inject);
    }
}
