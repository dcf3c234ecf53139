package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Channel;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.InvalidDocument;
import dev.muster.scenario.io.YamlWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes an inject of each row, and says of each what was understood, assumed and left. */
final class InjectRows {

    /** What the schema of scenarios allows for words and for texts, in characters. */
    static final int WORDS = 400;

    static final int TEXT = 10_000;

    private static final int TITLE = 80;

    private static final String SIMULATION = "Exercise control";

    private static final Pattern LIST = Pattern.compile("[,;\\s]+");
    private static final Pattern KEYED_CONDITION = Pattern.compile("(?s)\\s*(unless|when|after)\\s*:.*");
    private static final Pattern LINES = Pattern.compile("\\R");

    private final Plan plan;
    private final RoleWords roles;
    private final StepWords steps;
    private final Report report;
    private final Set<String> customers;
    private final Set<String> taken = new HashSet<>();

    /** @param customers ids of the scenario's simulated customers */
    InjectRows(Plan plan, Set<String> customers, Report report) {
        this.plan = plan;
        this.roles = new RoleWords(plan);
        this.steps = new StepWords(plan);
        this.customers = customers;
        this.report = report;
    }

    ObjectNode inject(ScriptRow row, RowTime time, Timeline.Moment moment) {
        return new Draft(row, time, moment).inject();
    }

    /** The inject that comes of one row. */
    private final class Draft {

        private final ScriptRow row;
        private final RowTime time;
        private final Timeline.Moment moment;
        private final ObjectNode inject = JsonNodeFactory.instance.objectNode();
        private final Map<String, String> notes = new LinkedHashMap<>();

        private Draft(ScriptRow row, RowTime time, Timeline.Moment moment) {
            this.row = row;
            this.time = time;
            this.moment = moment;
        }

        ObjectNode inject() {
            noteUnknownColumns();
            putTitle();
            putRelease();
            putChannel();
            putSender();
            putRecipients();
            putText();
            putList(MselColumn.ATTACHMENTS, "attachments");
            putSteps();
            putAcknowledge();
            putList(MselColumn.OPTIONS, "options");
            putFault();
            duration(MselColumn.JUMP).ifPresent(by -> inject.put("jump", by.toString()));
            putGuidance();
            putFurther();
            putNotes();
            report.understood(row.place(), summary());
            return inject;
        }

        private void noteUnknownColumns() {
            if (!row.section().isEmpty()) {
                notes.put("Section", row.section());
            }
            if (!row.exact()) {
                note(MselColumn.NUMBER);
            }
            row.table().unknown().forEach((column, heading) -> {
                var cell = row.row().cell(column);
                if (!cell.isEmpty() && !(row.exact() && ExportScenario.isDerived(heading))) {
                    var free = heading.startsWith(Headings.NOTE) ? heading.substring(Headings.NOTE.length()) : heading;
                    var name = notes.containsKey(free) ? "%s (%s)".formatted(free, CellPlace.letters(column)) : free;
                    notes.put(name, row.cleaned(cell));
                }
            });
            if (!row.exact()) {
                note(MselColumn.OBJECTIVES);
            }
            note(MselColumn.REMARKS);
        }

        private void note(MselColumn column) {
            if (row.has(column)) {
                notes.put(row.heading(column), row.cleaned(row.cell(column)));
            }
        }

        private void putTitle() {
            var gist = row.gist();
            var title = row.has(MselColumn.TITLE) ? cut(MselColumn.TITLE, WORDS) : Words.opening(gist, TITLE);
            if (title.isEmpty()) {
                title = "Row " + row.row().number();
                report.assumed(
                        row.place(), "neither title nor text, so it is called %s".formatted(Words.quoted(title)));
            }
            inject.put("id", id(title));
            inject.put("title", title);
        }

        private String id(String title) {
            var given = row.text(MselColumn.ID).strip();
            if (Words.isId(given)) {
                if (taken.add(given)) {
                    return given;
                }
                report.assumed(row.place(MselColumn.ID), "the id %s comes twice; it got a number".formatted(given));
            }
            return Words.unique(Words.id(title).orElse("inject-" + row.row().number()), taken);
        }

        /** By its condition, if that is one that Muster can evaluate; otherwise by its type and its time. */
        private void putRelease() {
            var kind = kind();
            var condition =
                    kind.filter(ReleaseWords.READY::equals).isPresent() ? Optional.<JsonNode>empty() : keyedCondition();
            if (condition.isPresent() && condition.get().has("after")) {
                inject.set("after", condition.get().get("after"));
                inject.put(
                        "delay",
                        duration(MselColumn.DELAY).orElse(Duration.ZERO).toString());
            } else if (condition.isPresent() && moment.at().isPresent()) {
                putAt();
                inject.setAll((ObjectNode) condition.get());
            } else if (moment.at().isPresent() && kind.orElse(ReleaseWords.SCRIPTED) == ReleaseWords.SCRIPTED) {
                putAt();
            } else {
                putReady(kind);
            }
        }

        private void putAt() {
            inject.put("at", moment.written());
            if (!moment.assumed().isEmpty()) {
                report.assumed(timePlace(), moment.assumed());
            }
        }

        private Optional<ReleaseWords> kind() {
            var byType = ReleaseWords.find(row.text(MselColumn.TYPE));
            if (byType.isEmpty() && ChannelWords.find(row.text(MselColumn.TYPE)).isEmpty()) {
                note(MselColumn.TYPE);
            }
            return byType.or(
                    () -> ReleaseWords.find(row.text(MselColumn.MODE)).filter(mode -> mode != ReleaseWords.SCRIPTED));
        }

        private Optional<JsonNode> keyedCondition() {
            var text = row.text(MselColumn.CONDITION);
            if (!KEYED_CONDITION.matcher(text).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(YamlWriter.read(text))
                        .filter(condition -> condition.size() == 1
                                && condition.iterator().next().isObject());
            } catch (InvalidDocument e) {
                report.unused(
                        row.place(MselColumn.CONDITION),
                        "no condition that Muster reads (%s); write for example unless: {step-done: holding-statement}"
                                .formatted(e.problems().getFirst().message()));
                return Optional.empty();
            }
        }

        private void putReady(Optional<ReleaseWords> kind) {
            var ready = kind.filter(ReleaseWords.READY::equals).isPresent();
            if (row.exact() && ready && row.has(MselColumn.CONDITION)) {
                inject.put("ready", row.text(MselColumn.CONDITION));
                return;
            }
            var hint = hint(kind);
            inject.put("ready", Words.cut(hint, WORDS));
            if (hint.length() > WORDS) {
                notes.put("When", hint);
            }
            if (!ready) {
                report.assumed(
                        timePlace(),
                        "no time or condition that Muster can watch, so it is ready to fire: %s"
                                .formatted(Words.quoted(hint)));
            }
        }

        /** Tells the trainer when: what the sheet says of it, and the time that was planned. */
        private String hint(Optional<ReleaseWords> kind) {
            var parts = new LinkedHashSet<String>();
            if (kind.filter(ReleaseWords.EXPECTED_ACTION::equals).isPresent()) {
                parts.add("Only as a prompt, if the team does not do it by itself");
            } else if (!row.text(MselColumn.TYPE).isEmpty()) {
                parts.add(row.text(MselColumn.TYPE));
            }
            parts.add(row.text(MselColumn.CONDITION));
            if (kind.filter(ReleaseWords.CONTINGENCY::equals).isPresent()) {
                parts.add(row.text(MselColumn.REMARKS));
            }
            parts.add(planned());
            parts.remove("");
            return parts.isEmpty() ? "The sheet gives no time" : oneLine(String.join("; ", parts));
        }

        private String planned() {
            return switch (time) {
                case RowTime.InWords words -> words.words();
                case RowTime.Clock clock -> "planned for " + Times.shown(clock.time());
                case RowTime.Elapsed elapsed -> "planned for +" + Times.shown(elapsed.since());
            };
        }

        private CellPlace timePlace() {
            var column = row.has(MselColumn.ELAPSED) ? MselColumn.ELAPSED : MselColumn.TIME;
            return row.table().has(column) ? row.place(column) : row.place();
        }

        private void putChannel() {
            var written = row.text(MselColumn.MODE);
            var channel = ChannelWords.find(written);
            if (channel.isEmpty()) {
                channel = ChannelWords.find(row.text(MselColumn.TYPE));
                note(MselColumn.MODE);
                report.assumed(
                        row.table().has(MselColumn.MODE) ? row.place(MselColumn.MODE) : row.place(),
                        "%s, so it comes by %s"
                                .formatted(
                                        written.isEmpty()
                                                ? "no delivery method"
                                                : "%s is no channel that Muster knows".formatted(Words.quoted(written)),
                                        channel.orElse(Channel.EMAIL).label()));
            } else if (!row.exact() && !ChannelWords.isLiteral(written, channel.get())) {
                note(MselColumn.MODE);
            }
            inject.put("channel", channel.orElse(Channel.EMAIL).label());
        }

        private void putSender() {
            var customer = row.text(MselColumn.CUSTOMER).strip();
            if (customers.contains(customer)) {
                inject.put("customer", customer);
            } else if (!customer.isEmpty()) {
                report.unused(row.place(MselColumn.CUSTOMER), "no simulated customer %s".formatted(customer));
            }
            if (row.has(MselColumn.FROM)) {
                inject.put("from", oneLineUnlessExact(cut(MselColumn.FROM, WORDS)));
            } else if (!inject.has("customer")) {
                inject.put("from", SIMULATION);
                report.assumed(row.place(), "nobody says it, so %s does".formatted(SIMULATION));
            }
        }

        private void putRecipients() {
            var written = row.text(MselColumn.TO);
            var found = roles.recipients(written);
            var to = new LinkedHashSet<>(found.roles());
            var place = row.table().has(MselColumn.TO) ? row.place(MselColumn.TO) : row.place();
            found.assumed().forEach(words -> report.assumed(place, words));
            if (to.isEmpty() && !(row.exact() && written.isEmpty())) {
                to.add(standIn());
            }
            if (!found.unknown().isEmpty()) {
                notes.put(row.heading(MselColumn.TO), written);
                report.unused(
                        place,
                        "plan \"%s\" has no role %s; kept as a note%s"
                                .formatted(
                                        plan.id(),
                                        String.join(", ", quoted(found.unknown())),
                                        found.roles().isEmpty() ? ", %s stands in".formatted(standIn()) : ""));
            } else if (written.isEmpty() && !row.exact()) {
                report.assumed(place, "nobody receives it, so %s does".formatted(standIn()));
            }
            putTexts("to", to);
        }

        private String standIn() {
            return plan.role("crisis-lead").orElse(plan.roles().getFirst()).id();
        }

        private void putText() {
            var column = row.has(MselColumn.TEXT) ? MselColumn.TEXT : MselColumn.TITLE;
            var text = cut(column, TEXT);
            inject.put("text", text.isEmpty() ? inject.get("title").textValue() : text);
        }

        private void putSteps() {
            var expected = new LinkedHashSet<String>();
            for (var id : Words.split(row.text(MselColumn.STEPS), LIST)) {
                if (plan.step(id).isPresent()) {
                    expected.add(id);
                } else {
                    notes.merge(row.heading(MselColumn.STEPS), id, (one, other) -> one + ", " + other);
                    report.unused(
                            row.place(MselColumn.STEPS),
                            "plan \"%s\" has no step %s; kept as a note".formatted(plan.id(), Words.quoted(id)));
                }
            }
            if (!row.exact()) {
                expected.addAll(steps.expected(row.text(MselColumn.OUTCOME)));
            }
            if (!expected.isEmpty()) {
                putTexts("expects", expected);
            }
        }

        private void putAcknowledge() {
            var isTheTime = !row.table().has(MselColumn.TIME) && !row.table().has(MselColumn.ELAPSED);
            if (row.exact() || !isTheTime) {
                duration(MselColumn.MAXIMUM)
                        .filter(by -> !by.isNegative() && (row.exact() || !by.isZero()))
                        .ifPresent(by -> inject.put("acknowledge", by.toString()));
            }
        }

        private Optional<Duration> duration(MselColumn column) {
            if (!row.has(column)) {
                return Optional.empty();
            }
            if (new TimeReader(false).read(row.cell(column), true) instanceof RowTime.Elapsed elapsed) {
                return Optional.of(elapsed.since());
            }
            note(column);
            report.unused(
                    row.place(column),
                    "no length of time: %s; write for example 0:05 or PT5M; kept as a note"
                            .formatted(Words.quoted(row.text(column))));
            return Optional.empty();
        }

        private void putFault() {
            var written = row.text(MselColumn.FAULT).strip();
            if (written.isEmpty()) {
                return;
            }
            List.of(FaultStatus.values()).stream()
                    .map(FaultStatus::label)
                    .filter(written::equalsIgnoreCase)
                    .findFirst()
                    .ifPresentOrElse(fault -> inject.put("fault", fault), () -> {
                        note(MselColumn.FAULT);
                        report.unused(
                                row.place(MselColumn.FAULT),
                                "no fault status: %s; kept as a note".formatted(Words.quoted(written)));
                    });
        }

        /** Options and attachments, as the scenario's file writes them. */
        private void putList(MselColumn column, String key) {
            if (!row.has(column)) {
                return;
            }
            var list = yaml(column).filter(it -> it.isArray() && !it.isEmpty() && areObjects(it));
            list.ifPresentOrElse(it -> inject.set(key, it), () -> {
                note(column);
                report.unused(row.place(column), "not understood; kept as a note");
            });
        }

        private static boolean areObjects(JsonNode list) {
            for (var item : list) {
                if (!item.isObject()) {
                    return false;
                }
            }
            return true;
        }

        private Optional<JsonNode> yaml(MselColumn column) {
            try {
                return Optional.of(YamlWriter.read(row.text(column)));
            } catch (InvalidDocument e) {
                return Optional.empty();
            }
        }

        private void putGuidance() {
            putGuidance(MselColumn.OUTCOME, "outcome", TEXT);
            putGuidance(MselColumn.LEARNING, "learning", TEXT);
            putGuidance(MselColumn.CONTROLLER, "controller", WORDS);
        }

        private void putGuidance(MselColumn column, String key, int most) {
            if (row.has(column)) {
                inject.put(key, cut(column, most));
            }
        }

        /** What Muster exported and knows no column for; only from its own sheets. */
        private void putFurther() {
            if (row.exact() && row.has(MselColumn.FURTHER)) {
                yaml(MselColumn.FURTHER)
                        .filter(JsonNode::isObject)
                        .ifPresentOrElse(it -> inject.setAll((ObjectNode) it), () -> note(MselColumn.FURTHER));
            }
        }

        private void putNotes() {
            if (!notes.isEmpty()) {
                var node = inject.putObject("notes");
                notes.forEach((name, text) -> node.put(name, Words.cut(text, TEXT)));
            }
        }

        private void putTexts(String key, Collection<String> texts) {
            texts.forEach(inject.putArray(key)::add);
        }

        /** What is too long for its place is kept whole as a note, as far as a note can hold it. */
        private String cut(MselColumn column, int most) {
            var text = row.text(column);
            if (text.length() > most) {
                report.assumed(
                        row.place(column),
                        "longer than %,d characters, so it is cut; the whole stands in a note".formatted(most));
                for (var part = 0; part * TEXT < text.length(); part++) {
                    notes.put(
                            "%s (part %d)".formatted(row.heading(column), part + 1),
                            text.substring(part * TEXT, Math.min(text.length(), (part + 1) * TEXT)));
                }
            }
            return Words.cut(text, most);
        }

        private String oneLineUnlessExact(String text) {
            return row.exact() ? text : oneLine(text);
        }

        private static String oneLine(String text) {
            return LINES.matcher(text).replaceAll(", ");
        }

        private static List<String> quoted(List<String> words) {
            return words.stream().map(Words::quoted).toList();
        }

        private String summary() {
            var when = inject.has("at")
                    ? "at " + inject.get("at").textValue()
                    : inject.has("ready") ? "ready to fire" : "after a condition";
            return "%s: %s, by %s, to %s"
                    .formatted(
                            inject.get("id").textValue(),
                            when,
                            inject.get("channel").textValue(),
                            String.join(", ", Words.texts(inject.path("to"))));
        }
    }
}
