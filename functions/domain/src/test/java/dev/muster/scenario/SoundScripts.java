package dev.muster.scenario;

import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.StepComposer.aStep;

import dev.muster.composer.StepComposer;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/**
 * Any scenario that makes sense in itself: ids differ, receivers take part, customers exist, conditions name what
 * there is, everything happens before the end, only scripted injects jump, what must be said is said.
 * Its words are still as wild as those of {@link ArbitraryScripts}.
 */
public final class SoundScripts {

    private SoundScripts() {}

    public static Arbitrary<Scenario> anySoundScenario() {
        return ArbitraryScripts.anyScenario().map(SoundScripts::sound);
    }

    /** A plan that knows the roles and steps of the scenario. */
    public static Plan planOf(Scenario scenario) {
        var steps = new LinkedHashSet<String>();
        scenario.injects().forEach(inject -> steps.addAll(inject.expects()));
        scenario.injects().stream()
                .flatMap(inject -> SoundConditions.steps(inject.release()))
                .forEach(steps::add);
        var plan = aPlan().with(steps.stream().map(id -> aStep(id)).toArray(StepComposer[]::new))
                .compose();
        return new Plan(
                plan.id(),
                plan.title(),
                plan.version(),
                plan.owner(),
                plan.reviewed(),
                plan.realContact(),
                plan.bands(),
                scenario.roles().stream()
                        .map(id -> new Role(id, "The " + id + " and all", "", List.of()))
                        .toList(),
                plan.speakers(),
                plan.approval(),
                plan.cadence(),
                plan.contacts(),
                plan.variables(),
                plan.templates(),
                plan.steps());
    }

    private static Scenario sound(Scenario any) {
        var customers = customers(any.customers());
        var injects =
                injects(any.injects(), customers.stream().map(Customer::id).toList());
        var roles = new LinkedHashSet<>(any.roles());
        injects.forEach(inject -> roles.addAll(inject.to()));
        return new Scenario(
                startingRight(any.id()),
                said(any.title()),
                any.kind(),
                any.version(),
                any.language(),
                any.starts(),
                end(any.duration(), injects),
                any.fault(),
                any.distressing().stream().map(SoundScripts::said).toList(),
                any.variables().stream()
                        .map(it -> new Variable(it.name(), said(it.value()), orNothing(it.description())))
                        .toList(),
                said(any.briefing()),
                List.copyOf(roles),
                objectives(any.objectives()),
                customers,
                injects);
    }

    private static Duration end(Duration any, List<Inject> injects) {
        return injects.stream()
                .flatMap(inject -> inject.release().planned().stream())
                .reduce(any, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    private static List<Objective> objectives(List<Objective> any) {
        var taken = new HashSet<String>();
        return any.stream()
                .map(it -> new Objective(free(it.id(), taken), said(it.title()), it.steps()))
                .toList();
    }

    private static List<Customer> customers(List<Customer> any) {
        var taken = new HashSet<String>();
        return any.stream()
                .map(it -> new Customer(
                        free(it.id(), taken), said(it.name()), orNothing(it.contact()), orNothing(it.about())))
                .toList();
    }

    private static List<Inject> injects(List<Inject> any, List<String> customers) {
        var taken = new HashSet<String>();
        var sound = any.stream()
                .map(it -> inject(it, free(it.id(), taken), customers))
                .toList();
        return sound.stream()
                .map(it ->
                        released(it, sound.stream().filter(other -> other != it).toList()))
                .toList();
    }

    private static Inject released(Inject inject, List<Inject> others) {
        return new Inject(
                inject.id(),
                inject.title(),
                new SoundConditions(others).release(inject.release()),
                inject.channel(),
                inject.from(),
                inject.customer(),
                inject.to(),
                inject.text(),
                inject.attachments(),
                inject.expects(),
                inject.acknowledge(),
                inject.options(),
                inject.fault(),
                inject.jump().filter(by -> inject.release() instanceof Release.Scripted),
                inject.guidance());
    }

    private static Inject inject(Inject any, String id, List<String> customers) {
        var to = new LinkedHashSet<>(any.to().isEmpty() ? List.of("crisis-lead") : any.to());
        return new Inject(
                id,
                said(any.title()),
                any.release() instanceof Release.Ready ready ? new Release.Ready(said(ready.hint())) : any.release(),
                any.channel(),
                said(any.from()),
                customers.stream().findFirst().filter(first -> any.customer().isPresent()),
                List.copyOf(to),
                said(any.text()),
                any.attachments(),
                any.expects().stream().distinct().toList(),
                any.acknowledge(),
                any.options(),
                any.fault(),
                any.jump(),
                new Guidance(
                        orNothing(any.guidance().outcome()),
                        orNothing(any.guidance().learning()),
                        orNothing(any.guidance().controller()),
                        notes(any.guidance().notes())));
    }

    private static Map<String, String> notes(Map<String, String> any) {
        var notes = new LinkedHashMap<String, String>();
        any.forEach((name, text) -> notes.put(name, said(text)));
        return notes;
    }

    private static String free(String id, Set<String> taken) {
        return Stream.iterate(startingRight(id), it -> it + "x")
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String startingRight(String id) {
        return id.startsWith("-") ? "x" + id : id;
    }

    private static String said(String text) {
        return isBlank(text) ? "x" : text;
    }

    private static String orNothing(String text) {
        return isBlank(text) ? "" : text;
    }

    private static boolean isBlank(String text) {
        return text.matches("[\\s\\p{Z}]*");
    }
}
