package dev.muster.composer;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Condition;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Release;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Composes an inject: {@code anInject("alert").at(0).expecting("recognise")}. */
public final class InjectComposer {

    private final String id;
    private String title;
    private Release release = new Release.Scripted(Duration.ZERO);
    private List<String> to = List.of("crisis-lead");
    private List<String> expects = List.of();
    private List<Option> options = List.of();
    private Optional<FaultStatus> fault = Optional.empty();
    private Optional<Duration> jump = Optional.empty();

    private InjectComposer(String id) {
        this.id = id;
        this.title = id;
    }

    /** An inject that comes at the start, expects nothing and asks for no decision. */
    public static InjectComposer anInject(String id) {
        return new InjectComposer(id);
    }

    public InjectComposer called(String words) {
        title = words;
        return this;
    }

    public InjectComposer at(int minute) {
        release = new Release.Scripted(Duration.ofMinutes(minute));
        return this;
    }

    public InjectComposer at(int minute, Condition condition) {
        release = new Release.Contingency(Duration.ofMinutes(minute), condition);
        return this;
    }

    public InjectComposer after(Condition condition) {
        return after(condition, 0);
    }

    public InjectComposer after(Condition condition, int delay) {
        release = new Release.Reactive(condition, Duration.ofMinutes(delay));
        return this;
    }

    public InjectComposer expecting(String... steps) {
        expects = List.of(steps);
        return this;
    }

    public InjectComposer to(String... roles) {
        to = List.of(roles);
        return this;
    }

    public InjectComposer offering(String... choices) {
        options = Stream.of(choices).map(id -> new Option(id, id, "")).toList();
        return this;
    }

    public InjectComposer offering(Option... choices) {
        options = List.of(choices);
        return this;
    }

    public InjectComposer establishing(FaultStatus status) {
        fault = Optional.of(status);
        return this;
    }

    public InjectComposer ready() {
        release = new Release.Ready("When nothing else happens");
        return this;
    }

    public InjectComposer leapingAhead(Duration by) {
        jump = Optional.of(by);
        return this;
    }

    public Inject compose() {
        return new Inject(
                id,
                title,
                release,
                Channel.EMAIL,
                "Somebody",
                Optional.empty(),
                to,
                "Something happened.",
                List.of(),
                expects,
                Optional.empty(),
                options,
                fault,
                jump,
                Guidance.NONE);
    }
}
