package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Evidence;
import dev.muster.scenario.Step;
import dev.muster.scenario.sheet.ChannelWords;
import dev.muster.scenario.sheet.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What proves the step of a row, and what must be in it. */
final class StepProof {

    private static final Pattern BETWEEN_CHANNELS = Pattern.compile("[,;/+&|\\n]|\\s(?:and|und|or|oder)\\s");

    private final StepCells cells;
    private final Optional<Step> base;

    /** @param base the step of the default plan that this one stands for */
    StepProof(StepCells cells, Optional<Step> base) {
        this.cells = cells;
        this.base = base;
    }

    /** What shows that the step is done. */
    Evidence evidence(Step.Mode mode) {
        var channels = channels();
        if (mode == Step.Mode.CHECKED) {
            return new Evidence.Records();
        }
        var words = cells.shown(StepColumn.EVIDENCE);
        var said = EvidenceWords.in(words);
        if (said.isPresent()) {
            return said(said.get(), channels);
        }
        if (!words.isEmpty()) {
            cells.note(StepColumn.EVIDENCE);
        }
        if (base.isPresent()) {
            return ofBase(base.get().evidence(), channels);
        }
        var audiences = audiences();
        if (channels.isEmpty() || audiences.isEmpty()) {
            cells.assume("a report that it is done proves it");
            return new Evidence.Action();
        }
        return new Evidence.Message(audiences, channels, false);
    }

    private Evidence said(EvidenceWords kind, Set<Channel> channels) {
        return switch (kind) {
            case DECISION -> new Evidence.Decision();
            case ANSWER -> new Evidence.Answer();
            case ACTION -> new Evidence.Action();
            case MESSAGE -> new Evidence.Message(audienceOfMessage(), channels, false);
        };
    }

    private Set<Audience> audienceOfMessage() {
        var audiences = audiences();
        if (!audiences.isEmpty()) {
            return audiences;
        }
        if (base.isPresent() && base.get().evidence() instanceof Evidence.Message message) {
            return message.audiences();
        }
        cells.assume("nobody is said whom the message is for; customers or the public");
        return EnumSet.of(Audience.CUSTOMERS, Audience.PUBLIC);
    }

    private Evidence ofBase(Evidence evidence, Set<Channel> channels) {
        cells.assume("%s proves it, as in the default plan's step \"%s\""
                .formatted(EvidenceWords.name(evidence), base.orElseThrow().id()));
        if (!(evidence instanceof Evidence.Message message)) {
            return evidence;
        }
        var named = audiences(StepColumn.AUDIENCE);
        return new Evidence.Message(
                named.isEmpty() ? message.audiences() : named,
                channels.isEmpty() ? message.channels() : channels,
                channels.isEmpty() && message.all());
    }

    private Set<Channel> channels() {
        var channels = EnumSet.noneOf(Channel.class);
        for (var piece : Words.split(cells.shown(StepColumn.CHANNEL), BETWEEN_CHANNELS)) {
            ChannelWords.find(piece)
                    .ifPresentOrElse(channel -> channels.add(sayNearest(piece, channel)), () -> unknown(piece));
        }
        return channels;
    }

    private Channel sayNearest(String written, Channel channel) {
        if (!ChannelWords.isSure(written, channel)) {
            cells.note(written);
            cells.assume("%s is taken for %s, the nearest that Muster has"
                    .formatted(Words.quoted(written), channel.label()));
        }
        return channel;
    }

    private void unknown(String channel) {
        cells.note(channel);
        cells.unused(
                "not a channel that Muster knows: %s; it stands in the checklist".formatted(Words.quoted(channel)));
    }

    private Set<Audience> audiences() {
        var named = audiences(StepColumn.AUDIENCE);
        return named.isEmpty() ? audiences(StepColumn.TITLE) : named;
    }

    private Set<Audience> audiences(StepColumn column) {
        return AudienceWords.in(cells.shown(column));
    }

    /** Channel and audience of what is no message are kept for people to read. */
    void noteWhatOnlyMessagesHave(Evidence evidence) {
        if (evidence instanceof Evidence.Message) {
            return;
        }
        for (var column : List.of(StepColumn.CHANNEL, StepColumn.AUDIENCE)) {
            if (!cells.shown(column).isEmpty()) {
                cells.note(column);
            }
        }
    }

    Set<Criterion> criteria(Evidence evidence) {
        return isWords(evidence) ? base.map(Step::criteria).orElse(Set.of()) : Set.of();
    }

    Set<Criterion> forbidden(Evidence evidence) {
        return isWords(evidence) || evidence instanceof Evidence.Absence
                ? base.map(Step::without).orElse(Set.of())
                : Set.of();
    }

    private static boolean isWords(Evidence evidence) {
        return evidence instanceof Evidence.Message || evidence instanceof Evidence.Answer;
    }
}
