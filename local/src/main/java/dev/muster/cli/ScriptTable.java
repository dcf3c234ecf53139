package dev.muster.cli;

import dev.muster.drill.ConditionWords;
import dev.muster.drill.DurationWords;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.preview.TimeLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The time line of a scenario as a table for a terminal of a hundred columns. */
final class ScriptTable {

    private static final int WIDTH = 100;
    private static final int TIME = 8;
    private static final int CLOCK = 10;
    private static final int KIND = 14;
    private static final int TO = 19;

    private final Plan plan;
    private final Scenario scenario;
    private final ConditionWords words;
    private final boolean clock;

    private ScriptTable(Plan plan, Scenario scenario) {
        this.plan = plan;
        this.scenario = Filling.fill(scenario, List.of(plan.variables()));
        this.words = new ConditionWords(plan, this.scenario);
        this.clock = scenario.starts().isPresent();
    }

    static List<String> of(Plan plan, Scenario scenario) {
        return new ScriptTable(plan, scenario).lines();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.addAll(Wrapped.to(WIDTH, "EXERCISE: " + scenario.title()));
        lines.addAll(Wrapped.to(WIDTH, facts()));
        lines.add("");
        lines.add(row("time", "clock", "kind", "to", "what").strip());
        lines.add("─".repeat(WIDTH));
        TimeLine.of(plan, scenario).lines().forEach(line -> lines.addAll(rows(line)));
        lines.add("─".repeat(WIDTH));
        lines.addAll(
                Wrapped.to(
                        WIDTH,
                        "~ at the earliest, if the team's doing brings it about. - no time: it comes when the trainer releases it, or never."));
        return lines;
    }

    private String facts() {
        var starts =
                scenario.starts().map(time -> ", its clock starts at " + time).orElse("");
        return "%s, version %d. %s%s, %d injects, plan \"%s\" version %d."
                .formatted(
                        scenario.id(),
                        scenario.version(),
                        DurationWords.of(scenario.duration()),
                        starts,
                        scenario.injects().size(),
                        plan.id(),
                        plan.version());
    }

    /** Several lines, as many as the longest cell takes. */
    private List<String> rows(TimeLine.Line line) {
        var inject = line.inject();
        var what = new ArrayList<String>();
        what(inject).forEach(text -> what.addAll(Wrapped.to(WIDTH - left(), text)));
        var to = Wrapped.to(TO - 1, String.join(", ", inject.to()));
        var rows = new ArrayList<String>();
        for (var nr = 0; nr < Math.max(what.size(), to.size()); nr++) {
            rows.add(row(
                            nr == 0 ? time(line) : "",
                            nr == 0 ? line.clock().orElse("") : "",
                            nr == 0 ? inject.release().label() : "",
                            nr < to.size() ? to.get(nr) : "",
                            nr < what.size() ? what.get(nr) : "")
                    .stripTrailing());
        }
        return rows;
    }

    private Stream<String> what(Inject inject) {
        var when = words.of(inject.release());
        return Stream.of(
                        Optional.of(inject.title()),
                        Optional.of(when).filter(text -> !text.isEmpty()),
                        inject.jump().map(by -> "leaps ahead by " + DurationWords.of(by)),
                        list("expects ", inject.expects()),
                        list(
                                "decide: ",
                                inject.options().stream()
                                        .map(option -> option.id())
                                        .toList()),
                        list(
                                "attached: ",
                                inject.attachments().stream()
                                        .map(file -> file.name())
                                        .toList()))
                .flatMap(Optional::stream);
    }

    private static Optional<String> list(String what, List<String> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", items));
    }

    private static String time(TimeLine.Line line) {
        if (line.at().isEmpty()) {
            return "-";
        }
        return (line.planned() ? " " : "~") + clock(line.at().get());
    }

    private static String clock(Duration time) {
        var seconds = time.toSecondsPart() == 0 ? "" : ":%02d".formatted(time.toSecondsPart());
        return "%d:%02d%s".formatted(time.toHours(), time.toMinutesPart(), seconds);
    }

    private int left() {
        return TIME + (clock ? CLOCK : 0) + KIND + TO;
    }

    private String row(String time, String shown, String kind, String to, String what) {
        return Wrapped.padded(time, TIME)
                + (clock ? Wrapped.padded(shown, CLOCK) : "")
                + Wrapped.padded(kind, KIND)
                + Wrapped.padded(to, TO)
                + what;
    }
}
