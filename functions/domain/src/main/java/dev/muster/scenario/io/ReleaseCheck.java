package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.scenario.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at the releases of a scenario that is not written yet: do they name what there is, and do its times come? */
public final class ReleaseCheck {

    private static final Pointer INJECTS = Pointer.ROOT.to("injects");

    private ReleaseCheck() {}

    /**
     * A time of an inject that cannot be.
     *
     * @param inject its index
     * @param message what is wrong, and what to write
     */
    public record LostTime(int inject, String message) {}

    /**
     * The first inject whose time the scenario's clock never shows.
     *
     * @param scenario as {@link ScenarioFormat} reads it
     * @return empty as well if something before it keeps this from being a scenario
     */
    public static Optional<LostTime> timeNeverShown(JsonNode scenario) {
        try {
            ScenarioFormat.read(scenario);
            return Optional.empty();
        } catch (Unreadable e) {
            var inject = e.pointer().parent();
            return e.pointer().equals(INJECTS.to(inject.name()).to("at"))
                    ? Optional.of(new LostTime(Integer.parseInt(inject.name()), e.flaw()))
                    : Optional.empty();
        }
    }

    /**
     * What is wrong with the conditions on which injects are released, by the index of the inject.
     *
     * @param scenario as {@link ScenarioFormat} reads it
     * @param plan whose steps conditions may name
     * @throws Unreadable if it is no scenario
     */
    public static Map<Integer, List<String>> flaws(JsonNode scenario, Plan plan) {
        var document = Document.of("the scenario", scenario.toString().getBytes(UTF_8));
        var script = new ScenarioRules.Script(ScenarioFormat.read(document.root()), plan);
        var flaws = new TreeMap<Integer, List<String>>();
        for (var index = 0; index < script.injects().size(); index++) {
            var found = new ArrayList<Problem>();
            var spot = new Spot(document, found).in("injects").item(index);
            ScenarioRules.conditionsCanCome(script, script.scenario().injects().get(index), spot);
            if (!found.isEmpty()) {
                flaws.put(index, found.stream().map(Problem::message).toList());
            }
        }
        return flaws;
    }
}
