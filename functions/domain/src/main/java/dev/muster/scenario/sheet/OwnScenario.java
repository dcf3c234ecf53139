package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.io.ScenarioFormat;
import dev.muster.scenario.io.Unreadable;
import dev.muster.scenario.sheet.OwnTables.Column;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Restores a scenario from the sheets that Muster exported, with whatever people changed in them. */
final class OwnScenario {

    private static final Duration UNSAID = Duration.ofMinutes(60);

    private static final Pattern LISTED = Pattern.compile("[,;\\s]+");

    private final ImportScenario importing;
    private final OwnTables own;
    private final ObjectNode scenario;

    OwnScenario(ImportScenario importing, OwnTables own) {
        this.importing = importing;
        this.own = own;
        this.scenario = importing.scenario();
    }

    void restore(ScriptRows rows) {
        var fields = own.scenario();
        putFields(fields);
        importing.putList("distressing", fields.getOrDefault("distressing", List.of()));
        putVariables();
        scenario.put("briefing", first(fields, "briefing").orElse(ForeignScenario.UNWRITTEN_BRIEFING));
        var roles = scenario.putArray("roles");
        putObjectives();
        var customers = putCustomers();
        var times = rows.times(starts(), importing.report());
        var injects = importing.injects(rows, times, Timeline.of(times, starts()), customers);
        var takingPart = new LinkedHashSet<>(fields.getOrDefault("roles", List.of()));
        injects.forEach(inject -> takingPart.addAll(Words.texts(inject.path("to"))));
        takingPart.forEach(roles::add);
        if (!injects.isEmpty()) {
            injects.forEach(scenario.putArray("injects")::add);
        }
        lookAtEdits(rows, fields);
    }

    /** What people changed and Muster does not take as it stands; what is no scenario at all, validation says. */
    private void lookAtEdits(ScriptRows rows, Map<String, List<String>> fields) {
        try {
            LostReleases.makeReady(scenario, rows.events(), importing.plan(), importing.report());
            putEndBehindLast(rows);
            var restored = ScenarioFormat.read(scenario);
            WorkedOutCheck.check(
                    rows.events(),
                    new WorkedOut(restored, importing.plan(), clockOfSheet(restored, fields)),
                    importing.report());
        } catch (Unreadable e) {
            importing
                    .report()
                    .unused(
                            importing.place(),
                            "changes in columns that are worked out are not looked for, as this is no scenario yet: %s; mend that in the sheet and import it again"
                                    .formatted(e.getMessage()));
        }
    }

    /** Whoever adds a row behind the end wants it to come; a scenario that ends before would be none. */
    private void putEndBehindLast(ScriptRows rows) {
        var restored = ScenarioFormat.read(scenario);
        var times = restored.injects().stream()
                .map(inject -> inject.release().planned().orElse(Duration.ZERO))
                .toList();
        var last = times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        if (last.compareTo(restored.duration()) > 0) {
            var end = ForeignScenario.endAfter(last);
            scenario.put("duration", end.toString());
            var row = rows.events().get(times.indexOf(last));
            importing
                    .report()
                    .assumed(
                            row.place(row.timeColumn()),
                            "+%s is after the end of the scenario at +%s, so it lasts until +%s; if that is wrong, change the time, or \"duration\" on the sheet \"%s\""
                                    .formatted(
                                            Times.shown(last),
                                            Times.shown(restored.duration()),
                                            Times.shown(end),
                                            OwnTables.SCENARIO));
        }
    }

    /** The sheet's own start, although the user may say another. */
    private static Optional<ScenarioClock> clockOfSheet(Scenario restored, Map<String, List<String>> fields) {
        return ScenarioClock.of(restored).map(clock -> first(fields, "starts")
                .flatMap(OwnScenario::time)
                .map(starts -> new ScenarioClock(starts, clock.jumps()))
                .orElse(clock));
    }

    private void putFields(Map<String, List<String>> fields) {
        var wishes = importing.wishes();
        scenario.put("scenario", first(fields, "scenario").filter(Words::isId).orElse(wishes.id()));
        scenario.put("title", first(fields, "title").orElse(wishes.id()));
        scenario.put(
                "kind",
                wishes.kind()
                        .map(CrisisKind::label)
                        .or(() -> first(fields, "kind"))
                        .orElse(CrisisKind.OUTAGE.label()));
        scenario.put("version", version(fields));
        scenario.put("language", first(fields, "language").orElse("en"));
        wishes.start()
                .map(Times::shown)
                .or(() -> first(fields, "starts"))
                .ifPresent(starts -> scenario.put("starts", starts));
        scenario.put("duration", first(fields, "duration").orElse(UNSAID.toString()));
        scenario.put("fault", first(fields, "fault").orElse("unknown"));
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !Words.isBlank(value))
                .findFirst();
    }

    private int version(Map<String, List<String>> fields) {
        var written = first(fields, "version").orElse("").strip();
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            importing.report().assumed(importing.place(), "version: 1, as the sheet says no number");
            return 1;
        }
    }

    private Optional<LocalTime> starts() {
        return time(scenario.path("starts").asText());
    }

    private static Optional<LocalTime> time(String written) {
        return new TimeReader(true).read(Cell.of(written), false) instanceof RowTime.Clock clock
                ? Optional.of(clock.time())
                : Optional.empty();
    }

    private Optional<Table<Column>> filled(String name) {
        return own.table(name).filter(table -> !table.rows().isEmpty());
    }

    private void putVariables() {
        filled(OwnTables.VARIABLES).ifPresent(table -> {
            var variables = scenario.putObject("variables");
            for (var row : table.rows()) {
                var variable = variables.putObject(table.shown(row, Column.NAME));
                variable.put("default", table.shown(row, Column.DEFAULT));
                putUnlessEmpty(variable, "description", table.shown(row, Column.DESCRIPTION));
            }
        });
    }

    private void putObjectives() {
        filled(OwnTables.OBJECTIVES).ifPresent(table -> {
            var objectives = scenario.putArray("objectives");
            var taken = new HashSet<String>();
            for (var row : table.rows()) {
                var objective = objectives.addObject();
                objective.put("id", id(table, row, Column.TITLE, taken));
                objective.put("title", table.shown(row, Column.TITLE));
                Words.split(table.shown(row, Column.STEPS), LISTED).forEach(objective.putArray("steps")::add);
            }
        });
    }

    private Set<String> putCustomers() {
        var taken = new LinkedHashSet<String>();
        filled(OwnTables.CUSTOMERS).ifPresent(table -> {
            var customers = scenario.putArray("customers");
            for (var row : table.rows()) {
                var customer = customers.addObject();
                customer.put("id", id(table, row, Column.NAME, taken));
                customer.put("name", table.shown(row, Column.NAME));
                putUnlessEmpty(customer, "contact", table.shown(row, Column.CONTACT));
                putUnlessEmpty(customer, "about", table.shown(row, Column.ABOUT));
            }
        });
        return taken;
    }

    /** As it stands there; a row that somebody added without one gets one of its words. */
    private static String id(Table<Column> table, Row row, Column words, Set<String> taken) {
        var given = Optional.of(table.shown(row, Column.ID).strip()).filter(Words::isId);
        var made = given.or(() -> Words.id(table.shown(row, words))).orElse("row-" + row.number());
        return Words.unique(made, taken);
    }

    private static void putUnlessEmpty(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
