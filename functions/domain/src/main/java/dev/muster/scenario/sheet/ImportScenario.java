package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.sheet.OwnTables.Column;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a scenario of a workbook that holds an MSEL. Every row becomes an inject, whatever is wrong with it; what cannot
 * be used is kept as a note and said. What Muster itself exported comes back as it was.
 */
public final class ImportScenario {

    /** Injects that a scenario may have. */
    private static final int MOST_INJECTS = 1_000;

    /** Objectives that a scenario may have. */
    private static final int MOST_OBJECTIVES = 20;

    /** The drill ends so long after its last event, so that somebody can still answer. */
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(15);

    private static final Duration WITHOUT_TIMES = Duration.ofMinutes(60);

    /** Nobody rehearses longer in one go. */
    private static final Duration A_LONG_DRILL = Duration.ofHours(8);

    private static final int FIVE_MINUTES = 300;

    private static final String UNWRITTEN_BRIEFING =
            "The briefing is not written yet: say here what the team knows before the first message, and nothing more.";

    private static final List<String> GERMAN = List.of(
            "zeit",
            "uhrzeit",
            "meldung",
            "beschreibung",
            "empfänger",
            "absender",
            "von",
            "erwartete",
            "lfd",
            "einlage",
            "kanal",
            "übung",
            "reaktion",
            "maßnahmen",
            "maßnahme");

    private static final Pattern LISTED = Pattern.compile("[,;\\s]+");
    private static final Pattern OBJECTIVES = Pattern.compile("[;\\n\\r•|]");

    /**
     * What the user says besides the file.
     *
     * @param id the scenario's id
     * @param start the time of StartEx
     * @param kind the kind of crisis
     */
    public record Wishes(String id, Optional<LocalTime> start, Optional<CrisisKind> kind) {}

    private final Workbook workbook;
    private final Plan plan;
    private final Wishes wishes;
    private final Report report = new Report();
    private final OwnTables own;
    private final ObjectNode scenario = JsonNodeFactory.instance.objectNode();
    private final Map<JsonNode, List<String>> comments = new IdentityHashMap<>();
    private final List<String> head = new ArrayList<>();

    private ImportScenario(Workbook workbook, List<Sheet> sheets, Plan plan, Wishes wishes) {
        this.workbook = workbook;
        this.plan = plan;
        this.wishes = wishes;
        this.own = OwnTables.in(sheets);
    }

    /**
     * @param plan whose roles and steps the scenario uses
     * @throws UnusableWorkbook if no sheet holds a script
     */
    public static ImportedScenario of(Workbook workbook, Plan plan, Wishes wishes) {
        var sheets = OwnTables.unstacked(workbook);
        var importing = new ImportScenario(workbook, sheets, plan, wishes);
        return importing.imported(sheets);
    }

    /** An id out of a file's or folder's name. */
    public static String idFor(String name) {
        return Words.id(name).orElse("imported");
    }

    private ImportedScenario imported(List<Sheet> sheets) {
        report.startWith(workbook.remarks());
        var scripts = sheets.stream().filter(sheet -> !own.isOne(sheet)).toList();
        var rows = ScriptRows.in(workbook.file(), scripts, own.areThere(), report);
        if (own.areThere()) {
            restore(rows);
        } else {
            compose(rows);
        }
        return new ImportedScenario(scenario, head, comments, report.remarks());
    }

    // ---------------------------------------------------------------- from Muster's own sheets

    private void restore(ScriptRows rows) {
        var fields = own.scenario();
        putFields(fields);
        putList("distressing", fields.getOrDefault("distressing", List.of()));
        putVariables();
        scenario.put("briefing", first(fields, "briefing").orElse(UNWRITTEN_BRIEFING));
        var roles = scenario.putArray("roles");
        putObjectives();
        var customers = putCustomers();
        var injects = injects(rows, rows.times(starts(), report), starts(), customers);
        var taking = new LinkedHashSet<>(fields.getOrDefault("roles", List.of()));
        injects.forEach(inject -> taking.addAll(Words.texts(inject.path("to"))));
        taking.forEach(roles::add);
        if (!injects.isEmpty()) {
            injects.forEach(scenario.putArray("injects")::add);
        }
    }

    private Optional<LocalTime> starts() {
        var cell = Cell.of(scenario.path("starts").asText());
        return new TimeReader(true).read(cell, false) instanceof RowTime.Clock clock
                ? Optional.of(clock.time())
                : Optional.empty();
    }

    private void putFields(Map<String, List<String>> fields) {
        scenario.put("scenario", first(fields, "scenario").filter(Words::isId).orElse(wishes.id()));
        scenario.put("title", first(fields, "title").orElse(wishes.id()));
        scenario.put("kind", first(fields, "kind").orElse(CrisisKind.OUTAGE.label()));
        scenario.put("version", version(fields));
        scenario.put("language", first(fields, "language").orElse("en"));
        wishes.start()
                .map(Times::shown)
                .or(() -> first(fields, "starts"))
                .ifPresent(starts -> scenario.put("starts", starts));
        scenario.put("duration", first(fields, "duration").orElse(WITHOUT_TIMES.toString()));
        scenario.put("fault", first(fields, "fault").orElse("unknown"));
    }

    private static Optional<String> first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !Words.isBlank(value))
                .findFirst();
    }

    private int version(Map<String, List<String>> fields) {
        try {
            return Integer.parseInt(first(fields, "version").orElse("1").strip());
        } catch (NumberFormatException e) {
            report.assumed(
                    CellPlace.ofSheet(workbook.file(), OwnTables.SCENARIO), "no number of a version, so it is 1");
            return 1;
        }
    }

    private void putVariables() {
        own.table(OwnTables.VARIABLES).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            var variables = scenario.putObject("variables");
            for (var row : table.rows()) {
                var variable = variables.putObject(table.shown(row, Column.NAME));
                variable.put("default", table.shown(row, Column.DEFAULT));
                putUnlessEmpty(variable, "description", table.shown(row, Column.DESCRIPTION));
            }
        });
    }

    private void putObjectives() {
        own.table(OwnTables.OBJECTIVES).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            var objectives = scenario.putArray("objectives");
            var taken = new HashSet<String>();
            for (var row : table.rows()) {
                var title = table.shown(row, Column.TITLE);
                var given = Optional.of(table.shown(row, Column.ID).strip()).filter(Words::isId);
                var objective = objectives.addObject();
                objective.put("id", Words.unique(given.or(() -> Words.id(title)).orElse("objective"), taken));
                objective.put("title", title);
                Words.split(table.shown(row, Column.STEPS), LISTED).forEach(objective.putArray("steps")::add);
            }
        });
    }

    private Set<String> putCustomers() {
        var ids = new LinkedHashSet<String>();
        own.table(OwnTables.CUSTOMERS).filter(table -> !table.rows().isEmpty()).ifPresent(table -> {
            var customers = scenario.putArray("customers");
            for (var row : table.rows()) {
                var name = table.shown(row, Column.NAME);
                var given = Optional.of(table.shown(row, Column.ID).strip()).filter(Words::isId);
                var customer = customers.addObject();
                customer.put("id", Words.unique(given.or(() -> Words.id(name)).orElse("customer"), ids));
                customer.put("name", name);
                putUnlessEmpty(customer, "contact", table.shown(row, Column.CONTACT));
                putUnlessEmpty(customer, "about", table.shown(row, Column.ABOUT));
            }
        });
        return ids;
    }

    // ---------------------------------------------------------------- from other people's sheets

    private void compose(ScriptRows rows) {
        var times = rows.times(wishes.start(), report);
        var start = wishes.start().or(() -> rows.start(times));
        var timeline = Timeline.of(times, start);
        var injects = injects(rows, times, start, Set.of());
        if (injects.isEmpty()) {
            throw new UnusableWorkbook(workbook.file(), "no row below the headings says anything");
        }
        putHead(rows);
        putSetting(rows, injects);
        putStart(rows, timeline);
        putDuration(rows, timeline);
        scenario.put("fault", "unknown");
        assume("fault: unknown; say victim, accidental or preventable if the script establishes it");
        putBriefing(rows.titles());
        putRoles(injects);
        putObjectives(rows, injects);
        injects.forEach(scenario.putArray("injects")::add);
    }

    private void putHead(ScriptRows rows) {
        head.add("Imported from %s. Look at each 'assumed' and 'not used' below; then delete these lines."
                .formatted(fileName()));
        rows.titles().rest().forEach(line -> head.add("Above the script: " + line));
    }

    private String fileName() {
        return workbook.file().substring(workbook.file().replace('\\', '/').lastIndexOf('/') + 1);
    }

    private void putSetting(ScriptRows rows, List<ObjectNode> injects) {
        var title = rows.titles().title().orElseGet(this::titleOfFile);
        scenario.put("scenario", wishes.id());
        scenario.put("title", Words.cut(braced(title), InjectRows.WORDS));
        scenario.put("kind", kind(title, injects).label());
        scenario.put("version", 1);
        scenario.put("language", language(rows));
    }

    private String titleOfFile() {
        var words = wishes.id().replace('-', ' ');
        var title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        assume("title: %s, after the file".formatted(title));
        return title;
    }

    private CrisisKind kind(String title, List<ObjectNode> injects) {
        if (wishes.kind().isPresent()) {
            return wishes.kind().get();
        }
        var texts = injects.stream().map(inject -> inject.path("text").asText()).collect(Collectors.joining(" "));
        var kind = KindWords.guess(title + " " + texts).orElse(CrisisKind.OUTAGE);
        assume("kind: %s, by the words of the script; --kind says another".formatted(kind.label()));
        return kind;
    }

    private String language(ScriptRows rows) {
        var headings = rows.tables().stream()
                .flatMap(table -> Stream.concat(table.headings().values().stream(), table.unknown().values().stream()))
                .map(Words::plain)
                .collect(Collectors.joining(" "));
        var german = GERMAN.stream()
                        .filter(word -> Words.mentions(headings, List.of(word)))
                        .count()
                > 1;
        assume("language: %s, by the headings".formatted(german ? "de" : "en"));
        return german ? "de" : "en";
    }

    private void putStart(ScriptRows rows, Timeline timeline) {
        timeline.starts().ifPresent(starts -> {
            scenario.put("starts", Times.shown(starts.withSecond(0).withNano(0)));
            if (timeline.assumedStart()) {
                assume("starts: %s, the time of the first event; --start says another".formatted(Times.shown(starts)));
            } else {
                report.understood(
                        rows.startEx().map(ScriptRow::place).orElse(CellPlace.ofFile(workbook.file())),
                        "StartEx at %s; Muster starts the drill itself".formatted(Times.shown(starts)));
            }
        });
    }

    private void putDuration(ScriptRows rows, Timeline timeline) {
        var end = rows.endIndex()
                .flatMap(index -> timeline.moments().get(index).at())
                .or(() -> endByTitle(rows, timeline));
        var last = rows.indices().stream()
                .flatMap(index -> timeline.moments().get(index).at().stream())
                .max(Duration::compareTo);
        if (end.isPresent()
                && last.map(it -> it.compareTo(end.get()) <= 0).orElse(true)
                && !end.get().isZero()) {
            scenario.put("duration", end.get().toString());
            report.understood(
                    rows.endEx().map(ScriptRow::place).orElse(CellPlace.ofFile(workbook.file())),
                    "EndEx at +%s; Muster ends the drill itself".formatted(Times.shown(end.get())));
            return;
        }
        var duration = last.map(it -> upToFiveMinutes(it.plus(LAST_ANSWERS))).orElse(WITHOUT_TIMES);
        scenario.put("duration", duration.toString());
        assume("duration: %s, a quarter of an hour after the last event".formatted(Times.shown(duration)));
        if (duration.compareTo(A_LONG_DRILL) > 0) {
            assume("the drill lasts as long as the script; where nothing happens for long, let an inject `jump`");
        }
    }

    private static Optional<Duration> endByTitle(ScriptRows rows, Timeline timeline) {
        return rows.titles().end().flatMap(end -> timeline.starts().map(start -> {
            var length = Duration.between(start, end);
            return length.isNegative() ? length.plusDays(1) : length;
        }));
    }

    private static Duration upToFiveMinutes(Duration duration) {
        return Duration.ofSeconds((duration.toSeconds() + FIVE_MINUTES - 1) / FIVE_MINUTES * FIVE_MINUTES);
    }

    private void putBriefing(TitleRows titles) {
        scenario.put("briefing", titles.briefing().map(ImportScenario::braced).orElse(UNWRITTEN_BRIEFING));
        if (titles.briefing().isEmpty()) {
            assume("briefing: the sheet has none; write what the team knows before the first message");
        }
    }

    private void putRoles(List<ObjectNode> injects) {
        var used = injects.stream()
                .flatMap(inject -> Words.texts(inject.path("to")).stream())
                .collect(Collectors.toSet());
        putList(
                "roles",
                plan.roles().stream().map(Role::id).filter(used::contains).toList());
    }

    /** Each objective that the sheet names and that the plan can show: by a step's own name, or by its rows' steps. */
    private void putObjectives(ScriptRows rows, List<ObjectNode> injects) {
        var found = objectives(rows, injects);
        var array = scenario.putArray("objectives");
        var taken = new HashSet<String>();
        found.forEach((title, steps) -> {
            if (!steps.isEmpty() && array.size() < MOST_OBJECTIVES) {
                putObjective(array.addObject(), "o-" + Words.id(title).orElse("imported"), title, steps, taken);
            } else {
                report.unused(
                        CellPlace.ofFile(workbook.file()),
                        "objective %s: no step of plan \"%s\" has this name, so it stays a note; write it under `objectives` with the steps that show it"
                                .formatted(Words.quoted(title), plan.id()));
            }
        });
        if (array.isEmpty()) {
            var steps = standInSteps(injects);
            putObjective(array.addObject(), "o-imported", "Answer the script by the plan", steps, taken);
            assume("objectives: one stands in, shown by %s; say what the drill is to show"
                    .formatted(String.join(", ", steps)));
        }
    }

    private Map<String, Set<String>> objectives(ScriptRows rows, List<ObjectNode> injects) {
        var steps = new StepWords(plan);
        var found = new LinkedHashMap<String, Set<String>>();
        for (var index = 0; index < injects.size(); index++) {
            var expected = Words.texts(injects.get(index).path("expects"));
            for (var title : Words.split(rows.events().get(index).text(MselColumn.OBJECTIVES), OBJECTIVES)) {
                var shown = found.computeIfAbsent(Words.cut(title, InjectRows.WORDS), key -> new LinkedHashSet<>());
                steps.find(title).ifPresent(step -> shown.add(step.id()));
                shown.addAll(expected);
            }
        }
        return found;
    }

    private List<String> standInSteps(List<ObjectNode> injects) {
        var expected = new LinkedHashSet<String>();
        injects.forEach(inject -> expected.addAll(Words.texts(inject.path("expects"))));
        return expected.isEmpty() ? new StepWords(plan).first() : List.copyOf(expected);
    }

    private static void putObjective(
            ObjectNode objective, String id, String title, Iterable<String> steps, Set<String> taken) {
        objective.put("id", Words.unique(id, taken));
        objective.put("title", title);
        steps.forEach(objective.putArray("steps")::add);
    }

    private void assume(String words) {
        report.assumed(CellPlace.ofFile(workbook.file()), words);
        head.add("assumed: " + words);
    }

    // ---------------------------------------------------------------- both

    private List<ObjectNode> injects(
            ScriptRows rows, List<RowTime> times, Optional<LocalTime> start, Set<String> customers) {
        var making = new InjectRows(plan, customers, report);
        var timeline = Timeline.of(times, start);
        var injects = new ArrayList<ObjectNode>();
        for (var index : rows.indices()) {
            var row = rows.events().get(index);
            if (index >= MOST_INJECTS) {
                report.unused(
                        row.place(),
                        "a scenario has at most %,d injects; this row and what follows are left out"
                                .formatted(MOST_INJECTS));
                break;
            }
            var inject = making.inject(row, times.get(index), timeline.moments().get(index));
            if (!row.exact()) {
                comments.put(inject, comments(row));
            }
            injects.add(inject);
        }
        return injects;
    }

    private List<String> comments(ScriptRow row) {
        var lines = new ArrayList<>(List.of("%srow %d"
                .formatted(
                        row.table().sheet().name().isEmpty()
                                ? ""
                                : row.table().sheet().name() + ", ",
                        row.row().number())));
        lines.addAll(report.doubts(row.place()));
        return lines;
    }

    private void putList(String key, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(scenario.putArray(key)::add);
        }
    }

    private static void putUnlessEmpty(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }

    private static String braced(String text) {
        return text.replace("{{", "\\{{");
    }
}
