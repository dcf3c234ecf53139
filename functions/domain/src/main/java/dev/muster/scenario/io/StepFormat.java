package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import java.time.Duration;
import java.util.List;

/** The JSON form of a plan's step and of its evidence. */
final class StepFormat {

    /** A late step earns nothing from this many deadlines on, unless the plan says otherwise. */
    private static final int ZERO_IN_DEADLINES = 3;

    private static final List<String> KINDS_OF_EVIDENCE = List.of("message", "answer", "action", "decision", "absence");

    private StepFormat() {}

    static Step read(FieldReader step) {
        var mode = step.one("mode", Labels.MODES, Step.Mode.OBSERVED);
        var evidence = evidence(step, mode);
        var deadline = hasClock(mode, evidence) ? step.duration("deadline") : step.duration("deadline", Duration.ZERO);
        return new Step(
                step.text("id"),
                step.text("title"),
                step.one("phase", Labels.PHASES),
                step.texts("source"),
                step.texts("stands-for"),
                mode,
                step.text("owner"),
                step.one("starts", Labels.STARTS, Step.Starts.EXPECTED),
                deadline,
                zero(step, deadline),
                step.flag("each"),
                evidence,
                step.set("criteria", Labels.CRITERIA),
                step.set("without", Labels.CRITERIA),
                step.number("weight", 1),
                step.flag("critical"),
                step.text("checklist", ""));
    }

    /** What is checked from records or proved by absence has no moment at which it is done, and thus no deadline. */
    static boolean hasClock(Step.Mode mode, Evidence evidence) {
        return mode != Step.Mode.CHECKED && !(evidence instanceof Evidence.Absence);
    }

    private static Duration zero(FieldReader step, Duration deadline) {
        try {
            return step.has("zero") ? step.duration("zero") : deadline.multipliedBy(ZERO_IN_DEADLINES);
        } catch (ArithmeticException e) {
            throw step.unreadable("deadline", "the deadline is too long: " + deadline);
        }
    }

    static ObjectNode write(Step step) {
        var node = FieldWriter.of("id", step.id())
                .put("title", step.title())
                .put("phase", step.phase(), Labels.PHASES)
                .texts("source", step.source())
                .texts("stands-for", step.standsFor())
                .put("mode", step.mode(), Labels.MODES)
                .put("owner", step.owner());
        if (step.scored() || step.starts() != Step.Starts.EXPECTED) {
            node.put("starts", step.starts(), Labels.STARTS);
        }
        if (hasClock(step.mode(), step.evidence())
                || !step.deadline().isZero()
                || !step.zero().isZero()) {
            node.put("deadline", step.deadline()).put("zero", step.zero());
        }
        if (!(step.evidence() instanceof Evidence.Records)) {
            node.put("evidence", evidence(step.evidence()));
        }
        return node.flag("each", step.each())
                .labels("criteria", step.criteria(), Labels.CRITERIA)
                .labels("without", step.without(), Labels.CRITERIA)
                .put("weight", step.weight())
                .flag("critical", step.critical())
                .putUnlessEmpty("checklist", step.checklist())
                .node();
    }

    private static Evidence evidence(FieldReader step, Step.Mode mode) {
        return step.optionalObject("evidence").map(StepFormat::evidence).orElseGet(() -> {
            if (mode != Step.Mode.CHECKED) {
                throw step.unreadable("evidence", "key \"evidence\" is missing");
            }
            return new Evidence.Records();
        });
    }

    private static Evidence evidence(FieldReader evidence) {
        var kinds = KINDS_OF_EVIDENCE.stream().filter(evidence::has).toList();
        if (kinds.size() != 1) {
            throw evidence.unreadable(Wording.oneOf(KINDS_OF_EVIDENCE, kinds));
        }
        var kind = kinds.getFirst();
        return switch (kind) {
            case "message" -> message(evidence.object(kind));
            case "absence" -> new Evidence.Absence(evidence.object(kind).set("audiences", Labels.AUDIENCES));
            case "answer" -> new Evidence.Answer();
            case "action" -> new Evidence.Action();
            default -> new Evidence.Decision();
        };
    }

    private static Evidence message(FieldReader message) {
        return new Evidence.Message(
                message.set("audiences", Labels.AUDIENCES),
                message.set("channels", Labels.CHANNELS),
                message.flag("all"));
    }

    private static JsonNode evidence(Evidence evidence) {
        var empty = FieldWriter.empty().node();
        var written = FieldWriter.empty();
        return switch (evidence) {
            case Evidence.Message message ->
                written.put("message", message(message)).node();
            case Evidence.Absence absence ->
                written.put("absence", absence(absence)).node();
            case Evidence.Answer answer -> written.put("answer", empty).node();
            case Evidence.Action action -> written.put("action", empty).node();
            case Evidence.Decision decision -> written.put("decision", empty).node();
            case Evidence.Records records -> written.node();
        };
    }

    private static JsonNode message(Evidence.Message message) {
        return FieldWriter.empty()
                .labels("audiences", message.audiences(), Labels.AUDIENCES)
                .labels("channels", message.channels(), Labels.CHANNELS)
                .flag("all", message.all())
                .node();
    }

    private static JsonNode absence(Evidence.Absence absence) {
        return FieldWriter.empty()
                .labels("audiences", absence.audiences(), Labels.AUDIENCES)
                .node();
    }
}
