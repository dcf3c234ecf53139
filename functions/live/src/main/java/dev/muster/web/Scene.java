package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.Hold;
import dev.muster.drill.Progress;
import dev.muster.drill.Roster;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A drill at one moment, from which the parts of the console are composed, in the words of whoever looks.
 *
 * @param facts what the API tells trainers of what the team does
 */
record Scene(
        Drill drill, Progress progress, Console facts, Roster roster, Optional<Hold> hold, Instant now, Words words) {

    /** What the drill's clock reads; before the start a negative time. */
    Duration reading() {
        return drill.drillTimeAt(now);
    }

    Plan plan() {
        return progress.plan();
    }

    /** As it is played. */
    Scenario scenario() {
        return progress.scenario();
    }

    boolean over() {
        return drill.state().over();
    }

    /** A member by name; whoever is not on the roster, by id. */
    String member(String id) {
        return roster.member(id).map(Member::name).orElse(id);
    }

    String role(String id) {
        return plan().role(id).map(Role::name).orElse(id);
    }

    String roles(List<String> ids) {
        return ids.stream().map(this::role).collect(Collectors.joining(", "));
    }

    String step(String id) {
        return plan().step(id).map(Step::title).orElse(id);
    }

    String inject(String id) {
        return scenario().inject(id).map(it -> it.title()).orElse(id);
    }

    /** Drill time as hours and minutes. */
    String clock(Duration at) {
        return LaneChart.clock(at);
    }

    /** When a drill time comes on the wall, as ISO 8601; empty while the drill's clock stands. */
    String wall(Duration at) {
        return drill.running() ? drill.clock().wallTimeOf(at).toString() : "";
    }

    String say(String key, Object... facts) {
        return words.say(key, facts);
    }
}
