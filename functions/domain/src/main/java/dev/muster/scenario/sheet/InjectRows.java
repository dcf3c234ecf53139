package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Channel;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Plan;
import dev.muster.scenario.io.InjectCheck;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes an inject of each row, and says of each what was understood, assumed and left. */
final class InjectRows {

    private static final int TITLE = 80;

    private static final String SIMULATION = "Exercise control";

    static final String ONLY_SCRIPTED_JUMP = "only an inject that comes at its time, whatever happens, can jump";

    private static final Pattern LIST = Pattern.compile("[,;\\s]+");
    private static final Pattern LINES = Pattern.compile("\\R");

    private final Plan plan;
    private final RoleWords roles;
    private final StepWords steps;
    private final InjectCheck check;
    private final Report report;
    private final Set<String> customers;
    private final Set<String> taken = new HashSet<>();

    /** @param customers ids of the scenario's simulated customers */
    InjectRows(Plan plan, Set<String> customers, Report report) {
        this.plan = plan;
        this.roles = new RoleWords(plan);
        this.steps = new StepWords(plan);
        this.check = new InjectCheck(plan);
        this.customers = customers;
        this.report = report;
    }

    ObjectNode inject(ScriptRow row, RowTime time, Timeline.Moment moment) {
        var draft = new RowDraft(row, check, report);
        noteWhatMusterDoesNotKnow(draft);
        putTitle(draft);
        ReleaseOfRow.put(draft, time, moment);
        putChannel(draft);
        putSender(draft);
        putRecipients(draft);
        putText(draft);
        putList(draft, MselColumn.ATTACHMENTS, "attachments");
        putSteps(draft);
        putAcknowledge(draft);
        putList(draft, MselColumn.OPTIONS, "options");
        putFault(draft);
        putJump(draft);
        putGuidance(draft);
        putFurther(draft);
        draft.understand(summary(draft.inject()));
        return draft.finished();
    }

    private static void noteWhatMusterDoesNotKnow(RowDraft draft) {
        var row = draft.row();
        if (!row.section().isEmpty()) {
            draft.note("Section", row.section());
        }
        if (!row.exact()) {
            draft.note(MselColumn.NUMBER);
        }
        row.table().unknown().forEach((column, heading) -> {
            var cell = row.row().cell(column);
            if (!cell.isEmpty() && !(row.exact() && WorkedOut.Column.isHeading(heading))) {
                draft.noteUnderFreeName(Headings.noteName(heading), row.cleaned(cell), column);
            }
        });
        if (!row.exact()) {
            draft.note(MselColumn.OBJECTIVES);
        }
        draft.note(MselColumn.REMARKS);
    }

    private void putTitle(RowDraft draft) {
        var title = draft.row().has(MselColumn.TITLE)
                ? draft.cut(MselColumn.TITLE, RowDraft.WORDS)
                : Words.opening(draft.text(MselColumn.TEXT), TITLE);
        if (title.isEmpty()) {
            title = "Row " + draft.row().row().number();
            draft.assume("neither title nor text, so it is called %s".formatted(Words.quoted(title)));
        }
        draft.inject().put("id", id(draft, title));
        draft.inject().put("title", title);
    }

    private String id(RowDraft draft, String title) {
        var given = draft.text(MselColumn.ID).strip();
        if (Words.isId(given)) {
            if (taken.add(given)) {
                return given;
            }
            draft.assume(MselColumn.ID, "the id %s comes twice; it got a number".formatted(given));
        }
        var number = draft.row().row().number();
        return Words.unique(Words.id(title).orElse("inject-" + number), taken);
    }

    private static void putChannel(RowDraft draft) {
        var written = draft.text(MselColumn.MODE);
        var said = ChannelWords.find(written);
        var channel =
                said.or(() -> ChannelWords.find(draft.text(MselColumn.TYPE))).orElse(Channel.EMAIL);
        if (said.isEmpty()) {
            draft.note(MselColumn.MODE);
            draft.assume(MselColumn.MODE, "%s, so it comes by %s".formatted(unknownChannel(written), channel.label()));
        } else if (!ChannelWords.isLiteral(written, channel)) {
            noteChannel(draft, written, channel);
        }
        draft.inject().put("channel", channel.label());
    }

    private static String unknownChannel(String written) {
        return written.isEmpty()
                ? "no delivery method"
                : "%s is no channel that Muster knows".formatted(Words.quoted(written));
    }

    private static void noteChannel(RowDraft draft, String written, Channel channel) {
        draft.note(MselColumn.MODE);
        if (!ChannelWords.isSure(written, channel)) {
            draft.assume(
                    MselColumn.MODE,
                    "%s is taken for %s, the nearest that Muster has"
                            .formatted(Words.quoted(written), channel.label()));
        }
    }

    private void putSender(RowDraft draft) {
        var customer = draft.text(MselColumn.CUSTOMER).strip();
        if (customers.contains(customer)) {
            draft.inject().put("customer", customer);
        } else if (!customer.isEmpty()) {
            draft.leave(MselColumn.CUSTOMER, "no simulated customer %s".formatted(Words.quoted(customer)));
        }
        if (draft.row().has(MselColumn.FROM)) {
            var from = draft.cut(MselColumn.FROM, RowDraft.WORDS);
            draft.inject()
                    .put(
                            "from",
                            draft.row().exact() ? from : LINES.matcher(from).replaceAll(", "));
        } else if (!draft.inject().has("customer")) {
            draft.inject().put("from", SIMULATION);
            draft.assume("nobody says it, so %s does".formatted(SIMULATION));
        }
    }

    private void putRecipients(RowDraft draft) {
        var written = draft.text(MselColumn.TO);
        var found = roles.recipients(written);
        found.assumed().forEach(words -> draft.assume(MselColumn.TO, words));
        var to = new LinkedHashSet<>(found.roles());
        if (to.isEmpty()) {
            to.add(standIn());
        }
        if (!found.unknown().isEmpty()) {
            draft.leave(
                    MselColumn.TO,
                    "plan \"%s\" has no role %s%s"
                            .formatted(
                                    plan.id(),
                                    found.unknown().stream().map(Words::quoted).collect(Collectors.joining(", ")),
                                    found.roles().isEmpty() ? ", so %s stands in".formatted(standIn()) : ""));
        } else if (found.roles().isEmpty()) {
            draft.assume(MselColumn.TO, "nobody receives it, so %s does".formatted(standIn()));
        }
        draft.put("to", to);
    }

    private String standIn() {
        return plan.role("crisis-lead").orElse(plan.roles().getFirst()).id();
    }

    private static void putText(RowDraft draft) {
        var column = draft.row().has(MselColumn.TEXT) ? MselColumn.TEXT : MselColumn.TITLE;
        var text = draft.cut(column, RowDraft.TEXT);
        draft.inject().put("text", text.isEmpty() ? draft.inject().get("title").textValue() : text);
    }

    private void putSteps(RowDraft draft) {
        var named = Words.split(draft.text(MselColumn.STEPS), LIST).stream()
                .collect(Collectors.partitioningBy(
                        id -> isStep(draft, id), Collectors.toCollection(LinkedHashSet::new)));
        if (!named.get(false).isEmpty()) {
            draft.leave(
                    MselColumn.STEPS,
                    "plan \"%s\" has no step %s that this inject may expect"
                            .formatted(plan.id(), Words.quoted(String.join(", ", named.get(false)))));
        }
        var expected = named.get(true);
        if (!draft.row().exact()) {
            expected.addAll(steps.expected(draft.text(MselColumn.OUTCOME)));
        }
        if (!expected.isEmpty()) {
            draft.put("expects", expected);
        }
    }

    private boolean isStep(RowDraft draft, String id) {
        return plan.step(id)
                .filter(step -> draft.row().exact() || StepWords.canBeExpectedAnywhere(step))
                .isPresent();
    }

    /** Where no other column gives times, this one does. */
    private static void putAcknowledge(RowDraft draft) {
        var table = draft.row().table();
        var exact = draft.row().exact();
        if (exact || table.has(MselColumn.TIME) || table.has(MselColumn.ELAPSED) || table.has(MselColumn.DATE)) {
            draft.duration(MselColumn.MAXIMUM)
                    .filter(by -> exact || by.isPositive())
                    .ifPresent(by -> draft.inject().put("acknowledge", by.toString()));
        }
    }

    /** Options and attachments stand in a cell as in a scenario's file. */
    private static void putList(RowDraft draft, MselColumn column, String key) {
        if (!draft.row().has(column)) {
            return;
        }
        var fields = JsonNodeFactory.instance.objectNode();
        draft.yaml(draft.text(column)).ifPresent(list -> fields.set(key, list));
        if (fields.path(key).isArray() && draft.accepts(fields)) {
            draft.inject().setAll(fields);
        } else {
            draft.leave(column, "no list of %s as in a scenario's file".formatted(key));
        }
    }

    private static void putFault(RowDraft draft) {
        var written = draft.text(MselColumn.FAULT).strip();
        if (written.isEmpty()) {
            return;
        }
        Arrays.stream(FaultStatus.values())
                .map(FaultStatus::label)
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .ifPresentOrElse(
                        fault -> draft.inject().put("fault", fault),
                        () -> draft.leave(MselColumn.FAULT, "no fault status: %s".formatted(Words.quoted(written))));
    }

    /** After a jump other people's times by the clock could mean two moments; so a person decides there. */
    private static void putJump(RowDraft draft) {
        if (draft.row().exact() && draft.row().has(MselColumn.JUMP) && !isScripted(draft.inject())) {
            draft.leave(MselColumn.JUMP, ONLY_SCRIPTED_JUMP);
        } else if (draft.row().exact()) {
            draft.duration(MselColumn.JUMP).ifPresent(by -> draft.inject().put("jump", by.toString()));
        } else if (draft.row().has(MselColumn.JUMP)) {
            draft.leave(MselColumn.JUMP, "write the jump into the scenario by hand, and the times behind it");
        }
    }

    private static boolean isScripted(ObjectNode inject) {
        return inject.has("at") && !inject.has("when") && !inject.has("unless");
    }

    private static void putGuidance(RowDraft draft) {
        putGuidance(draft, MselColumn.OUTCOME, "outcome", RowDraft.TEXT);
        putGuidance(draft, MselColumn.LEARNING, "learning", RowDraft.TEXT);
        putGuidance(draft, MselColumn.CONTROLLER, "controller", RowDraft.WORDS);
    }

    private static void putGuidance(RowDraft draft, MselColumn column, String key, int most) {
        if (draft.row().has(column)) {
            draft.inject().put(key, draft.cut(column, most));
        }
    }

    /** What Muster exported and has no column for; only from its own sheets. */
    private static void putFurther(RowDraft draft) {
        if (draft.row().exact() && draft.row().has(MselColumn.FURTHER)) {
            draft.yaml(draft.text(MselColumn.FURTHER))
                    .filter(further -> further instanceof ObjectNode fields && draft.accepts(fields))
                    .ifPresentOrElse(
                            further -> draft.inject().setAll((ObjectNode) further),
                            () -> draft.leave(MselColumn.FURTHER, "no fields as in a scenario's file"));
        }
    }

    /** What became of a row, in words. */
    static String summary(ObjectNode inject) {
        var when = Optional.ofNullable(inject.get("at"))
                .map(at -> "at " + at.textValue())
                .orElse(inject.has("ready") ? "ready to fire" : "after a condition");
        return "%s: %s, by %s, to %s"
                .formatted(
                        inject.get("id").textValue(),
                        when,
                        inject.get("channel").textValue(),
                        String.join(", ", Words.texts(inject.path("to"))));
    }
}
