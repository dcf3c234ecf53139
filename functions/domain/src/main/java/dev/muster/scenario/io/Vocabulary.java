package dev.muster.scenario.io;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** What a script may name: the steps and roles of several plans. */
final class Vocabulary {

    private Vocabulary() {}

    /** The plans as one. Where several know an id, the first says what it is; the first gives its name, too. */
    static Plan of(List<Plan> plans) {
        var first = plans.getFirst();
        return plans.size() == 1
                ? first
                : new Plan(
                        first.id(),
                        first.title(),
                        first.version(),
                        first.owner(),
                        first.reviewed(),
                        first.realContact(),
                        first.bands(),
                        together(plans, Plan::roles, Role::id),
                        first.speakers(),
                        first.approval(),
                        first.cadence(),
                        first.contacts(),
                        first.variables(),
                        first.templates(),
                        together(plans, Plan::steps, Step::id));
    }

    private static <T> List<T> together(
            List<Plan> plans, Function<Plan, Collection<T>> parts, Function<T, String> idOf) {
        var byId = new LinkedHashMap<String, T>();
        plans.forEach(plan -> parts.apply(plan).forEach(part -> byId.putIfAbsent(idOf.apply(part), part)));
        return new ArrayList<>(byId.values());
    }
}
