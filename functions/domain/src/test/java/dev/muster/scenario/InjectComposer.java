package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Composes injects for tests. */
public final class InjectComposer {

    private final String id;
    private Release release = new Release.Scripted(Duration.ZERO);
    private Channel channel = Channel.CHAT;
    private String from = "Somebody";
    private List<String> to = List.of("crisis-lead");
    private String text = "Something has happened.";
    private List<String> expects = List.of();
    private Optional<Duration> acknowledge = Optional.empty();
    private List<Option> options = List.of();
    private Optional<FaultStatus> fault = Optional.empty();

    private InjectComposer(String id) {
        this.id = id;
    }

    /** A chat message to the crisis lead at the start of the drill. */
    public static InjectComposer anInject(String id) {
        return new InjectComposer(id);
    }

    public InjectComposer at(Duration at) {
        this.release = new Release.Scripted(at);
        return this;
    }

    public InjectComposer atIf(Duration at, Condition condition) {
        this.release = new Release.Contingency(at, condition);
        return this;
    }

    public InjectComposer atUnless(Duration at, Condition condition) {
        return atIf(at, new Condition.Not(condition));
    }

    /** Released this long after the team made the condition true. */
    public InjectComposer after(Condition condition, Duration delay) {
        this.release = new Release.Reactive(condition, delay);
        return this;
    }

    public InjectComposer on(Channel channel) {
        this.channel = channel;
        return this;
    }

    public InjectComposer from(String from) {
        this.from = from;
        return this;
    }

    public InjectComposer to(String... roles) {
        this.to = List.of(roles);
        return this;
    }

    public InjectComposer saying(String text) {
        this.text = text;
        return this;
    }

    public InjectComposer expecting(String... steps) {
        this.expects = List.of(steps);
        return this;
    }

    public InjectComposer toBeAcknowledgedWithin(Duration time) {
        this.acknowledge = Optional.of(time);
        return this;
    }

    /** Asks for a decision between these. */
    public InjectComposer offering(String... options) {
        this.options = Stream.of(options)
                .map(option -> new Option(option, "Choose " + option, option + " is what you get."))
                .toList();
        return this;
    }

    public InjectComposer establishing(FaultStatus fault) {
        this.fault = Optional.of(fault);
        return this;
    }

    public Inject build() {
        return new Inject(
                id, "What " + id + " is", release, channel, from, to, text, expects, acknowledge, options, fault);
    }
}
