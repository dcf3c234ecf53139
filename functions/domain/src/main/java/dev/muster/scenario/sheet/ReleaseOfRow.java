package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the inject of a row is released: by its condition, if that is one that Muster can watch; otherwise by its type and
 * its time. What Muster cannot express becomes ready to fire, with the sheet's words as the trainer's hint.
 */
final class ReleaseOfRow {

    private static final Pattern KEYED_CONDITION = Pattern.compile("(?s)\\s*(unless|when|after)\\s*:.*");
    /** In which order dates are written makes no difference to what stands beside them. */
    private static final TimeReader TIMES = new TimeReader(false);

    private static final Pattern LINES = Pattern.compile("\\R");

    private final RowDraft draft;
    private final RowTime time;
    private final Timeline.Moment moment;
    private final Optional<ReleaseWords> kind;

    private ReleaseOfRow(RowDraft draft, RowTime time, Timeline.Moment moment) {
        this.draft = draft;
        this.time = time;
        this.moment = moment;
        this.kind = kind();
    }

    static void put(RowDraft draft, RowTime time, Timeline.Moment moment) {
        new ReleaseOfRow(draft, time, moment).put();
    }

    private Optional<ReleaseWords> kind() {
        var type = draft.text(MselColumn.TYPE);
        var byType = ReleaseWords.find(type);
        if (byType.isEmpty() && ChannelWords.find(type).isEmpty()) {
            draft.note(MselColumn.TYPE);
        }
        return byType.or(
                () -> ReleaseWords.find(draft.text(MselColumn.MODE)).filter(mode -> mode != ReleaseWords.SCRIPTED));
    }

    private boolean is(ReleaseWords wanted) {
        return kind.filter(wanted::equals).isPresent();
    }

    private void put() {
        var condition = is(ReleaseWords.READY) ? Optional.<ObjectNode>empty() : keyedCondition();
        if (condition.isPresent() && condition.get().has("after")) {
            var delay = draft.duration(MselColumn.DELAY).orElse(Duration.ZERO);
            draft.inject().setAll(condition.get());
            draft.inject().put("delay", delay.toString());
            leaveTime();
        } else if (condition.isPresent() && moment.at().isPresent()) {
            putAt();
            draft.inject().setAll(condition.get());
        } else if (moment.at().isPresent() && kind.orElse(ReleaseWords.SCRIPTED) == ReleaseWords.SCRIPTED) {
            putAt();
        } else {
            putReady();
        }
    }

    private void putAt() {
        draft.inject().put("at", moment.written());
        sayHowTheTimeWasRead();
        if (!moment.assumed().isEmpty()) {
            draft.assume(draft.row().timeColumn(), moment.assumed());
        }
    }

    private void sayHowTheTimeWasRead() {
        var column = draft.row().timeColumn();
        var counts = column == MselColumn.ELAPSED || column == MselColumn.MAXIMUM;
        var cell = counts ? draft.row().lapse(column) : draft.row().cell(column);
        var assumed = moment.at().isPresent() ? TIMES.assumed(cell, counts) : List.<String>of();
        assumed.forEach(words -> draft.assume(column, words));
        if (!assumed.isEmpty()) {
            draft.note(column);
        }
    }

    /** What waits for something else has no time of its own. */
    private void leaveTime() {
        if (moment.at().isPresent()) {
            draft.leave(
                    draft.row().timeColumn(),
                    "an inject that is released by its condition or by the trainer has no time");
        }
    }

    private Optional<ObjectNode> keyedCondition() {
        var text = draft.text(MselColumn.CONDITION);
        if (!KEYED_CONDITION.matcher(text).matches()) {
            return Optional.empty();
        }
        var condition = draft.yaml(text)
                .filter(JsonNode::isObject)
                .map(it -> (ObjectNode) it)
                .filter(it -> it.size() == 1 && draft.accepts(it));
        if (condition.isEmpty()) {
            draft.missNothing(
                    MselColumn.CONDITION,
                    "no condition that Muster reads; write for example unless: {step-done: holding-statement}");
        }
        return condition;
    }

    private void putReady() {
        if (draft.row().exact() && is(ReleaseWords.READY) && draft.row().has(MselColumn.CONDITION)) {
            draft.inject().put("ready", draft.text(MselColumn.CONDITION));
            leaveTime();
            return;
        }
        sayHowTheTimeWasRead();
        var hint = hint();
        draft.inject().put("ready", Words.cut(hint, RowDraft.WORDS));
        if (hint.length() > RowDraft.WORDS) {
            draft.note("When", hint);
        }
        if (!is(ReleaseWords.READY)) {
            draft.assume(
                    draft.row().timeColumn(),
                    "no time or condition that Muster can watch, so it is ready to fire: %s"
                            .formatted(Words.quoted(hint)));
        }
    }

    /** Tells the trainer when: what the sheet says of it, and the time that was planned. */
    private String hint() {
        var parts = new LinkedHashSet<String>();
        parts.add(
                is(ReleaseWords.EXPECTED_ACTION)
                        ? "Only as a prompt, if the team does not do it by itself"
                        : draft.text(MselColumn.TYPE));
        parts.add(draft.text(MselColumn.CONDITION));
        if (is(ReleaseWords.CONTINGENCY)) {
            parts.add(draft.text(MselColumn.REMARKS));
        }
        parts.add(planned());
        parts.add(day());
        parts.remove("");
        var hint = parts.isEmpty() ? "The sheet gives no time" : String.join("; ", parts);
        return LINES.matcher(hint).replaceAll(", ");
    }

    /** The day, where the sheet says one in a column of its own. */
    private String day() {
        return draft.row().has(MselColumn.DATE) ? "day: " + draft.text(MselColumn.DATE) : "";
    }

    private String planned() {
        return switch (time) {
            case RowTime.InWords words -> draft.row().exact() ? words.words() : ScriptRow.braced(words.words());
            case RowTime.Clock clock -> "planned for " + Times.shown(clock.time());
            case RowTime.Elapsed elapsed -> "planned for +" + Times.shown(elapsed.since());
        };
    }
}
