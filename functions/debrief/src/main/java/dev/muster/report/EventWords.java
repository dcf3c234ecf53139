package dev.muster.report;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Ended;
import dev.muster.drill.Message;
import dev.muster.drill.port.Notification;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what happened, one event a sentence. */
final class EventWords {

    private final Names names;

    EventWords(Names names) {
        this.names = names;
    }

    /**
     * One event in words.
     *
     * @param words what was written by somebody, to be set apart; blank if nothing was
     */
    record Sentence(String who, String what, String words) {
        static Sentence of(String who, String what) {
            return new Sentence(who, what, "");
        }
    }

    Sentence say(DrillEvent event) {
        return switch (event) {
            case DrillEvent.Conduct conduct -> say(conduct);
            case DrillEvent.Script script -> Sentence.of("Muster", say(script));
            case DrillEvent.Response response -> say(response);
            case DrillEvent.Attendance attendance -> say(attendance);
            case DrillEvent.Finding finding -> say(finding);
        };
    }

    private Sentence say(DrillEvent.Conduct event) {
        return switch (event) {
            case DrillEvent.Scheduled it ->
                it.fitted()
                        .map(words -> new Sentence(
                                it.by(),
                                "scheduled the drill, and the scenario was fitted to the plan",
                                String.join("; ", words)))
                        .orElseGet(() -> Sentence.of(it.by(), "scheduled the drill"));
            case DrillEvent.Started ignored -> Sentence.of("Muster", "StartEx");
            case DrillEvent.Paused it -> new Sentence(it.by(), "paused the drill", it.reason());
            case DrillEvent.Resumed it -> Sentence.of(it.by(), "resumed the drill");
            case DrillEvent.SpeedChanged it ->
                Sentence.of(it.by(), "changed the speed from %s to %s".formatted(it.from(), it.to()));
            case DrillEvent.Retimed it ->
                Sentence.of(
                        it.by(),
                        "moved “%s” from %s to %s"
                                .formatted(names.inject(it.inject()), Words.clock(it.from()), Words.clock(it.to())));
            case DrillEvent.InjectFired it ->
                new Sentence(it.by(), "put “%s” to the team".formatted(names.inject(it.inject())), it.reason());
            case DrillEvent.Extended it ->
                Sentence.of(
                        it.by(), "moved the end from %s to %s".formatted(Words.clock(it.from()), Words.clock(it.to())));
            case DrillEvent.InjectEdited it ->
                new Sentence(
                        it.by(),
                        "changed “%s” before it came%s"
                                .formatted(it.inject().title(), it.reason().isBlank() ? "" : ": " + it.reason()),
                        it.inject().text());
            case DrillEvent.InjectAdded it ->
                new Sentence(
                        it.by(),
                        "typed “%s” and put it to the team%s"
                                .formatted(it.inject().title(), it.reason().isBlank() ? "" : ": " + it.reason()),
                        it.inject().text());
            case DrillEvent.EmergencyCalled it -> new Sentence(it.by(), "called a real emergency", it.words());
            case Ended it ->
                new Sentence(it.by().equals("muster") ? "Muster" : it.by(), "EndEx, " + why(it.reason()), it.words());
            case DrillEvent.Cancelled it -> new Sentence(it.by(), "called the drill off", it.reason());
            case DrillEvent.QuestionAnswered it ->
                new Sentence(
                        it.by(), it.toAll() ? "answered a question for everybody" : "answered a question", it.text());
            case DrillEvent.ScorecardReleased it -> Sentence.of(it.by(), "released the scorecard");
        };
    }

    static String why(Ended.Reason reason) {
        return switch (reason) {
            case TIME -> "as its time was up";
            case STOPPED -> "stopped by the trainer";
            case EMERGENCY -> "after a real emergency";
        };
    }

    private String say(DrillEvent.Script event) {
        return switch (event) {
            case DrillEvent.InjectReleased it ->
                "released “%s” because %s%s"
                        .formatted(it.prompt().title(), names.spelled(it.reason()), it.late() ? " (late)" : "");
            case DrillEvent.InjectWithheld it ->
                "withheld “%s” because %s".formatted(names.inject(it.inject()), names.spelled(it.reason()));
            case DrillEvent.ReactionTriggered it ->
                "set off “%s”, due at %s, because %s"
                        .formatted(names.inject(it.inject()), Words.clock(it.due()), names.spelled(it.reason()));
            case DrillEvent.InjectNotified it ->
                "delivered “%s” to %s".formatted(names.inject(it.inject()), people(it.members()));
            case DrillEvent.Reminded it ->
                "reminded %s of “%s”".formatted(people(it.members()), names.inject(it.inject()));
            case DrillEvent.Announced it -> "told %s what happened".formatted(people(it.members()));
        };
    }

    private String people(Set<String> members) {
        return members.stream()
                .map(member -> member.equals(Notification.TRAINER) ? "the trainer" : names.member(member))
                .sorted()
                .distinct()
                .collect(joining(", "));
    }

    private Sentence say(DrillEvent.Response event) {
        var who = names.actor(event);
        return switch (event) {
            case DrillEvent.Acknowledged it ->
                Sentence.of(who, "acknowledged “%s”".formatted(names.inject(it.inject())));
            case DrillEvent.MessageDrafted it ->
                new Sentence(
                        who, "drafted " + message(it.message()), it.message().text());
            case DrillEvent.MessageSent it ->
                new Sentence(
                        who,
                        "sent " + message(it.message())
                                + (it.approvalSkipped() ? ", without the approval it needed" : ""),
                        it.message().text());
            case DrillEvent.MessageApproved it -> Sentence.of(who, "approved message " + names.message(it.message()));
            case DrillEvent.MessageRefused it ->
                new Sentence(who, "sent message %s back".formatted(names.message(it.message())), it.reason());
            case DrillEvent.ActionReported it ->
                new Sentence(who, "reported done: “%s”".formatted(names.step(it.step())), it.evidence());
            case DrillEvent.DecisionMade it ->
                new Sentence(
                        who,
                        "decided “%s”: %s".formatted(names.inject(it.inject()), names.option(it.inject(), it.option())),
                        it.reason());
            case DrillEvent.Assigned it ->
                new Sentence(who, "gave work to " + names.role(it.to()) + about(it.inject()), it.what());
            case DrillEvent.NoteTaken it -> new Sentence(who, "noted", it.text());
            case DrillEvent.QuestionAsked it ->
                new Sentence(who, "asked the controller" + about(it.inject()), it.text());
            case DrillEvent.HandedOver it ->
                Sentence.of(
                        who,
                        "was with a real customer and handed “%s” over to %s"
                                .formatted(names.inject(it.inject()), it.to().isEmpty() ? "nobody" : people(it.to())));
        };
    }

    private String about(Optional<String> inject) {
        return inject.map(id -> " about “%s”".formatted(names.inject(id))).orElse("");
    }

    private Sentence say(DrillEvent.Attendance event) {
        return switch (event) {
            case DrillEvent.Joined it -> Sentence.of(names.member(it.member()), "came in by the join link");
            case DrillEvent.SubstituteJoined it ->
                Sentence.of(
                        names.member(it.member()),
                        "took over as %s%s"
                                .formatted(
                                        names.role(it.role()),
                                        it.insteadOf()
                                                .map(member -> " from " + names.member(member))
                                                .orElse("")));
        };
    }

    private String message(Message message) {
        return "message %s to %s (%s)%s"
                .formatted(
                        names.message(message.id()),
                        message.audience().label().replace('-', ' '),
                        message.channel().label(),
                        message.answers()
                                .map(inject -> ", in answer to “%s”".formatted(names.inject(inject)))
                                .orElse(""));
    }

    private Sentence say(DrillEvent.Finding event) {
        return switch (event) {
            case DrillEvent.MessageRated it -> Sentence.of(it.rater(), rated(it));
            case DrillEvent.Observed it ->
                new Sentence(
                        it.by(),
                        "observed%s, as of %s"
                                .formatted(
                                        it.objective()
                                                .map(id -> " on “%s”".formatted(names.objective(id)))
                                                .orElse(""),
                                        Words.clock(it.at())),
                        it.text());
            case DrillEvent.ObjectiveRated it ->
                new Sentence(
                        it.by(),
                        "rated “%s” %s"
                                .formatted(
                                        names.objective(it.objective()),
                                        it.rating().label()),
                        it.reason());
            case DrillEvent.MarkOverruled it -> new Sentence(it.by(), ruled(it.ruling()), it.reason());
            case DrillEvent.ConditionUndecided it ->
                Sentence.of(
                        "Muster",
                        "gave “%s” up because %s".formatted(names.inject(it.inject()), names.spelled(it.reason())));
        };
    }

    private String ruled(DrillEvent.Ruling ruling) {
        return switch (ruling) {
            case DrillEvent.Ruling.OnCriterion it ->
                "ruled that message %s %s %s"
                        .formatted(
                                names.message(it.message()),
                                it.present() ? "shows" : "does not show",
                                names.criterion(it.criterion()));
            case DrillEvent.Ruling.OnStep it ->
                "marked “%s” %s".formatted(names.step(it.step()), Words.fine(it.mark()));
        };
    }

    private String rated(DrillEvent.MessageRated rated) {
        var shown = rated.marks().entrySet().stream()
                .filter(mark -> mark.getValue().present())
                .map(Map.Entry::getKey)
                .sorted()
                .map(names::criterion)
                .collect(joining(", "));
        var found = shown.isEmpty() ? "shows none of the criteria" : shown;
        return "read message %s: %s"
                .formatted(
                        names.message(rated.message()),
                        rated.remark()
                                .map(remark -> rated.marks().isEmpty() ? remark : found + "; " + remark)
                                .orElse(found));
    }
}
