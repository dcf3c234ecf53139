package dev.muster.scoring;

import dev.muster.drill.DurationWords;
import dev.muster.drill.Progress;
import dev.muster.drill.Proof;
import dev.muster.drill.SentMessage;
import dev.muster.drill.StepClock;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.FaultStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks a step by one of its clocks: timeliness times quality of the proof, and of the moment at which its channels are
 * counted, that together earn most. Therefore an answer that comes earlier never earns less.
 */
final class ClockMarker {

    private final ScoringRules rules;
    private final Progress progress;
    private final StepClock clock;
    private final FaultStatus fault;
    private final List<Proof> proofs;
    private final Map<Channel, Duration> channelsFrom;

    ClockMarker(ScoringRules rules, Progress progress, StepClock clock) {
        this.rules = rules;
        this.progress = progress;
        this.clock = clock;
        this.fault = progress.faultAt(clock.opened());
        this.proofs = progress.proofs(clock);
        this.channelsFrom = channelsFrom();
    }

    /** A proof that counts, at the moment until which its channels are counted. */
    private record Candidate(Proof proof, boolean named, Duration moment, double timeliness, Quality quality) {
        double mark() {
            return timeliness * quality.value();
        }
    }

    /** Of two that earn the same, readers expect the one whose author names the step. */
    private static final Comparator<Candidate> BETTER =
            Comparator.comparingDouble(Candidate::mark).thenComparing(Candidate::named);

    ClockMark mark() {
        return best().map(this::done).orElseGet(this::notDone);
    }

    private ClockMark done(Candidate best) {
        var lines = new ArrayList<>(best.quality().lines());
        var outcome = best.timeliness() < 1 ? StepOutcome.LATE : StepOutcome.ON_TIME;
        lines.add(new Line(
                "timeliness",
                best.mark() - best.quality().value(),
                0,
                timeWords(best),
                best.proof().entries(),
                List.of()));
        return new ClockMark(outcome, best.mark(), Optional.of(best.proof().at()), lines);
    }

    private ClockMark notDone() {
        if (clock.due().compareTo(progress.log().horizon()) > 0) {
            var why = "due at %s, which the drill did not reach".formatted(DurationWords.of(clock.due()));
            return ClockMark.without(StepOutcome.NOT_EVALUATED, line("not-evaluated", 0, why, clock.entry()));
        }
        var claims = progress.claims(clock);
        if (!claims.isEmpty()) {
            var claim = claims.getFirst();
            var why = "%s reported it done at %s and showed nothing for it"
                    .formatted(claim.event().role(), DurationWords.of(claim.at()));
            return ClockMark.without(StepOutcome.CLAIMED, line("claimed", 1, why, claim.entry()));
        }
        var why = "nothing to show; it was due at " + DurationWords.of(clock.due());
        return ClockMark.without(StepOutcome.MISSED, line("missed", 1, why, clock.entry()));
    }

    private Line line(String rule, double possible, String why, String entry) {
        var prompt =
                clock.inject().map(inject -> " (asked for by " + inject + ")").orElse("");
        return new Line(rule, 0, possible, why + prompt, List.of(entry), List.of());
    }

    private Optional<Candidate> best() {
        Candidate best = null;
        for (var proof : proofs) {
            // Later proofs are at most as timely: none can beat what is already worth more than its timeliness.
            if (best != null && timeliness(proof.at()) < best.mark()) {
                break;
            }
            for (var moment : moments(proof)) {
                var candidate = candidate(proof, moment);
                if (best == null || BETTER.compare(candidate, best) > 0) {
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Candidate candidate(Proof proof, Duration moment) {
        var quality = new Quality(rules, clock, proof, usedUntil(moment), fault);
        var named =
                proof.message().filter(message -> message.names(clock.step())).isPresent();
        return new Candidate(proof, named, moment, timeliness(moment), quality);
    }

    /** When the proof is there, and each later moment at which one more of the demanded channels is used. */
    private List<Duration> moments(Proof proof) {
        var moments = new ArrayList<Duration>();
        moments.add(proof.at());
        channelsFrom.values().stream()
                .filter(from -> from.compareTo(proof.at()) > 0)
                .sorted()
                .forEach(moments::add);
        return moments;
    }

    private Set<Channel> usedUntil(Duration moment) {
        var used = EnumSet.noneOf(Channel.class);
        channelsFrom.forEach((channel, from) -> {
            if (from.compareTo(moment) <= 0) {
                used.add(channel);
            }
        });
        return used;
    }

    private Map<Channel, Duration> channelsFrom() {
        var from = new EnumMap<Channel, Duration>(Channel.class);
        if (clock.step().evidence() instanceof Evidence.Message wanted) {
            proofs.stream()
                    .flatMap(proof -> proof.message().stream())
                    .filter(sent -> wanted.channels().contains(channel(sent)))
                    .forEach(sent -> from.putIfAbsent(channel(sent), sent.at()));
        }
        return from;
    }

    private static Channel channel(SentMessage sent) {
        return sent.message().channel();
    }

    /** 1 until the deadline, then falling linearly to 0 at the plan's zero. */
    private double timeliness(Duration moment) {
        if (moment.compareTo(clock.due()) <= 0) {
            return 1;
        }
        if (moment.compareTo(clock.zero()) >= 0) {
            return 0;
        }
        var left = clock.zero().minus(moment).toMillis();
        return (double) left / clock.zero().minus(clock.due()).toMillis();
    }

    private String timeWords(Candidate best) {
        var after = best.moment().minus(clock.opened());
        var within = DurationWords.of(clock.step().deadline());
        if (after.isNegative()) {
            return "before it was asked for";
        }
        if (best.timeliness() == 1) {
            return "after %s, within %s".formatted(DurationWords.of(after), within);
        }
        return "after %s, due within %s, worth nothing from %s on: %d %% of it counts"
                .formatted(
                        DurationWords.of(after),
                        within,
                        DurationWords.of(clock.step().zero()),
                        Math.round(100 * best.timeliness()));
    }
}
