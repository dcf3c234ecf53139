package dev.muster.scenario.io;

import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Customer;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Objective;
import dev.muster.scenario.Option;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Release;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;

/** What must hold in a scenario that is played against a plan, beyond its schema. */
final class ScenarioRules {

    /** A scenario with the plan against which it is scored. */
    record Script(Scenario scenario, Plan plan) {

        List<String> injects() {
            return scenario.injects().stream().map(Inject::id).toList();
        }

        List<String> steps() {
            return plan.steps().stream().map(Step::id).toList();
        }
    }

    private static final List<Rule<Script>> RULES = List.of(
            ScenarioRules::injectsHaveTheirOwnIds,
            ScenarioRules::objectivesHaveTheirOwnIds,
            ScenarioRules::rolesAreThePlans,
            ScenarioRules::theScenarioLasts,
            ScenarioRules::objectivesAreShownByStepsOfThePlan,
            ScenarioRules::customersHaveTheirOwnIds,
            TextRules::variablesAreDeclared,
            forEachInject(ScenarioRules::receiversTakePart),
            forEachInject(ScenarioRules::expectationsAreStepsOfThePlan),
            forEachInject(ScenarioRules::timesLieWithinTheScenario),
            forEachInject(ScenarioRules::optionsHaveTheirOwnIds),
            forEachInject(ScenarioRules::customersAreKnown),
            forEachInject(ScenarioRules::jumpsAreScripted),
            forEachInject(ScenarioRules::laterStepsComeAfterAJump),
            forEachInject(ScenarioRules::conditionsCanCome));

    private ScenarioRules() {}

    static void check(Scenario scenario, Plan plan, Spot root) {
        Rule.checkAll(RULES, new Script(scenario, plan), root);
    }

    /** Checks and tells whether anything was rejected, be it here or before. */
    static boolean holds(Scenario scenario, Plan plan, Spot root) {
        check(scenario, plan, root);
        return !root.rejected();
    }

    private interface InjectRule {
        void check(Script script, Inject inject, Spot spot);
    }

    private static Rule<Script> forEachInject(InjectRule rule) {
        return (script, root) -> {
            var injects = script.scenario().injects();
            for (var index = 0; index < injects.size(); index++) {
                rule.check(script, injects.get(index), root.in("injects").item(index));
            }
        };
    }

    private static void injectsHaveTheirOwnIds(Script script, Spot root) {
        Rule.uniqueIds("inject", script.injects(), root.in("injects"));
    }

    private static void objectivesHaveTheirOwnIds(Script script, Spot root) {
        var ids = script.scenario().objectives().stream().map(Objective::id).toList();
        Rule.uniqueIds("objective", ids, root.in("objectives"));
    }

    private static void rolesAreThePlans(Script script, Spot root) {
        var known = script.plan().roles().stream().map(Role::id).toList();
        var complaint = "plan \"%s\" has no such role".formatted(script.plan().id());
        var roles = script.scenario().roles();
        for (var index = 0; index < roles.size(); index++) {
            Rule.known(roles.get(index), known, complaint, root.in("roles").item(index));
        }
    }

    private static void theScenarioLasts(Script script, Spot root) {
        Rule.positive(script.scenario().duration(), root.in("duration"));
    }

    private static void objectivesAreShownByStepsOfThePlan(Script script, Spot root) {
        var objectives = script.scenario().objectives();
        for (var index = 0; index < objectives.size(); index++) {
            var steps = objectives.get(index).steps();
            for (var step = 0; step < steps.size(); step++) {
                isStep(
                        steps.get(step),
                        script,
                        root.in("objectives").item(index).in("steps").item(step));
            }
        }
    }

    private static void receiversTakePart(Script script, Inject inject, Spot spot) {
        for (var index = 0; index < inject.to().size(); index++) {
            Rule.known(
                    inject.to().get(index),
                    script.scenario().roles(),
                    "inject to a role that takes no part in the scenario",
                    spot.in("to").item(index));
        }
    }

    private static void expectationsAreStepsOfThePlan(Script script, Inject inject, Spot spot) {
        for (var index = 0; index < inject.expects().size(); index++) {
            var id = inject.expects().get(index);
            var here = spot.in("expects").item(index);
            script.plan()
                    .step(id)
                    .ifPresentOrElse(step -> canBeExpected(step, inject, here), () -> isStep(id, script, here));
        }
    }

    private static void canBeExpected(Step step, Inject inject, Spot spot) {
        if (!step.scored()) {
            spot.reject("step \"%s\" is checked from records; no inject can expect it".formatted(step.id()));
        }
        if (step.evidence() instanceof Evidence.Decision && inject.options().isEmpty()) {
            spot.reject("step \"%s\" is proved by a decision, but this inject offers no options".formatted(step.id()));
        }
    }

    private static void timesLieWithinTheScenario(Script script, Inject inject, Spot spot) {
        inject.release().planned().ifPresent(at -> liesWithin(at, script.scenario(), spot.in("at")));
        inject.acknowledge().ifPresent(time -> Rule.positive(time, spot.in("acknowledge")));
    }

    static void liesWithin(Duration at, Scenario scenario, Spot spot) {
        if (at.compareTo(scenario.duration()) > 0) {
            spot.reject("%s is after the end of the scenario, which lasts %s"
                    .formatted(spot.written(), scenario.duration()));
        }
    }

    private static void optionsHaveTheirOwnIds(Script script, Inject inject, Spot spot) {
        Rule.uniqueIds("option", inject.options().stream().map(Option::id).toList(), spot.in("options"));
    }

    private static void customersHaveTheirOwnIds(Script script, Spot root) {
        var ids = script.scenario().customers().stream().map(Customer::id).toList();
        Rule.uniqueIds("customer", ids, root.in("customers"));
    }

    private static void customersAreKnown(Script script, Inject inject, Spot spot) {
        var known = script.scenario().customers().stream().map(Customer::id).toList();
        inject.customer()
                .ifPresent(id -> Rule.known(id, known, "the scenario has no such customer", spot.in("customer")));
    }

    private static void jumpsAreScripted(Script script, Inject inject, Spot spot) {
        inject.jump().ifPresent(by -> {
            Rule.positive(by, spot.in("jump"));
            if (!(inject.release() instanceof Release.Scripted)) {
                spot.in("jump").rejectKey("only a scripted inject (`at` alone) can jump: time leaps for everybody");
            }
        });
    }

    /** What is done days later is rehearsed for real only where days have passed. */
    private static void laterStepsComeAfterAJump(Script script, Inject inject, Spot spot) {
        if (!(inject.release() instanceof Release.Scripted scripted)
                || script.scenario().jumpedBy(scripted.at())) {
            return;
        }
        for (var index = 0; index < inject.expects().size(); index++) {
            var here = spot.in("expects").item(index);
            script.plan()
                    .step(inject.expects().get(index))
                    .filter(step -> step.mode() == Step.Mode.TIME_JUMP)
                    .ifPresent(step -> here.reject(
                            "step \"%s\" is done days later, but no time jump comes before; give this inject or an earlier one jump: P3D"
                                    .formatted(step.id())));
        }
    }

    static void conditionsCanCome(Script script, Inject inject, Spot spot) {
        switch (inject.release()) {
            case Release.Scripted scripted -> {}
            case Release.Contingency contingency -> contingencyCanCome(script, inject, contingency.condition(), spot);
            case Release.Reactive reactive ->
                new ConditionRules(script, inject).check(reactive.condition(), spot.in("after"));
            case Release.Ready ready -> {}
        }
    }

    /** {@code unless: …} is a contingency on the contrary. */
    private static void contingencyCanCome(Script script, Inject inject, Condition condition, Spot spot) {
        if (condition instanceof Not not && spot.has("unless")) {
            new ConditionRules(script, inject).check(not.of(), spot.in("unless"));
        } else {
            new ConditionRules(script, inject).check(condition, spot.in("when"));
        }
    }

    private static void isStep(String id, Script script, Spot spot) {
        var complaint = "plan \"%s\" has no such step".formatted(script.plan().id());
        Rule.known(id, script.steps(), complaint, spot);
    }

    /** What must hold in the condition of an inject. */
    private record ConditionRules(Script script, Inject inject) {

        void check(Condition condition, Spot spot) {
            switch (condition) {
                case StepDone done -> isStep(done.step(), script, spot.in("step-done"));
                case StepOverdue overdue -> isStep(overdue.step(), script, spot.in("step-overdue"));
                case Answered answered -> isOtherInject(answered.inject(), spot.in("answered"));
                case Released released -> isOtherInject(released.inject(), spot.in("released"));
                case Acknowledged acknowledged -> isOtherInject(acknowledged.inject(), spot.in("acknowledged"));
                case Decided decided -> checkDecided(decided, spot);
                case Shown shown -> checkMessages(shown.among(), spot);
                case Lacking lacking -> checkMessages(lacking.among(), spot);
                case All all -> checkEach(all.of(), spot.in("all"));
                case Any any -> checkEach(any.of(), spot.in("any"));
                case Not not -> check(not.of(), spot.in("not"));
            }
        }

        private void checkEach(List<Condition> conditions, Spot spot) {
            for (var index = 0; index < conditions.size(); index++) {
                check(conditions.get(index), spot.item(index));
            }
        }

        private void checkMessages(Messages among, Spot spot) {
            among.answering().ifPresent(id -> isOtherInject(id, spot.in("answering")));
        }

        private void checkDecided(Decided decided, Spot spot) {
            isOtherInject(decided.inject(), spot.in("decided"));
            script.scenario().inject(decided.inject()).ifPresent(asking -> {
                if (asking.options().isEmpty()) {
                    spot.in("decided").reject("inject \"%s\" asks for no decision".formatted(asking.id()));
                } else {
                    decided.option().ifPresent(option -> isOption(option, asking, spot.in("option")));
                }
            });
        }

        private void isOtherInject(String id, Spot spot) {
            if (id.equals(inject.id())) {
                spot.reject("an inject cannot wait for itself");
            }
            isInject(id, script.scenario(), spot);
        }
    }

    static void isInject(String id, Scenario scenario, Spot spot) {
        var injects = scenario.injects().stream().map(Inject::id).toList();
        Rule.known(id, injects, "the scenario has no such inject", spot);
    }

    static void isOption(String id, Inject inject, Spot spot) {
        var options = inject.options().stream().map(Option::id).toList();
        Rule.known(id, options, "inject \"%s\" has no such option".formatted(inject.id()), spot);
    }
}
