package dev.muster.composer;

import static java.util.stream.Collectors.toMap;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Progress;
import dev.muster.drill.Prompt;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Rating;
import dev.muster.scenario.Scenario;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.Scorer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Composes a drill's log, minute by minute:
 * {@code aDrill().of(outage()).against(plan()).started().at(0).releases("alert").at(4).by("operations").reports(…)}.
 */
public final class DrillComposer {

    /** When every composed drill starts. */
    public static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private final List<LogEntry> log = new ArrayList<>();
    private Plan plan = PlanComposer.aPlan().compose();
    private Scenario scenario = ScenarioComposer.aScenario().compose();
    private Duration now = Duration.ZERO;
    private String role = "crisis-lead";
    private Optional<String> answers = Optional.empty();
    private Set<String> steps = Set.of();

    private DrillComposer() {}

    public static DrillComposer aDrill() {
        return new DrillComposer();
    }

    public DrillComposer of(ScenarioComposer composed) {
        return of(composed.compose());
    }

    public DrillComposer of(Scenario rehearsed) {
        scenario = rehearsed;
        return this;
    }

    public DrillComposer against(PlanComposer composed) {
        return against(composed.compose());
    }

    public DrillComposer against(Plan measure) {
        plan = measure;
        return this;
    }

    /** From here on it is this minute of the drill. */
    public DrillComposer at(int minute) {
        return at(Duration.ofMinutes(minute));
    }

    public DrillComposer at(Duration drillTime) {
        now = drillTime;
        return this;
    }

    /** From here on somebody in this role acts. */
    public DrillComposer by(String acting) {
        role = acting;
        return this;
    }

    public DrillComposer started() {
        return happens("started", new DrillEvent.Started());
    }

    public DrillComposer ends() {
        return happens("ended", new DrillEvent.Ended("clock", DrillEvent.Ended.Reason.TIME, ""));
    }

    public DrillComposer releases(String... injects) {
        Stream.of(injects).forEach(id -> {
            var inject = scenario.inject(id).orElseThrow(() -> new IllegalArgumentException("no inject " + id));
            happens(
                    "inject." + id,
                    new DrillEvent.InjectReleased(
                            Prompt.of(inject), NOON.plus(now), "its time had come", false, inject.jump()));
        });
        return this;
    }

    public DrillComposer withholds(String inject) {
        return happens("inject." + inject, new DrillEvent.InjectWithheld(inject, "its condition did not hold"));
    }

    public DrillComposer acknowledges(String inject) {
        return happens("acknowledged." + inject + "." + role, new DrillEvent.Acknowledged(member(), role, inject));
    }

    /** The next message answers this inject. */
    public DrillComposer answering(String inject) {
        answers = Optional.of(inject);
        return this;
    }

    /** The next message means these steps. */
    public DrillComposer meaning(String... meant) {
        steps = Set.of(meant);
        return this;
    }

    public DrillComposer sends(String id, Channel channel, Audience audience) {
        return happens("sent." + id, new DrillEvent.MessageSent(message(id, channel, audience), false));
    }

    public DrillComposer drafts(String id, Channel channel, Audience audience) {
        return happens("drafted." + id, new DrillEvent.MessageDrafted(message(id, channel, audience)));
    }

    public DrillComposer approves(String message) {
        return happens("ruling." + message, new DrillEvent.MessageApproved(member(), role, message));
    }

    public DrillComposer refuses(String message) {
        return happens("ruling." + message, new DrillEvent.MessageRefused(member(), role, message, "Not like this."));
    }

    public DrillComposer reports(String step, String evidence) {
        return happens(
                "action." + log.size() + "." + step, new DrillEvent.ActionReported(member(), role, step, evidence));
    }

    public DrillComposer decides(String inject, String option) {
        return happens(
                "decision." + log.size() + "." + inject,
                new DrillEvent.DecisionMade(member(), role, inject, option, "It has to be."));
    }

    /** A rater reads the message and finds these criteria, and none of the others. */
    public DrillComposer rated(String message, Criterion... shown) {
        var found = Set.of(shown);
        var marks = Stream.of(Criterion.values())
                .collect(toMap(one -> one, one -> mark(found.contains(one), "words of " + one.label())));
        return happens("rated." + message, new DrillEvent.MessageRated(message, "test-1", marks));
    }

    /** An evaluator says whether the message shows the criterion. */
    public DrillComposer rules(String message, Criterion criterion, boolean present) {
        return evaluates(new DrillEvent.MarkOverruled(
                "ines", new DrillEvent.Ruling.OnCriterion(message, criterion, present), "I read it."));
    }

    /** An evaluator marks a step. */
    public DrillComposer marks(String step, double mark) {
        return evaluates(
                new DrillEvent.MarkOverruled("ines", new DrillEvent.Ruling.OnStep(step, mark), "I was there."));
    }

    /** An evaluator rates an objective. */
    public DrillComposer rates(String objective, Rating rating) {
        return evaluates(new DrillEvent.ObjectiveRated("ines", objective, rating, "I know better."));
    }

    private DrillComposer evaluates(DrillEvent word) {
        return happens("evaluation.ines.%03d".formatted(log.size()), word);
    }

    /** A rater reads the message, rather guesses that it shows the criterion, and finds none of the others. */
    public DrillComposer ratedUnsurely(String message, Criterion perhaps) {
        var marks = Stream.of(Criterion.values())
                .collect(toMap(
                        one -> one,
                        one -> one == perhaps
                                ? new CriterionMark(true, 0.5, List.of("words of " + one.label()))
                                : mark(false, "")));
        return happens("rated." + message, new DrillEvent.MessageRated(message, "test-1", marks));
    }

    private static CriterionMark mark(boolean present, String quote) {
        return new CriterionMark(present, present ? 1 : 0, present ? List.of(quote) : List.of());
    }

    public DrillComposer happens(String entry, DrillEvent event) {
        log.add(new LogEntry(entry, NOON.plus(now), now, event));
        return this;
    }

    private Message message(String id, Channel channel, Audience audience) {
        var message = new Message(id, member(), role, channel, audience, "The text of " + id, answers, steps);
        answers = Optional.empty();
        steps = Set.of();
        return message;
    }

    private String member() {
        return "m-" + role;
    }

    public List<LogEntry> log() {
        return List.copyOf(log);
    }

    public Plan plan() {
        return plan;
    }

    public Scenario scenario() {
        return scenario;
    }

    public Progress progress() {
        return Progress.of(plan, scenario, log);
    }

    public Scorecard scorecard() {
        return Scorer.score(plan, scenario, log);
    }
}
