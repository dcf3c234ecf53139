package dev.muster.web;

import dev.muster.drill.Correspondence;
import dev.muster.drill.DrillEvent.ActionReported;
import dev.muster.drill.DrillEvent.Assigned;
import dev.muster.drill.DrillEvent.DecisionMade;
import dev.muster.drill.DrillEvent.HandedOver;
import dev.muster.drill.DrillEvent.InjectReleased;
import dev.muster.drill.DrillEvent.NoteTaken;
import dev.muster.drill.DrillEvent.QuestionAnswered;
import dev.muster.drill.DrillEvent.QuestionAsked;
import dev.muster.drill.DrillEvent.Response;
import dev.muster.drill.EventLog;
import dev.muster.drill.Message;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Prompt;
import dev.muster.drill.Roster;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the team has done, as everybody in it may see, so that it can speak with one voice. No ratings, nothing of the
 * script, and nothing that came after the end.
 */
final class Room {

    private final Plan plan;
    private final Roster roster;
    private final EventLog log;
    private final Map<String, Prompt> prompts;

    Room(Plan plan, Roster roster, EventLog log) {
        this.plan = plan;
        this.roster = roster;
        this.log = log;
        this.prompts = log.all(InjectReleased.class)
                .map(one -> one.event().prompt())
                .collect(Collectors.toMap(Prompt::inject, prompt -> prompt, (first, second) -> first));
    }

    /** What kind of thing was done. */
    enum Kind {
        /** A message that is out. */
        MESSAGE,
        /** A message that waits for approval. */
        DRAFT,
        STEP,
        DECISION,
        ASSIGNMENT,
        NOTE,
        HANDOVER,
        /** The controller answered somebody's question for everybody. */
        ANSWER;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that was done.
     *
     * @param entry id of the log entry
     * @param at drill time
     * @param name the member's name; empty for the controller
     * @param role the role in which the member acted; empty for the controller
     * @param channel of a message, and of a prompt that was handed over
     * @param audience of a message
     * @param what the step's title, the chosen option's text, the role that was given work, the sender of what was handed
     *     over, the question that is answered; empty for messages and notes
     * @param text what was written, evidence, reason, the work, the names of those who stand in, the answer; may be blank
     */
    record Deed(
            String entry,
            Duration at,
            Kind kind,
            String name,
            String role,
            Optional<Channel> channel,
            Optional<Audience> audience,
            String what,
            String text) {}

    /** The latest first. */
    List<Deed> deeds() {
        return Stream.of(messages(), deedsOfOneStep(), answers())
                .flatMap(deeds -> deeds)
                .sorted(Comparator.comparing(Deed::at)
                        .thenComparing(Deed::entry)
                        .reversed())
                .toList();
    }

    private Stream<Deed> messages() {
        var letters = Correspondence.of(log);
        return Stream.concat(
                letters.sent().stream()
                        .map(sent -> message(sent.entries().getLast(), sent.at(), Kind.MESSAGE, sent.message())),
                letters.waiting().stream()
                        .map(draft -> message(
                                draft.entry(),
                                draft.at(),
                                Kind.DRAFT,
                                draft.event().message())));
    }

    private Deed message(String entry, Duration at, Kind kind, Message message) {
        return new Deed(
                entry,
                at,
                kind,
                name(message.member()),
                message.role(),
                Optional.of(message.channel()),
                Optional.of(message.audience()),
                "",
                message.text());
    }

    private Stream<Deed> deedsOfOneStep() {
        return log.all(Response.class).flatMap(one -> deed(one).stream());
    }

    private Optional<Deed> deed(Occurrence<Response> one) {
        return switch (one.event()) {
            case ActionReported it -> deed(one, Kind.STEP, step(it.step()), it.evidence());
            case DecisionMade it -> deed(one, Kind.DECISION, option(it), it.reason());
            case Assigned it -> deed(one, Kind.ASSIGNMENT, it.to(), it.what());
            case NoteTaken it -> deed(one, Kind.NOTE, "", it.text());
            case HandedOver it -> Optional.of(handover(one, it));
            default -> Optional.empty();
        };
    }

    private Optional<Deed> deed(Occurrence<Response> one, Kind kind, String what, String text) {
        return Optional.of(new Deed(
                one.entry(),
                one.at(),
                kind,
                name(one.event().member()),
                one.event().role(),
                Optional.empty(),
                Optional.empty(),
                what,
                text));
    }

    private Deed handover(Occurrence<Response> one, HandedOver handover) {
        var prompt = Optional.ofNullable(prompts.get(handover.inject()));
        return new Deed(
                one.entry(),
                one.at(),
                Kind.HANDOVER,
                name(handover.member()),
                handover.role(),
                prompt.map(Prompt::channel),
                Optional.empty(),
                prompt.map(Prompt::from).orElse(""),
                handover.to().stream().map(this::name).sorted().collect(Collectors.joining(", ")));
    }

    private Stream<Deed> answers() {
        var questions = log.all(QuestionAsked.class)
                .collect(Collectors.toMap(Occurrence::entry, one -> one.event().text(), (first, second) -> first));
        return log.all(QuestionAnswered.class)
                .filter(one -> one.event().toAll())
                .map(one -> new Deed(
                        one.entry(),
                        one.at(),
                        Kind.ANSWER,
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        questions.getOrDefault(one.event().question(), ""),
                        one.event().text()));
    }

    private String name(String member) {
        return roster.member(member).map(Member::name).orElse(member);
    }

    private String step(String id) {
        return plan.step(id).map(Step::title).orElse(id);
    }

    private String option(DecisionMade made) {
        return Stream.ofNullable(prompts.get(made.inject()))
                .flatMap(prompt -> prompt.options().stream())
                .filter(option -> option.id().equals(made.option()))
                .map(Prompt.Choice::text)
                .findFirst()
                .orElse(made.option());
    }
}
