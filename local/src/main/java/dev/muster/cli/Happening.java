package dev.muster.cli;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** One line of the live display for what happened in a drill. */
final class Happening {

    private static final int WIDTH = 100;

    private final Scenario scenario;

    /** @param scenario says what its injects are called */
    Happening(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Empty for what only machines care about. */
    Optional<String> of(LogEntry entry) {
        return words(entry.event()).map(words -> cut(clock(entry.drillTime()) + "  " + words));
    }

    private String option(DrillEvent.DecisionMade decision) {
        return scenario.inject(decision.inject()).stream()
                .flatMap(inject -> inject.options().stream())
                .filter(option -> option.id().equals(decision.option()))
                .findFirst()
                .map(Option::text)
                .orElse(decision.option());
    }

    private String title(String inject) {
        return scenario.inject(inject).map(Inject::title).orElse(inject);
    }

    /** Drill time as hours, minutes and seconds; before StartEx with a minus. */
    static String clock(Duration drillTime) {
        var time = drillTime.abs();
        return "%s%d:%02d:%02d"
                .formatted(
                        drillTime.isNegative() ? "-" : "", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private Optional<String> words(DrillEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case DrillEvent.Started ignored -> "== StartEx";
                    case DrillEvent.Ended ended ->
                        "== EndEx: " + ended.reason().name().toLowerCase(Locale.ROOT);
                    case DrillEvent.Paused paused -> "== paused: " + paused.reason();
                    case DrillEvent.Resumed ignored -> "== goes on";
                    case DrillEvent.EmergencyCalled call -> "== REAL EMERGENCY: " + call.words();
                    case DrillEvent.InjectFired it ->
                        "== %s puts to the team: %s".formatted(it.by(), title(it.inject()));
                    case DrillEvent.Extended it -> "== %s moves the end to %s".formatted(it.by(), clock(it.to()));
                    case DrillEvent.InjectEdited it ->
                        "== %s changes an inject: %s"
                                .formatted(it.by(), it.inject().title());
                    case DrillEvent.Observed it -> "== %s observes: %s".formatted(it.by(), it.text());
                    case DrillEvent.InjectAdded it ->
                        "== %s types an inject: %s"
                                .formatted(it.by(), it.inject().title());
                    case DrillEvent.InjectReleased it ->
                        ">> %s [%s] to %s%s"
                                .formatted(
                                        it.prompt().title(),
                                        it.prompt().channel().label(),
                                        String.join(", ", it.prompt().to()),
                                        it.late() ? " (late)" : "");
                    case DrillEvent.InjectWithheld it ->
                        "-- %s does not come: %s".formatted(title(it.inject()), it.reason());
                    case DrillEvent.ReactionTriggered it ->
                        "-> %s will come: %s".formatted(title(it.inject()), it.reason());
                    case DrillEvent.Reminded it -> ".. reminded of " + title(it.inject());
                    case DrillEvent.Acknowledged it ->
                        "<< %s acknowledges: %s".formatted(it.role(), title(it.inject()));
                    case DrillEvent.MessageDrafted it ->
                        "<< %s drafts for %s: %s"
                                .formatted(
                                        it.role(),
                                        it.message().audience().label(),
                                        it.message().text());
                    case DrillEvent.MessageSent it ->
                        "<< %s to %s by %s: %s"
                                .formatted(
                                        it.role(),
                                        it.message().audience().label(),
                                        it.message().channel().label(),
                                        it.message().text());
                    case DrillEvent.MessageApproved it -> "<< %s approves a draft; it is out".formatted(it.role());
                    case DrillEvent.MessageRefused it -> "<< %s refuses a draft: %s".formatted(it.role(), it.reason());
                    case DrillEvent.ActionReported it ->
                        "<< %s reports %s: %s".formatted(it.role(), it.step(), it.evidence());
                    case DrillEvent.DecisionMade it ->
                        "<< %s decides on %s: %s (%s)"
                                .formatted(it.role(), title(it.inject()), option(it), it.reason());
                    case DrillEvent.Assigned it -> "<< %s asks %s: %s".formatted(it.role(), it.to(), it.what());
                    case DrillEvent.QuestionAsked it -> "<< %s asks the controller: %s".formatted(it.role(), it.text());
                    case DrillEvent.QuestionAnswered it ->
                        "== %s answers %s: %s".formatted(it.by(), it.toAll() ? "everybody" : "a question", it.text());
                    case DrillEvent.HandedOver it ->
                        "<< %s is with a real customer and hands over: %s".formatted(it.role(), title(it.inject()));
                    case DrillEvent.Joined it -> "++ %s is in".formatted(it.member());
                    case DrillEvent.SubstituteJoined it -> "++ %s takes over as %s".formatted(it.member(), it.role());
                    case DrillEvent.NoteTaken it -> "<< %s notes: %s".formatted(it.role(), it.text());
                    default -> null;
                });
    }

    /** On one line, and without what a terminal would take for a command: texts come from anybody. */
    private static String cut(String words) {
        var line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
