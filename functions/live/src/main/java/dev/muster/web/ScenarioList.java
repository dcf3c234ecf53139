package dev.muster.web;

import dev.muster.scenario.Filling;
import dev.muster.scenario.Scenario;
import java.util.List;

/** The scenarios of the library, as the trainer's list shows them. */
public record ScenarioList(List<Item> items) {

    public record Item(String id, String title, String kind, String length, int injects, String roles) {}

    static ScenarioList of(View view, List<Scenario> scenarios) {
        return new ScenarioList(
                scenarios.stream().map(scenario -> item(view, scenario)).toList());
    }

    private static Item item(View view, Scenario scenario) {
        return new Item(
                scenario.id(),
                Filling.fill(scenario, List.of()).title(),
                view.say("crisis." + scenario.kind().label()),
                view.words().exactDuration(scenario.duration()),
                scenario.injects().size(),
                String.join(", ", scenario.roles()));
    }
}
