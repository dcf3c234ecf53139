package dev.muster.scenario.io;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold in recorded responses to a scenario that is played against a plan. */
final class ResponsesRules {

    /** Responses with what they refer to. */
    private record Recording(Responses responses, Scenario scenario, Plan plan) {

        List<String> drafts() {
            return responses.answers().stream()
                    .filter(answer -> answer.doing() instanceof Doing.Message)
                    .flatMap(answer -> answer.ref().stream())
                    .toList();
        }

        Optional<Answer> draft(String ref) {
            return responses.answers().stream()
                    .filter(answer -> answer.ref().equals(Optional.of(ref)))
                    .filter(answer -> answer.doing() instanceof Doing.Message)
                    .findFirst();
        }
    }

    private static final List<Rule<Recording>> RULES = List.of(
            ResponsesRules::refsAreUnique,
            forEachAnswer(ResponsesRules::roleTakesPart),
            forEachAnswer(ResponsesRules::timeCanCome),
            forEachAnswer(ResponsesRules::whatIsDoneExists));

    private ResponsesRules() {}

    static void check(Responses responses, Scenario scenario, Plan plan, Spot root) {
        Rule.checkAll(RULES, new Recording(responses, scenario, plan), root);
    }

    private interface AnswerRule {
        void check(Recording recording, Answer answer, Spot spot);
    }

    private static Rule<Recording> forEachAnswer(AnswerRule rule) {
        return (recording, root) -> {
            var answers = recording.responses().answers();
            for (var index = 0; index < answers.size(); index++) {
                rule.check(recording, answers.get(index), root.in("answers").item(index));
            }
        };
    }

    private static void refsAreUnique(Recording recording, Spot root) {
        var refs = recording.responses().answers().stream()
                .map(answer -> answer.ref().orElse(null))
                .toList();
        Rule.uniqueIds("answer", refs, root.in("answers"));
    }

    private static void roleTakesPart(Recording recording, Answer answer, Spot spot) {
        isRole(answer.role(), recording, spot.in("role"));
    }

    private static void timeCanCome(Recording recording, Answer answer, Spot spot) {
        switch (answer.when()) {
            case When.At time -> ScenarioRules.liesWithin(time.at(), recording.scenario(), spot.in("at"));
            case When.After after -> ScenarioRules.isInject(after.inject(), recording.scenario(), spot.in("after"));
        }
    }

    private static void whatIsDoneExists(Recording recording, Answer answer, Spot spot) {
        switch (answer.doing()) {
            case Doing.Message message -> message(message, recording, spot.in("message"));
            case Doing.Approve approve -> follows(approve.message(), answer, recording, spot.in("approve"));
            case Doing.Refuse refuse ->
                follows(refuse.message(), answer, recording, spot.in("refuse").in("message"));
            case Doing.Action action ->
                isStep(action.step(), recording, spot.in("action").in("step"));
            case Doing.Decision decision -> decision(decision, recording, spot.in("decision"));
            case Doing.Assign assign -> {
                isRole(assign.to(), recording, spot.in("assign").in("to"));
                assign.step()
                        .ifPresent(step ->
                                isStep(step, recording, spot.in("assign").in("step")));
            }
            case Doing.Acknowledge acknowledge -> {}
            case Doing.Note note -> {}
        }
    }

    private static void message(Doing.Message message, Recording recording, Spot spot) {
        message.answers().ifPresent(inject -> ScenarioRules.isInject(inject, recording.scenario(), spot.in("answers")));
        message.steps().forEach(step -> isStep(step, recording, spot.in("steps").item(step)));
    }

    private static void decision(Doing.Decision decision, Recording recording, Spot spot) {
        ScenarioRules.isInject(decision.inject(), recording.scenario(), spot.in("inject"));
        recording
                .scenario()
                .inject(decision.inject())
                .ifPresent(inject -> ScenarioRules.isOption(decision.option(), inject, spot.in("option")));
    }

    /** An approval or a refusal comes after the draft that it is about, as far as that can be known. */
    private static void follows(String ref, Answer answer, Recording recording, Spot spot) {
        Rule.known(ref, recording.drafts(), "no message has this id", spot);
        recording
                .draft(ref)
                .filter(draft -> comesBefore(answer, draft, recording.scenario()))
                .ifPresent(draft ->
                        spot.reject("comes before the message \"%s\" is drafted; let it come later".formatted(ref)));
    }

    private static boolean comesBefore(Answer answer, Answer draft, Scenario scenario) {
        if (answer.when() instanceof When.After after
                && draft.when() instanceof When.After other
                && after.inject().equals(other.inject())) {
            return after.delay().compareTo(other.delay()) < 0;
        }
        var time = timeOf(answer.when(), scenario);
        var drafted = timeOf(draft.when(), scenario);
        return time.isPresent() && drafted.isPresent() && time.get().compareTo(drafted.get()) < 0;
    }

    /** In drill time; nothing if it hangs on when, or whether, a reactive inject comes. */
    private static Optional<Duration> timeOf(When when, Scenario scenario) {
        return switch (when) {
            case When.At time -> Optional.of(time.at());
            case When.After after ->
                scenario.inject(after.inject())
                        .flatMap(it -> it.release().planned())
                        .map(after.delay()::plus);
        };
    }

    private static void isRole(String role, Recording recording, Spot spot) {
        Rule.known(role, recording.scenario().roles(), "this role takes no part in the scenario", spot);
    }

    private static void isStep(String step, Recording recording, Spot spot) {
        var steps = recording.plan().steps().stream().map(Step::id).toList();
        Rule.known(
                step,
                steps,
                "plan \"%s\" has no such step".formatted(recording.plan().id()),
                spot);
    }
}
