package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Customer;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Release;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.ScenarioClock.Jump;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The JSON form of an inject, in a scenario's script and in a log. */
public final class InjectFormat {

    private static final List<String> RELEASES = List.of("at", "after", "ready");

    /** As read so far: each jump in the script changes what later times of the scenario's own clock mean. */
    private Optional<ScenarioClock> clock;

    private final List<Customer> customers;

    private InjectFormat(Optional<ScenarioClock> clock, List<Customer> customers) {
        this.clock = clock;
        this.customers = customers;
    }

    /** The injects of a scenario. Times by its own clock count jumps that stand before them in the script. */
    static List<Inject> read(FieldReader scenario, Optional<LocalTime> starts, List<Customer> customers) {
        var clock = starts.map(time -> new ScenarioClock(time, List.of()));
        return scenario.objects("injects", new InjectFormat(clock, customers)::read);
    }

    /** @throws Unreadable if this is no inject as {@link #write} writes it */
    public static Inject read(JsonNode json) {
        return new InjectFormat(Optional.empty(), List.of()).read(FieldReader.of(json));
    }

    private Inject read(FieldReader inject) {
        var channel = inject.one("channel", Labels.CHANNELS);
        var release = release(inject);
        var jump = inject.optionalDuration("jump");
        jump.ifPresent(by -> leap(release, by));
        return new Inject(
                inject.text("id"),
                inject.text("title"),
                release,
                channel,
                from(inject, channel),
                inject.optionalText("customer"),
                inject.texts("to"),
                inject.text("text"),
                inject.objects("attachments", InjectFormat::attachment),
                inject.texts("expects"),
                inject.optionalDuration("acknowledge"),
                inject.objects("options", InjectFormat::option),
                inject.optionalOne("fault", Labels.FAULTS),
                jump,
                guidance(inject));
    }

    private void leap(Release release, Duration by) {
        if (release instanceof Release.Scripted scripted) {
            clock = clock.map(before -> before.with(new Jump(scripted.at(), by)));
        }
    }

    /** What it says itself counts; else the simulated customer who writes it. */
    private String from(FieldReader inject, Channel channel) {
        if (inject.has("from")) {
            return inject.text("from");
        }
        if (!inject.has("customer")) {
            throw inject.unreadable("needs \"from\" (who says it) or \"customer\" (which simulated customer)");
        }
        var id = inject.text("customer");
        return customers.stream()
                .filter(customer -> customer.id().equals(id))
                .findFirst()
                .map(customer -> customer.sender(channel))
                .orElseThrow(() -> inject.unreadable(
                        "customer",
                        "the scenario has no such customer: \"%s\"%s"
                                .formatted(
                                        id,
                                        Wording.suggestion(
                                                id,
                                                customers.stream()
                                                        .map(Customer::id)
                                                        .toList()))));
    }

    private static Guidance guidance(FieldReader inject) {
        return new Guidance(
                inject.text("outcome", ""),
                inject.text("learning", ""),
                inject.text("controller", ""),
                inject.textsByName("notes"));
    }

    private static Attachment attachment(FieldReader attachment) {
        return new Attachment(attachment.text("file"), attachment.text("title"), attachment.text("alt", ""));
    }

    private static Option option(FieldReader option) {
        return new Option(option.text("id"), option.text("text"), option.text("consequence", ""));
    }

    private Release release(FieldReader inject) {
        var kinds = RELEASES.stream().filter(inject::has).toList();
        if (kinds.size() != 1) {
            throw inject.unreadable(
                    "needs either \"at\" (a time), \"after\" (a condition) or \"ready\" (when the trainer releases it)");
        }
        return switch (kinds.getFirst()) {
            case "at" -> timed(inject);
            case "after" -> new Release.Reactive(condition(inject, "after"), inject.duration("delay", Duration.ZERO));
            default -> new Release.Ready(inject.text("ready"));
        };
    }

    private Release timed(FieldReader inject) {
        var at = inject.drillTime("at", clock);
        if (inject.has("when") && inject.has("unless")) {
            throw inject.unreadable("unless", "only one of \"when\" and \"unless\" can stand here");
        }
        if (inject.has("unless")) {
            return new Release.Contingency(at, new Condition.Not(condition(inject, "unless")));
        }
        return inject.has("when") ? new Release.Contingency(at, condition(inject, "when")) : new Release.Scripted(at);
    }

    private static Condition condition(FieldReader inject, String key) {
        return ConditionFormat.read(inject.object(key));
    }

    public static ObjectNode write(Inject inject) {
        var written = release(FieldWriter.of("id", inject.id()).put("title", inject.title()), inject.release())
                .put("channel", inject.channel(), Labels.CHANNELS)
                .putText("customer", inject.customer())
                .put("from", inject.from())
                .texts("to", inject.to())
                .put("text", inject.text())
                .objects("attachments", inject.attachments(), InjectFormat::attachment)
                .texts("expects", inject.expects())
                .putDuration("acknowledge", inject.acknowledge())
                .objects("options", inject.options(), InjectFormat::option)
                .put("fault", inject.fault(), Labels.FAULTS)
                .putDuration("jump", inject.jump());
        return guidance(written, inject.guidance()).node();
    }

    private static FieldWriter guidance(FieldWriter inject, Guidance guidance) {
        return inject.putUnlessEmpty("outcome", guidance.outcome())
                .putUnlessEmpty("learning", guidance.learning())
                .putUnlessEmpty("controller", guidance.controller())
                .textsByName("notes", guidance.notes());
    }

    private static JsonNode attachment(Attachment attachment) {
        return FieldWriter.of("file", attachment.file())
                .put("title", attachment.title())
                .putUnlessEmpty("alt", attachment.alt())
                .node();
    }

    private static JsonNode option(Option option) {
        return FieldWriter.of("id", option.id())
                .put("text", option.text())
                .putUnlessEmpty("consequence", option.consequence())
                .node();
    }

    private static FieldWriter release(FieldWriter inject, Release release) {
        return switch (release) {
            case Release.Scripted scripted -> inject.put("at", scripted.at());
            case Release.Contingency contingency -> contingency(inject, contingency);
            case Release.Reactive reactive ->
                inject.put("after", ConditionFormat.write(reactive.condition())).put("delay", reactive.delay());
            case Release.Ready ready -> inject.put("ready", ready.hint());
        };
    }

    private static FieldWriter contingency(FieldWriter inject, Release.Contingency release) {
        var timed = inject.put("at", release.at());
        return release.condition() instanceof Condition.Not unless
                ? timed.put("unless", ConditionFormat.write(unless.of()))
                : timed.put("when", ConditionFormat.write(release.condition()));
    }
}
