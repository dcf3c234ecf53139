package dev.muster.scenario.io;

import dev.muster.scenario.Evidence;
import dev.muster.scenario.MessageTemplate;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import java.util.List;

/** What must hold in a plan beyond its schema. */
final class PlanRules {

    private static final List<Rule<Plan>> RULES = List.of(
            (plan, root) ->
                    Rule.uniqueIds("role", plan.roles().stream().map(Role::id).toList(), root.in("roles")),
            (plan, root) ->
                    Rule.uniqueIds("step", plan.steps().stream().map(Step::id).toList(), root.in("steps")),
            PlanRules::speakersAreRoles,
            PlanRules::approversAreRoles,
            PlanRules::somebodyElseApproves,
            PlanRules::cadenceHasTime,
            PlanRules::everyPracticeIsCovered,
            PlanRules::templatesHaveTheirOwnIds,
            PlanRules::templatesAreForSteps,
            forEachStep(PlanRules::ownerIsARole),
            forEachStep(PlanRules::deadlineIsATime),
            forEachStep(PlanRules::zeroIsNotBeforeTheDeadline),
            forEachStep(PlanRules::whatRefersToAnInjectStartsWithOne),
            forEachStep(PlanRules::criteriaSpeakForAMessage),
            forEachStep(PlanRules::nothingIsDemandedAndForbidden));

    private PlanRules() {}

    static void check(Plan plan, Spot root) {
        Rule.checkAll(RULES, plan, root);
    }

    private interface StepRule {
        void check(Plan plan, Step step, Spot spot);
    }

    private static Rule<Plan> forEachStep(StepRule rule) {
        return (plan, root) -> {
            for (var index = 0; index < plan.steps().size(); index++) {
                rule.check(plan, plan.steps().get(index), root.in("steps").item(index));
            }
        };
    }

    private static void speakersAreRoles(Plan plan, Spot root) {
        plan.speakers().forEach(role -> isRole(role, plan, root.in("speakers").item(role)));
    }

    private static void approversAreRoles(Plan plan, Spot root) {
        plan.approval()
                .by()
                .forEach(role -> isRole(role, plan, root.in("approval").in("by").item(role)));
    }

    /** Nobody decides on a draft of their own, so whoever writes and alone approves waits for ever. */
    private static void somebodyElseApproves(Plan plan, Spot root) {
        if (plan.approval().by().size() != 1) {
            return;
        }
        var lone = plan.approval().by().iterator().next();
        var own = plan.steps().stream()
                .filter(step -> step.owner().equals(lone) && isApproved(step, plan))
                .map(Step::id)
                .toList();
        if (!own.isEmpty()) {
            root.in("approval")
                    .in("by")
                    .warn("\"%s\" alone approves what it writes itself (%s), and nobody approves a draft of their own;"
                                    .formatted(lone, String.join(", ", own))
                            + " let another role approve, too, or give this one a deputy in the team");
        }
    }

    private static boolean isApproved(Step step, Plan plan) {
        return step.evidence() instanceof Evidence.Message message
                && message.audiences().stream().anyMatch(plan.approval()::demandedFor);
    }

    private static void cadenceHasTime(Plan plan, Spot root) {
        plan.cadence().ifPresent(cadence -> {
            Rule.positive(cadence.every(), root.in("cadence").in("every"));
            Rule.positive(cadence.then(), root.in("cadence").in("then"));
        });
    }

    private static void everyPracticeIsCovered(Plan plan, Spot root) {
        var uncovered = SchemaCheck.practices();
        plan.steps().forEach(step -> uncovered.removeAll(step.source()));
        if (!uncovered.isEmpty()) {
            root.in("steps")
                    .warnKey("no step covers %s; name it in the source of a step"
                            .formatted(String.join(", ", uncovered)));
        }
    }

    private static void templatesHaveTheirOwnIds(Plan plan, Spot root) {
        var ids = plan.templates().stream().map(MessageTemplate::id).toList();
        Rule.uniqueIds("template", ids, root.in("templates"));
    }

    private static void templatesAreForSteps(Plan plan, Spot root) {
        var known = plan.steps().stream().map(Step::id).toList();
        for (var index = 0; index < plan.templates().size(); index++) {
            var spot = root.in("templates").item(index).in("steps");
            plan.templates()
                    .get(index)
                    .steps()
                    .forEach(step -> Rule.known(step, known, "the plan has no such step", spot.item(step)));
        }
    }

    private static void ownerIsARole(Plan plan, Step step, Spot spot) {
        isRole(step.owner(), plan, spot.in("owner"));
    }

    private static void isRole(String role, Plan plan, Spot spot) {
        Rule.known(role, plan.roles().stream().map(Role::id).toList(), "the plan has no such role", spot);
    }

    private static void deadlineIsATime(Plan plan, Step step, Spot spot) {
        if (StepFormat.hasClock(step.mode(), step.evidence())) {
            Rule.positive(step.deadline(), spot.in("deadline"));
        }
    }

    private static void zeroIsNotBeforeTheDeadline(Plan plan, Step step, Spot spot) {
        if (step.zero().compareTo(step.deadline()) < 0) {
            spot.in("zero")
                    .reject("zero (%s) comes before the deadline (%s); a late step cannot lose before it is late"
                            .formatted(
                                    spot.in("zero").written(),
                                    spot.in("deadline").written()));
        }
    }

    /** An answer, a decision and a count of inquiries all need the inject that they belong to. */
    private static void whatRefersToAnInjectStartsWithOne(Plan plan, Step step, Spot spot) {
        if (step.starts() == Step.Starts.EXPECTED) {
            return;
        }
        if (step.evidence() instanceof Evidence.Answer || step.evidence() instanceof Evidence.Decision) {
            spot.in("evidence").reject("an answer or a decision belongs to an inject; it needs starts: expected");
        }
        if (step.each()) {
            spot.in("each").reject("\"each\" counts injects that expect the step; it needs starts: expected");
        }
    }

    private static void criteriaSpeakForAMessage(Plan plan, Step step, Spot spot) {
        step.criteria().stream().filter(criterion -> !criterion.positive()).forEach(criterion -> spot.in("criteria")
                .item(criterion.label())
                .reject("criterion \"%s\" speaks against a message; put it under without"
                        .formatted(criterion.label())));
    }

    private static void nothingIsDemandedAndForbidden(Plan plan, Step step, Spot spot) {
        step.without().stream().filter(step.criteria()::contains).forEach(criterion -> spot.in("without")
                .item(criterion.label())
                .reject("criterion \"%s\" is both demanded and forbidden; remove it from one of the two"
                        .formatted(criterion.label())));
    }
}
