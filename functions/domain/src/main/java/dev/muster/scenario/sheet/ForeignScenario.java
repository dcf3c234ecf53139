package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Role;
import java.time.Duration;
import java.util.HashSet;
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

/** Composes a scenario around the rows of somebody else's script, and says what it had to assume. */
final class ForeignScenario {

    static final String UNWRITTEN_BRIEFING =
            "The briefing is not written yet: say here what the team knows before the first message, and nothing more.";

    /** Objectives that a scenario may have. */
    private static final int MOST_OBJECTIVES = 20;

    /** The drill ends so long after its last event, so that somebody can still answer. */
    private static final Duration LAST_ANSWERS = Duration.ofMinutes(15);

    private static final Duration WITHOUT_TIMES = Duration.ofMinutes(60);

    /** Nobody rehearses longer in one go. */
    private static final Duration A_LONG_DRILL = Duration.ofHours(8);

    private static final int FIVE_MINUTES = 300;

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

    private static final Pattern MARKING = Pattern.compile("(?i)^exercise\\b");

    private static final Pattern OBJECTIVES = Pattern.compile("[;\\n\\r•|]");

    private final ImportScenario importing;
    private final ObjectNode scenario;

    ForeignScenario(ImportScenario importing) {
        this.importing = importing;
        this.scenario = importing.scenario();
    }

    /** @throws UnusableWorkbook if there are no rows */
    void compose(ScriptRows rows) {
        var times = rows.times(importing.wishes().start(), importing.report());
        var start = importing.wishes().start().or(() -> rows.start(times));
        var timeline = Timeline.of(times, start);
        var injects = importing.injects(rows, times, timeline, Set.of());
        if (injects.isEmpty()) {
            throw new UnusableWorkbook(importing.place(), "no row below the headings says anything");
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

    private void assume(String words) {
        importing.report().assumed(importing.place(), words);
        importing.headline("assumed: " + words);
    }

    private void putHead(ScriptRows rows) {
        importing.headline("Imported from %s. Look at each 'assumed' and 'not used' below; then delete these lines."
                .formatted(importing.fileName()));
        rows.titles().rest().forEach(line -> importing.headline("Above the script: " + line));
    }

    private void putSetting(ScriptRows rows, List<ObjectNode> injects) {
        var title = rows.titles().title().orElseGet(this::titleOfFile);
        scenario.put("scenario", importing.wishes().id());
        scenario.put("title", Words.cut(ScriptRow.braced(title), RowDraft.WORDS));
        scenario.put("kind", kind(title, injects).label());
        scenario.put("version", 1);
        scenario.put("language", language(rows));
    }

    private String titleOfFile() {
        var name = importing.fileName().replaceFirst("\\.[^.]*$", "");
        var words = MARKING.matcher(name)
                .replaceFirst("")
                .replaceAll("[-_\\s]+", " ")
                .strip();
        var title = words.isEmpty()
                ? importing.wishes().id()
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        assume("title: %s, after the file".formatted(title));
        return title;
    }

    private CrisisKind kind(String title, List<ObjectNode> injects) {
        return importing.wishes().kind().orElseGet(() -> {
            var texts =
                    injects.stream().map(inject -> inject.path("text").asText()).collect(Collectors.joining(" "));
            var guessed = KindWords.guess(title + " " + texts);
            var kind = guessed.orElse(CrisisKind.OUTAGE);
            var why = guessed.isPresent() ? "by the words of the script" : "as no word of the script tells of a kind";
            assume("kind: %s, %s; --kind says another".formatted(kind.label(), why));
            return kind;
        });
    }

    private String language(ScriptRows rows) {
        var headings = rows.tables().stream()
                .flatMap(table -> Stream.concat(table.headings().values().stream(), table.unknown().values().stream()))
                .map(Words::plain)
                .collect(Collectors.joining(" "));
        var german = GERMAN.stream()
                .filter(word -> Words.mentions(headings, List.of(word)))
                .count();
        var language = german > 1 ? "de" : "en";
        assume("language: %s, by the headings".formatted(language));
        return language;
    }

    private void putStart(ScriptRows rows, Timeline timeline) {
        if (timeline.starts().isEmpty() || timeline.assumedStart()) {
            rows.startEx().ifPresent(row -> importing
                    .report()
                    .understood(row.place(), "StartEx without a time of day; Muster starts the drill itself"));
        }
        timeline.starts().ifPresent(starts -> {
            scenario.put("starts", Times.shown(starts.withSecond(0).withNano(0)));
            if (timeline.assumedStart()) {
                assume("starts: %s, the time of the first event; --start says another".formatted(Times.shown(starts)));
            } else {
                understand(rows.startEx(), "StartEx at %s; Muster starts the drill itself", Times.shown(starts));
            }
        });
    }

    private void understand(Optional<ScriptRow> row, String words, String time) {
        importing.report().understood(row.map(ScriptRow::place).orElse(importing.place()), words.formatted(time));
    }

    private void putDuration(ScriptRows rows, Timeline timeline) {
        var last = rows.indices().stream()
                .flatMap(index -> timeline.moments().get(index).at().stream())
                .max(Duration::compareTo);
        var said = rows.endIndex()
                .flatMap(index -> timeline.moments().get(index).at())
                .or(() -> endByTitle(rows, timeline));
        var end = said.filter(it -> it.isPositive() && it.compareTo(last.orElse(it)) >= 0);
        if (end.isPresent()) {
            scenario.put("duration", end.get().toString());
            understand(rows.endEx(), "EndEx at +%s; Muster ends the drill itself", Times.shown(end.get()));
        } else {
            leaveEnd(rows, said, last);
            putAssumedDuration(last);
        }
    }

    private void leaveEnd(ScriptRows rows, Optional<Duration> said, Optional<Duration> last) {
        var place = rows.endEx().map(ScriptRow::place).orElse(importing.place());
        if (said.isPresent() && last.isPresent()) {
            importing
                    .report()
                    .unused(
                            place,
                            "EndEx at +%s does not count: the last event comes at +%s"
                                    .formatted(Times.shown(said.get()), Times.shown(last.get())));
        } else if (said.isPresent() || rows.endEx().isPresent()) {
            importing.report().unused(place, "EndEx does not count: it has no time behind StartEx");
        }
    }

    private void putAssumedDuration(Optional<Duration> last) {
        var duration = last.map(ForeignScenario::endAfter).orElse(WITHOUT_TIMES);
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

    /** @param last the time of the last event */
    static Duration endAfter(Duration last) {
        var end = last.plus(LAST_ANSWERS);
        return Duration.ofSeconds((end.toSeconds() + FIVE_MINUTES - 1) / FIVE_MINUTES * FIVE_MINUTES);
    }

    private void putBriefing(TitleRows titles) {
        scenario.put(
                "briefing",
                Words.cut(titles.briefing().map(ScriptRow::braced).orElse(UNWRITTEN_BRIEFING), RowDraft.TEXT));
        if (titles.briefing().isEmpty()) {
            assume("briefing: the sheet has none; write what the team knows before the first message");
        }
    }

    private void putRoles(List<ObjectNode> injects) {
        var used = injects.stream()
                .flatMap(inject -> Words.texts(inject.path("to")).stream())
                .collect(Collectors.toSet());
        importing.putList(
                "roles",
                importing.plan().roles().stream()
                        .map(Role::id)
                        .filter(used::contains)
                        .toList());
    }

    /** Each objective that the sheet names and that the plan can show: by a step's own name, or by its rows' steps. */
    private void putObjectives(ScriptRows rows, List<ObjectNode> injects) {
        var objectives = scenario.putArray("objectives");
        var taken = new HashSet<String>();
        objectives(rows, injects).forEach((title, steps) -> {
            if (!steps.isEmpty() && objectives.size() < MOST_OBJECTIVES) {
                put(objectives.addObject(), "o-" + Words.id(title).orElse("imported"), title, steps, taken);
            } else {
                leave(title);
            }
        });
        if (objectives.isEmpty()) {
            var steps = standInSteps(injects);
            put(objectives.addObject(), "o-imported", "Answer the script by the plan", steps, taken);
            assume("objectives: one stands in, shown by %s; say what the drill is to show"
                    .formatted(String.join(", ", steps)));
        }
    }

    private void leave(String objective) {
        importing
                .report()
                .unused(
                        importing.place(),
                        "objective %s: no step of plan \"%s\" has this name, so it stays a note; write it under `objectives` with the steps that show it"
                                .formatted(
                                        Words.quoted(objective),
                                        importing.plan().id()));
    }

    private Map<String, Set<String>> objectives(ScriptRows rows, List<ObjectNode> injects) {
        var steps = new StepWords(importing.plan());
        var found = new LinkedHashMap<String, Set<String>>();
        for (var index = 0; index < injects.size(); index++) {
            var expected = Words.texts(injects.get(index).path("expects"));
            for (var title : Words.split(rows.events().get(index).text(MselColumn.OBJECTIVES), OBJECTIVES)) {
                var shown = found.computeIfAbsent(Words.cut(title, RowDraft.WORDS), key -> new LinkedHashSet<>());
                steps.find(title).ifPresent(step -> shown.add(step.id()));
                shown.addAll(expected);
            }
        }
        return found;
    }

    private List<String> standInSteps(List<ObjectNode> injects) {
        var expected = new LinkedHashSet<String>();
        injects.forEach(inject -> expected.addAll(Words.texts(inject.path("expects"))));
        return expected.isEmpty() ? new StepWords(importing.plan()).first() : List.copyOf(expected);
    }

    private static void put(ObjectNode objective, String id, String title, Iterable<String> steps, Set<String> taken) {
        objective.put("id", Words.unique(id, taken));
        objective.put("title", title);
        steps.forEach(objective.putArray("steps")::add);
    }
}
