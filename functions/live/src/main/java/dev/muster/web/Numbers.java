package dev.muster.web;

import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.preview.TimeLine;
import java.util.HashMap;
import java.util.Map;

/** How injects are counted: in the order of the script, as on the scenario's own page; what a trainer typed comes last. */
final class Numbers {

    private final Map<String, Integer> numbers = new HashMap<>();

    private Numbers() {}

    /**
     * @param script as it was scheduled
     * @param played with what trainers added
     */
    static Numbers of(Plan plan, Scenario script, Scenario played) {
        var numbers = new Numbers();
        TimeLine.of(plan, script).lines().forEach(line -> numbers.count(line.inject()));
        played.injects().forEach(numbers::count);
        return numbers;
    }

    int of(String inject) {
        return numbers.get(inject);
    }

    private void count(Inject inject) {
        numbers.putIfAbsent(inject.id(), numbers.size() + 1);
    }
}
