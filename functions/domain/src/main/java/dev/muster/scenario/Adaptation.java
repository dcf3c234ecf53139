package dev.muster.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A scenario fitted to the plan that it is played on, so that an organisation rehearses any scenario of the library by its
 * own plan. Roles and steps become the plan's: those of the same id, else those that the plan lets stand for them. What
 * the plan has nothing for is left out or goes to whoever leads in the crisis, and is said.
 *
 * <p>An inject that waits for a step which the plan lacks becomes ready-to-fire: whether it suits is for the trainer to
 * see. To count the step as not done would send the team a reproach for something that nobody asked of it.
 *
 * @param findings what a trainer should know before the drill, in the order of the script
 */
public record Adaptation(Scenario scenario, List<Finding> findings) {

    /**
     * Something that the scenario asks for and that the plan does otherwise or not at all.
     *
     * @param at where the scenario asks for it, as a JSON pointer into its file
     */
    public record Finding(String at, String message) {}

    public Adaptation {
        findings = List.copyOf(findings);
    }

    /** @param standard the default plan, for which scenarios of the library are written */
    public static Adaptation of(Scenario scenario, Plan plan, Plan standard) {
        return new Fitting(scenario, plan, standard).fitted();
    }

    /** What there is to say, each thing once. */
    public List<String> words() {
        return findings.stream().map(Finding::message).distinct().toList();
    }

    private static final class Fitting {

        private final Scenario scenario;
        private final Plan plan;
        private final Plan standard;
        private final List<Finding> findings = new ArrayList<>();

        Fitting(Scenario scenario, Plan plan, Plan standard) {
            this.scenario = scenario;
            this.plan = plan;
            this.standard = standard;
        }

        Adaptation fitted() {
            var roles = roles();
            var objectives = objectives();
            var injects = new ArrayList<Inject>();
            for (var index = 0; index < scenario.injects().size(); index++) {
                injects.add(inject(scenario.injects().get(index), "/injects/" + index));
            }
            injects.forEach(inject -> roles.addAll(inject.to()));
            return new Adaptation(scenario.with(List.copyOf(roles), objectives, injects), findings);
        }

        // ---- who

        private Set<String> roles() {
            var roles = new LinkedHashSet<String>();
            for (var index = 0; index < scenario.roles().size(); index++) {
                var id = scenario.roles().get(index);
                if (plan.roleFor(id).isEmpty()) {
                    find(
                            "/roles/" + index,
                            "the scenario has a role \"%s\"; %s has no such role, so that \"%s\" gets what is meant for it"
                                    .formatted(id, named(), plan.standIn().id()));
                }
                roles.add(role(id));
            }
            return roles;
        }

        private String role(String id) {
            return plan.roleFor(id).orElseGet(plan::standIn).id();
        }

        /** Where the script reaches whoever does a step by the default plan, it has to reach whoever does it by this one. */
        private List<String> receivers(Inject inject, Map<String, List<Step>> expected, String at) {
            var to = new LinkedHashSet<String>();
            inject.to().forEach(id -> to.add(role(id)));
            expected.forEach((id, steps) -> {
                var reached = standard.step(id).map(Step::owner).filter(inject.to()::contains);
                for (var step : steps) {
                    if (reached.isPresent() && to.add(step.owner())) {
                        find(
                                at + "/to",
                                "inject \"%s\" goes to \"%s\", too, who does \"%s\" by %s"
                                        .formatted(inject.id(), step.owner(), step.id(), named()));
                    }
                }
            });
            return List.copyOf(to);
        }

        // ---- what is expected

        private List<Objective> objectives() {
            var objectives = new ArrayList<Objective>();
            for (var index = 0; index < scenario.objectives().size(); index++) {
                var objective = scenario.objectives().get(index);
                var steps = objective.steps().stream()
                        .flatMap(id -> plan.stepsFor(id).stream())
                        .map(Step::id)
                        .distinct()
                        .toList();
                if (steps.isEmpty() && !objective.steps().isEmpty()) {
                    find(
                            "/objectives/" + index,
                            "the objective \"%s\" is left out; %s has none of its steps"
                                    .formatted(objective.title(), named()));
                } else {
                    objectives.add(new Objective(objective.id(), objective.title(), steps));
                }
            }
            return objectives;
        }

        private Inject inject(Inject inject, String at) {
            var expected = new LinkedHashMap<String, List<Step>>();
            for (var index = 0; index < inject.expects().size(); index++) {
                var id = inject.expects().get(index);
                expected.put(id, expected(inject, id, at + "/expects/" + index));
            }
            var steps = expected.values().stream().flatMap(List::stream).map(Step::id);
            return inject.with(
                    release(inject, at),
                    receivers(inject, expected, at),
                    steps.distinct().toList());
        }

        private List<Step> expected(Inject inject, String id, String at) {
            var steps = plan.stepsFor(id);
            if (steps.isEmpty()) {
                find(at, "inject \"%s\" expects \"%s\"; %s has no such step".formatted(inject.id(), id, named()));
            }
            return steps.stream()
                    .filter(step -> canBeExpected(step, inject, at))
                    .toList();
        }

        private boolean canBeExpected(Step step, Inject inject, String at) {
            var reason = unfit(step, inject);
            reason.ifPresent(words ->
                    find(at, "inject \"%s\" does not expect \"%s\": %s".formatted(inject.id(), step.id(), words)));
            return reason.isEmpty();
        }

        private Optional<String> unfit(Step step, Inject inject) {
            if (!step.scored()) {
                return Optional.of(named() + " has it looked up in records, not seen in a drill");
            }
            if (step.evidence() instanceof Evidence.Decision && inject.options().isEmpty()) {
                return Optional.of("in %s a decision proves it, and the inject offers no options".formatted(named()));
            }
            if (step.mode() == Step.Mode.TIME_JUMP && comesBeforeAnyJump(inject)) {
                return Optional.of("in %s it is done days later, and the scenario has not jumped ahead by then"
                        .formatted(named()));
            }
            return Optional.empty();
        }

        private boolean comesBeforeAnyJump(Inject inject) {
            return inject.release() instanceof Release.Scripted scripted && !scenario.jumpedBy(scripted.at());
        }

        // ---- when

        private Release release(Inject inject, String at) {
            return switch (inject.release()) {
                case Release.Contingency it ->
                    condition(it.condition())
                            .<Release>map(condition -> new Release.Contingency(it.at(), condition))
                            .orElseGet(() -> ready(inject, it.condition(), Optional.of(it.at()), at));
                case Release.Reactive it ->
                    condition(it.condition())
                            .<Release>map(condition -> new Release.Reactive(condition, it.delay()))
                            .orElseGet(() -> ready(inject, it.condition(), Optional.empty(), at));
                case Release.Scripted it -> it;
                case Release.Ready it -> it;
            };
        }

        private Release ready(Inject inject, Condition condition, Optional<Duration> when, String at) {
            var lacking = steps(condition)
                    .filter(id -> seen(id).isEmpty())
                    .distinct()
                    .map(id -> '"' + id + '"')
                    .toList();
            var steps = String.join(" and ", lacking);
            find(
                    at,
                    "inject \"%s\" waits for %s, which %s cannot show; it becomes ready-to-fire, and you release it if it suits"
                            .formatted(inject.id(), steps, named()));
            var time = when.map(it -> "About " + it.toMinutes() + " minutes in, if")
                    .orElse("If");
            return new Release.Ready("%s it suits what the team did: the script waits for %s, which %s cannot show"
                    .formatted(time, steps, named()));
        }

        private static Stream<String> steps(Condition condition) {
            return switch (condition) {
                case Condition.StepDone it -> Stream.of(it.step());
                case Condition.StepOverdue it -> Stream.of(it.step());
                case Condition.All it -> it.of().stream().flatMap(Fitting::steps);
                case Condition.Any it -> it.of().stream().flatMap(Fitting::steps);
                case Condition.Not it -> steps(it.of());
                default -> Stream.empty();
            };
        }

        /** The condition in the plan's own steps; empty if it hangs on a step that the plan lacks. */
        private Optional<Condition> condition(Condition condition) {
            return switch (condition) {
                case Condition.StepDone it -> each(it.step(), Condition.StepDone::new, Condition.All::new);
                case Condition.StepOverdue it ->
                    each(it.step(), id -> new Condition.StepOverdue(id, it.by()), Condition.Any::new);
                case Condition.All it -> conditions(it.of()).map(Condition.All::new);
                case Condition.Any it -> conditions(it.of()).map(Condition.Any::new);
                case Condition.Not it -> condition(it.of()).map(Condition.Not::new);
                default -> Optional.of(condition);
            };
        }

        /** Several steps that stand for one are done when all are, and overdue when any is. */
        private Optional<Condition> each(
                String id, Function<String, Condition> on, Function<List<Condition>, Condition> joining) {
            var conditions = seen(id).stream().map(step -> on.apply(step.id())).toList();
            return switch (conditions.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(conditions.getFirst());
                default -> Optional.of(joining.apply(conditions));
            };
        }

        private Optional<List<Condition>> conditions(List<Condition> parts) {
            var fitted =
                    parts.stream().flatMap(part -> condition(part).stream()).toList();
            return Optional.of(fitted).filter(all -> all.size() == parts.size());
        }

        /** What looks into records would never be done in a drill. */
        private List<Step> seen(String id) {
            return plan.stepsFor(id).stream().filter(Step::scored).toList();
        }

        private String named() {
            return "plan \"%s\"".formatted(plan.id());
        }

        private void find(String at, String message) {
            findings.add(new Finding(at, message));
        }
    }
}
