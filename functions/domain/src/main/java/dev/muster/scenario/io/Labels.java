package dev.muster.scenario.io;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Phase;
import dev.muster.scenario.Step;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names that the constants of an enum have in files.
 *
 * @param what what a constant is called in messages, with its article
 */
record Labels<E extends Enum<E>>(String what, Map<String, E> byLabel, Function<E, String> label) {

    static final Labels<Audience> AUDIENCES = of("an audience", Audience.values(), Audience::label);
    static final Labels<Channel> CHANNELS = of("a channel", Channel.values(), Channel::label);
    static final Labels<CrisisKind> KINDS = of("a kind of crisis", CrisisKind.values(), CrisisKind::label);
    static final Labels<Criterion> CRITERIA = of("a criterion", Criterion.values(), Criterion::label);
    static final Labels<FaultStatus> FAULTS = of("a fault status", FaultStatus.values(), FaultStatus::label);
    static final Labels<Phase> PHASES = of("a phase", Phase.values(), Phase::label);
    static final Labels<Step.Mode> MODES = of("a mode", Step.Mode.values(), Labels::kebab);
    static final Labels<Step.Starts> STARTS = of("a start of the clock", Step.Starts.values(), Labels::kebab);

    private static <E extends Enum<E>> Labels<E> of(String what, E[] values, Function<E, String> label) {
        var byLabel = Stream.of(values).collect(toMap(label, identity(), (one, other) -> one, LinkedHashMap::new));
        return new Labels<>(what, byLabel, label);
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Optional<E> find(String text) {
        return Optional.ofNullable(byLabel.get(text));
    }

    Set<String> all() {
        return byLabel.keySet();
    }
}
