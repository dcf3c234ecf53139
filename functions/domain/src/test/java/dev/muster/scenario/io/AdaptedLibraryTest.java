package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Adaptation;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every scenario of the library can be played on every plan. */
class AdaptedLibraryTest {

    private final Library library = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
    private final Plan plan = library.defaultPlan();
    private final List<Scenario> scenarios =
            library.scenarios().stream().map(library::scenario).toList();

    @Test
    void onTheDefaultPlanAScenarioStaysAsItIs() {
        for (var scenario : scenarios) {
            assertThat(Adaptation.of(scenario, plan, plan)).isEqualTo(new Adaptation(scenario, List.of()));
        }
    }

    @Property(tries = 40)
    void onAnyPlanItKeepsAllRulesAndEveryInject(@ForAll long seed) {
        var own = anyPlanLike(plan, new Random(seed));
        for (var scenario : scenarios) {
            var adapted = Adaptation.of(scenario, own, plan).scenario();

            assertThat(problems(adapted, own)).as(scenario.id()).isEmpty();
            assertThat(adapted.injects()).hasSameSizeAs(scenario.injects());
            assertThat(adapted.injects())
                    .allSatisfy(inject -> assertThat(inject.to()).isNotEmpty());
        }
    }

    @Property(tries = 20)
    void whatIsFittedFits(@ForAll long seed) {
        var own = anyPlanLike(plan, new Random(seed));
        for (var scenario : scenarios) {
            var adapted = Adaptation.of(scenario, own, plan).scenario();

            assertThat(Adaptation.of(adapted, own, plan)).isEqualTo(new Adaptation(adapted, List.of()));
        }
    }

    private static List<Problem> problems(Scenario scenario, Plan plan) {
        var document = Document.of(
                "adapted.json", ScenarioFormat.write(scenario).toString().getBytes(UTF_8));
        var problems = new ArrayList<Problem>();
        ScenarioRules.check(scenario, plan, new Spot(document, problems));
        return problems.stream().filter(Problem::isError).toList();
    }

    // ---- plans that organisations may have

    /** Some of the roles and steps, under the same names or others, owned by others, seen otherwise. */
    private static Plan anyPlanLike(Plan plan, Random random) {
        var roles = new LinkedHashMap<String, Role>();
        for (var role : plan.roles()) {
            if (random.nextInt(4) > 0) {
                var own =
                        random.nextBoolean() ? role : new Role("own-" + role.id(), role.name(), "", List.of(role.id()));
                roles.put(own.id(), own);
            }
        }
        roles.putIfAbsent("night-desk", new Role("night-desk", "Night desk", "", List.of()));
        var owners = List.copyOf(roles.keySet());
        var steps = new LinkedHashMap<String, Step>();
        for (var step : plan.steps()) {
            if (random.nextInt(4) > 0) {
                var owner = owners.get(random.nextInt(owners.size()));
                var id = random.nextBoolean() ? step.id() : "own-" + step.id();
                var standsFor = id.equals(step.id()) ? List.<String>of() : List.of(step.id());
                var own = with(step, id, standsFor, owner, random);
                steps.put(own.id(), own);
            }
        }
        var any = plan.steps().getFirst();
        steps.putIfAbsent(
                "own-all",
                with(any, "own-all", List.of("recognise", "scope", "hold-review"), owners.getFirst(), random));
        return new Plan(
                "own",
                "Own plan",
                1,
                "Somebody",
                plan.reviewed(),
                plan.realContact(),
                plan.bands(),
                List.copyOf(roles.values()),
                Set.of(),
                plan.approval(),
                plan.cadence(),
                List.of(),
                plan.variables(),
                List.of(),
                List.copyOf(steps.values()));
    }

    private static Step with(Step step, String id, List<String> standsFor, String owner, Random random) {
        var mode = Step.Mode.values()[random.nextInt(Step.Mode.values().length)];
        var evidence = random.nextBoolean() ? step.evidence() : new Evidence.Decision();
        return new Step(
                id,
                step.title(),
                step.phase(),
                step.source(),
                standsFor,
                random.nextInt(3) == 0 ? mode : step.mode(),
                owner,
                step.starts(),
                step.deadline(),
                step.zero(),
                step.each(),
                evidence,
                step.criteria(),
                step.without(),
                step.weight(),
                step.critical(),
                step.checklist());
    }
}
