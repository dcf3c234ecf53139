package dev.muster.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillState;
import dev.muster.drill.Hold;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Variable;
import dev.muster.scenario.io.Library;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The trainer's drills: those that go on, those to come, those that are over, and a form for a new one.
 *
 * @param scenarios to choose from
 * @param chosen the scenario whose variables the form shows
 * @param typed what is shown again of a form that was not done
 */
public record DrillsPage(
        List<Line> now,
        List<Line> next,
        List<Line> past,
        List<Script> scenarios,
        Script chosen,
        List<Choice> teams,
        List<Choice> plans,
        Optional<Hold> hold,
        Notice notice,
        Typed typed,
        String language,
        String asOf) {

    /**
     * @param starts date and time in the drill's zone
     * @param reading drill time; empty unless it goes on
     */
    public record Line(
            String id,
            String title,
            String team,
            String state,
            String starts,
            String zone,
            String reading,
            String length) {}

    /** @param length in words */
    public record Script(String id, String title, String length, List<Variable> variables) {}

    public record Choice(String id, String name) {}

    static DrillsPage of(
            List<Drill> drills,
            Library library,
            Optional<Hold> hold,
            Instant now,
            Words words,
            Notice notice,
            Typed typed) {
        var scenarios = library.scenarios().stream()
                .map(library::scenario)
                .map(script -> Filling.fill(script, List.of()))
                .map(script ->
                        new Script(script.id(), script.title(), words.duration(script.duration()), script.variables()))
                .toList();
        return new DrillsPage(
                lines(drills, drill -> drill.running() || drill.state().suspended(), now, words),
                lines(drills, drill -> drill.state() == DrillState.SCHEDULED, now, words)
                        .reversed(),
                lines(drills, drill -> drill.state().over(), now, words),
                scenarios,
                scenarios.stream()
                        .filter(script -> script.id().equals(typed.or("scenario", "")))
                        .findFirst()
                        .orElseGet(scenarios::getFirst),
                library.teams().stream()
                        .map(library::team)
                        .map(team -> new Choice(team.id(), "%s (%s)".formatted(team.name(), team.zone())))
                        .toList(),
                library.plans().stream()
                        .map(library::plan)
                        .sorted(Comparator.comparing(plan -> !plan.isDefault()))
                        .map(plan -> new Choice(plan.id(), plan.title()))
                        .toList(),
                hold,
                notice,
                typed,
                words.language(),
                now.toString());
    }

    private static List<Line> lines(List<Drill> drills, Predicate<Drill> wanted, Instant now, Words words) {
        return drills.stream()
                .filter(wanted)
                .map(drill -> new Line(
                        drill.id(),
                        drill.title(),
                        drill.team(),
                        drill.state().label(),
                        words.dateAndTime(drill.startsAt(), drill.zone()),
                        drill.zone().getId(),
                        drill.running() || drill.state().suspended() ? LaneChart.clock(drill.drillTimeAt(now)) : "",
                        LaneChart.clock(drill.length())))
                .toList();
    }

    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** What makes this page this page, without the readings of clocks. */
    ObjectNode seen() {
        var seen =
                JsonNodeFactory.instance.objectNode().put("language", language).put("notice", notice.words());
        hold.ifPresent(it -> seen.put("hold", it.reason()));
        List.of(now, next, past).forEach(group -> {
            var lines = seen.withArray("drills").addArray();
            group.forEach(line -> lines.add(line.id()).add(line.state()));
        });
        return seen;
    }
}
