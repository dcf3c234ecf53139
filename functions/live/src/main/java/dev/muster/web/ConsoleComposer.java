package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.MarkOverruled;
import dev.muster.drill.DrillEvent.QuestionAnswered;
import dev.muster.drill.DrillEvent.QuestionAsked;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Progress;
import dev.muster.drill.Prompt;
import dev.muster.drill.Proof;
import dev.muster.drill.Recipients;
import dev.muster.drill.Roster;
import dev.muster.drill.SentMessage;
import dev.muster.drill.StepClock;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import dev.muster.scoring.Scorer;
import dev.muster.web.Console.Doing;
import dev.muster.web.Console.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads from plan, scenario and log what the console shows. */
final class ConsoleComposer {

    private final Drill drill;
    private final Plan plan;
    private final Scenario scenario;
    private final Roster roster;
    private final List<LogEntry> entries;
    private final Progress progress;
    private final EventLog log;
    private final Recipients recipients;
    private final Duration now;

    ConsoleComposer(Drill drill, Plan plan, Scenario scenario, Roster roster, List<LogEntry> entries, Instant now) {
        this.drill = drill;
        this.plan = plan;
        this.scenario = scenario;
        this.roster = roster;
        this.entries = entries;
        this.progress = Progress.of(plan, scenario, entries);
        this.log = progress.log();
        this.recipients = new Recipients(roster, log);
        this.now = drill.drillTimeAt(now);
    }

    Console compose() {
        var card = Scorer.score(plan, scenario, entries);
        return new Console(
                scenario.roles().stream().map(this::lane).toList(),
                byInject(),
                plan.steps().stream()
                        .filter(ConsoleComposer::hasDeadline)
                        .flatMap(step -> step(step).stream())
                        .toList(),
                progress.correspondence().waiting().stream()
                        .map(one -> draft(one.event().message(), one.at()))
                        .toList(),
                progress.correspondence().sent().stream().map(this::sent).toList(),
                log.all(QuestionAsked.class).map(this::question).toList(),
                log.all(DrillEvent.Observed.class)
                        .map(ConsoleComposer::observation)
                        .sorted(Comparator.comparing(Console.Observation::at))
                        .toList(),
                card.objectives(),
                new Console.Score(card.score(), card.rating(), card.status()));
    }

    // ---- lanes

    private Console.Lane lane(String role) {
        var people = roster.participants().stream()
                .map(participant -> participant.member())
                .filter(member -> member.mayAct(role))
                .map(member -> new Console.Person(member.id(), member.name(), !member.holds(role)))
                .toList();
        var came = progress.released().stream()
                .filter(one -> one.event().prompt().to().contains(role))
                .map(ConsoleComposer::came);
        var done = log.all(DrillEvent.Response.class)
                .filter(one -> one.event().role().equals(role))
                .map(ConsoleComposer::done);
        var doings = Stream.concat(came, done)
                .sorted(Comparator.comparing(Doing::at))
                .toList();
        return new Console.Lane(role, plan.role(role).map(Role::name).orElse(role), people, doings);
    }

    private static Doing came(Occurrence<DrillEvent.InjectReleased> one) {
        var prompt = one.event().prompt();
        return new Doing(
                one.at(), "inject", prompt.title(), Optional.of(prompt.inject()), Optional.empty(), one.entry());
    }

    private static Doing done(Occurrence<DrillEvent.Response> one) {
        return switch (one.event()) {
            case DrillEvent.Acknowledged it -> doing(one, "acknowledged", "", Optional.of(it.inject()));
            case DrillEvent.MessageDrafted it -> written(one, "message-drafted", it.message());
            case DrillEvent.MessageSent it -> written(one, "message-sent", it.message());
            case DrillEvent.MessageApproved it -> doing(one, "message-approved", "", Optional.of(it.message()));
            case DrillEvent.MessageRefused it -> doing(one, "message-refused", it.reason(), Optional.of(it.message()));
            case DrillEvent.ActionReported it -> doing(one, "action-reported", it.evidence(), Optional.of(it.step()));
            case DrillEvent.DecisionMade it ->
                doing(one, "decision-made", it.option() + ": " + it.reason(), Optional.of(it.inject()));
            case DrillEvent.Assigned it ->
                doing(one, "assigned", it.what(), it.inject().or(it::step));
            case DrillEvent.NoteTaken it -> doing(one, "note-taken", it.text(), Optional.empty());
            case DrillEvent.QuestionAsked it -> doing(one, "question-asked", it.text(), it.inject());
            case DrillEvent.HandedOver it -> doing(one, "handed-over", "", Optional.of(it.inject()));
        };
    }

    private static Doing written(Occurrence<DrillEvent.Response> one, String kind, Message message) {
        return doing(one, kind, message.text(), message.answers().or(() -> Optional.of(message.id())));
    }

    private static Doing doing(Occurrence<DrillEvent.Response> one, String kind, String text, Optional<String> about) {
        return new Doing(one.at(), kind, text, about, Optional.of(one.event().member()), one.entry());
    }

    // ---- who has what

    private Map<String, List<Console.Recipient>> byInject() {
        var byInject = new LinkedHashMap<String, List<Console.Recipient>>();
        progress.released().forEach(one -> {
            var prompt = one.event().prompt();
            byInject.put(
                    prompt.inject(),
                    recipients.of(prompt).stream()
                            .sorted(Comparator.comparing(Member::id))
                            .map(member -> recipient(prompt, one.at(), member))
                            .toList());
        });
        return byInject;
    }

    private Console.Recipient recipient(Prompt prompt, Duration released, Member member) {
        var inject = prompt.inject();
        var acknowledged = first(
                member,
                event -> event instanceof DrillEvent.Acknowledged it
                        && it.inject().equals(inject));
        var answered = first(member, event -> answers(event, inject));
        var decided = first(
                member,
                event -> event instanceof DrillEvent.DecisionMade it
                        && it.inject().equals(inject));
        var silent = acknowledged.isEmpty() && answered.isEmpty() && decided.isEmpty();
        return new Console.Recipient(
                member.id(),
                member.name(),
                acknowledged,
                answered,
                decided,
                recipients.handedOver(inject, member.id()),
                silent && awaited(prompt, member) && isLate(prompt, released));
    }

    private boolean awaited(Prompt prompt, Member member) {
        return recipients.awaited(prompt).contains(member);
    }

    private boolean isLate(Prompt prompt, Duration released) {
        return prompt.acknowledge()
                .filter(within -> released.plus(within).compareTo(now) <= 0)
                .isPresent();
    }

    private Optional<Duration> first(Member member, Predicate<DrillEvent.Response> what) {
        return log.all(DrillEvent.Response.class)
                .filter(one -> one.event().member().equals(member.id()) && what.test(one.event()))
                .findFirst()
                .map(Occurrence::at);
    }

    private static boolean answers(DrillEvent.Response event, String inject) {
        var answers =
                switch (event) {
                    case DrillEvent.MessageSent it -> it.message().answers();
                    case DrillEvent.MessageDrafted it -> it.message().answers();
                    default -> Optional.<String>empty();
                };
        return answers.filter(inject::equals).isPresent();
    }

    // ---- the plan

    private static boolean hasDeadline(Step step) {
        return step.scored() && !(step.evidence() instanceof Evidence.Absence);
    }

    private Optional<Console.PlanStep> step(Step step) {
        var clocks = progress.clocks(step.id()).stream().map(this::time).toList();
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Console.PlanStep(
                        step.id(), step.title(), step.phase(), step.owner(), step.critical(), clocks));
    }

    private Console.StepTime time(StepClock clock) {
        var done = progress.doneBy(clock, progress.latest(now)).map(Proof::at);
        var until = drill.state().over() ? log.horizon() : now;
        var overdue = done.isEmpty() && clock.due().compareTo(until) <= 0;
        return new Console.StepTime(clock.inject(), clock.opened(), clock.due(), done, overdue);
    }

    // ---- words

    private static Console.Draft draft(Message message, Duration at) {
        return new Console.Draft(
                message.id(),
                message.member(),
                message.role(),
                at,
                message.channel(),
                message.audience(),
                message.text(),
                message.answers());
    }

    private Console.Sent sent(SentMessage sent) {
        var message = sent.message();
        return new Console.Sent(
                message.id(),
                message.member(),
                message.role(),
                sent.at(),
                message.channel(),
                message.audience(),
                message.text(),
                message.answers(),
                sent.approvalSkipped(),
                sent.marks().keySet().stream()
                        .sorted()
                        .map(criterion -> mark(sent, criterion))
                        .toList());
    }

    private Mark mark(SentMessage sent, Criterion criterion) {
        var mark = sent.marks().get(criterion);
        var automatic = progress.correspondence().automatic(sent.id()).get(criterion);
        var ruling = Optional.ofNullable(sent.overruled().get(criterion)).map(Occurrence::event);
        return new Mark(
                criterion,
                mark.present(),
                mark.unsure(),
                mark.quotes(),
                Optional.ofNullable(automatic).map(DrillEvent.CriterionMark::present),
                ruling.map(MarkOverruled::by),
                ruling.map(MarkOverruled::reason));
    }

    private Console.Question question(Occurrence<QuestionAsked> one) {
        var asked = one.event();
        return new Console.Question(
                one.entry(),
                asked.member(),
                roster.member(asked.member()).map(Member::name).orElse(asked.member()),
                asked.role(),
                one.at(),
                asked.text(),
                asked.inject(),
                log.all(QuestionAnswered.class)
                        .filter(answer -> answer.event().question().equals(one.entry()))
                        .findFirst()
                        .map(ConsoleComposer::reply));
    }

    private static Console.Reply reply(Occurrence<QuestionAnswered> one) {
        return new Console.Reply(
                one.event().by(), one.at(), one.event().text(), one.event().toAll());
    }

    private static Console.Observation observation(Occurrence<DrillEvent.Observed> one) {
        var seen = one.event();
        return new Console.Observation(one.entry(), seen.by(), seen.at(), seen.text(), seen.objective());
    }
}
