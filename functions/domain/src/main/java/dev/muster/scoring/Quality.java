package dev.muster.scoring;

import static java.util.stream.Collectors.joining;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Occurrence;
import dev.muster.drill.Proof;
import dev.muster.drill.SentMessage;
import dev.muster.drill.StepClock;
import dev.muster.drill.Verdict.Truth;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.FaultStatus;
import dev.muster.scenario.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How well a proof does what its step asks: 0 to 1, and why. */
final class Quality {

    private final ScoringRules rules;
    private final Step step;
    private final Proof proof;
    private final Set<Channel> used;
    private final Set<Criterion> demanded;
    private final List<Part> parts;

    /** What a part is worth and what it won of it; its words are made only for the proof that counts. */
    private record Part(String rule, double won, double possible, Criterion criterion, Truth shown) {}

    /**
     * @param used the channels on which messages for the step went out until the moment that counts
     * @param fault the fault status when the step's clock was opened
     */
    Quality(ScoringRules rules, StepClock clock, Proof proof, Set<Channel> used, FaultStatus fault) {
        this.rules = rules;
        this.step = clock.step();
        this.proof = proof;
        this.used = used;
        this.demanded = demanded(step, fault);
        this.parts = parts();
    }

    /** Owning a fault is not demanded from a victim; owning the response under an unknown cause is. */
    private static Set<Criterion> demanded(Step step, FaultStatus fault) {
        var demanded = EnumSet.noneOf(Criterion.class);
        demanded.addAll(step.criteria());
        if (fault == FaultStatus.VICTIM) {
            demanded.remove(Criterion.RESPONSIBILITY);
        }
        return demanded;
    }

    double value() {
        return parts.stream().mapToDouble(Part::won).sum();
    }

    List<Line> lines() {
        return parts.stream().map(this::line).toList();
    }

    private List<Part> parts() {
        var channels = demandedChannels().isEmpty() ? 0 : rules.channels();
        var criteria = readable() && !(demanded.isEmpty() && step.without().isEmpty()) ? rules.criteria() : 0;
        var whole = rules.covered() + rules.owner() + channels + criteria;
        var parts = new ArrayList<Part>();
        parts.add(part("covered", 1, rules.covered() / whole));
        parts.add(part("owner", byOwner() ? 1 : 0, rules.owner() / whole));
        if (channels > 0) {
            parts.add(part("channels", shareOfChannels(), channels / whole));
        }
        if (criteria > 0) {
            addCriteria(parts, criteria / whole);
        }
        return parts;
    }

    private static Part part(String rule, double share, double possible) {
        return new Part(rule, share * possible, possible, null, null);
    }

    private boolean byOwner() {
        return proof.role().equals(step.owner());
    }

    /** Words inside the organisation are not rated. */
    private boolean readable() {
        return proof.message()
                .filter(message -> message.external() || !message.marks().isEmpty())
                .isPresent();
    }

    private Set<Channel> demandedChannels() {
        return step.evidence() instanceof Evidence.Message message ? message.channels() : Set.of();
    }

    private double shareOfChannels() {
        var hits = (double) demandedChannels().stream().filter(used::contains).count();
        return eachChannel() ? hits / demandedChannels().size() : Math.min(1, hits);
    }

    private void addCriteria(List<Part> parts, double possible) {
        var forbidden = sorted(step.without());
        if (demanded.isEmpty()) {
            var each = possible / forbidden.size();
            forbidden.forEach(criterion -> {
                var shown = message().surelyShows(criterion);
                parts.add(new Part("without", shown == Truth.FALSE ? each : 0, each, criterion, shown));
            });
            return;
        }
        var each = possible / demanded.size();
        var left = 0.0;
        for (var criterion : demanded) {
            var shown = message().surelyShows(criterion);
            var won = shown == Truth.TRUE ? each : 0;
            left += won;
            parts.add(new Part("criterion", won, each, criterion, shown));
        }
        for (var criterion : forbidden) {
            var shown = message().surelyShows(criterion);
            if (shown != Truth.FALSE) {
                var taken = shown == Truth.TRUE ? Math.min(each, left) : 0;
                left -= taken;
                parts.add(new Part("without", 0 - taken, 0, criterion, shown));
            }
        }
    }

    private static Set<Criterion> sorted(Set<Criterion> criteria) {
        var sorted = EnumSet.noneOf(Criterion.class);
        sorted.addAll(criteria);
        return sorted;
    }

    private SentMessage message() {
        return proof.message().orElseThrow();
    }

    private Line line(Part part) {
        return switch (part.rule()) {
            case "covered" -> line(part, proofWords(), List.of());
            case "owner" -> line(part, ownerWords(), List.of());
            case "channels" -> line(part, channelWords(), List.of());
            default -> criterionLine(part);
        };
    }

    private Line line(Part part, String reason, List<String> quotes) {
        return new Line(part.rule(), part.won(), part.possible(), reason, proof.entries(), quotes);
    }

    private Line criterionLine(Part part) {
        var name = part.criterion().label();
        var rule = part.rule() + "." + name;
        var reason = "message " + message().id()
                + switch (part.shown()) {
                    case TRUE -> " shows " + name + (part.rule().equals("without") ? ", which the plan forbids" : "");
                    case FALSE -> " shows no " + name;
                    case UNKNOWN ->
                        message().unsure(part.criterion())
                                ? " may show %s or not: unsure, please confirm".formatted(name)
                                : " is not yet rated for " + name;
                };
        var ruling = Optional.ofNullable(message().overruled().get(part.criterion()));
        return new Line(
                rule,
                part.won(),
                part.possible(),
                reason + ruling.map(Occurrence::event).map(Quality::overruled).orElse(""),
                Stream.concat(proof.entries().stream(), ruling.map(Occurrence::entry).stream())
                        .toList(),
                message().quotes(part.criterion()));
    }

    private static String overruled(DrillEvent.MarkOverruled ruling) {
        return ", as %s ruled: %s".formatted(ruling.by(), ruling.reason());
    }

    private String ownerWords() {
        return byOwner()
                ? "done as " + step.owner() + ", whom the plan names"
                : "done as %s; the plan names %s".formatted(proof.role(), step.owner());
    }

    private String channelWords() {
        var hits = EnumSet.noneOf(Channel.class);
        hits.addAll(demandedChannels());
        hits.retainAll(used);
        return "the plan demands %s%s; used: %s"
                .formatted(quantifier(), labels(demandedChannels()), hits.isEmpty() ? "none" : labels(hits));
    }

    private String quantifier() {
        if (demandedChannels().size() == 1) {
            return "";
        }
        return eachChannel() ? "each of " : "one of ";
    }

    private boolean eachChannel() {
        return step.evidence() instanceof Evidence.Message message && message.all();
    }

    private static String labels(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::label).collect(joining(", "));
    }

    private String proofWords() {
        var at = DurationWords.of(proof.at());
        return proof.message()
                .map(SentMessage::message)
                .map(message -> "message %s to %s (%s) at %s"
                        .formatted(
                                message.id(),
                                message.audience().label(),
                                message.channel().label(),
                                at))
                .orElseGet(() -> "done by %s at %s".formatted(proof.role(), at));
    }
}
