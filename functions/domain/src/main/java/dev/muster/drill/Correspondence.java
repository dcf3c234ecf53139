package dev.muster.drill;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.MarkOverruled;
import dev.muster.drill.DrillEvent.MessageApproved;
import dev.muster.drill.DrillEvent.MessageDrafted;
import dev.muster.drill.DrillEvent.MessageRated;
import dev.muster.drill.DrillEvent.MessageRefused;
import dev.muster.drill.DrillEvent.MessageSent;
import dev.muster.drill.DrillEvent.Ruling;
import dev.muster.scenario.Criterion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the team wrote: what went out, what waits for approval, what was refused. */
public final class Correspondence {

    private final Map<String, Occurrence<MessageDrafted>> drafts = new LinkedHashMap<>();
    private final Map<String, SentMessage> sent = new LinkedHashMap<>();
    private final Map<String, Occurrence<MessageRefused>> refused = new LinkedHashMap<>();
    private final Map<String, Map<Criterion, CriterionMark>> read = new HashMap<>();
    private final Map<String, Map<Criterion, Occurrence<MarkOverruled>>> overruled = new HashMap<>();

    private Correspondence(EventLog log) {
        // Drafts, ratings and rulings first: entries of one moment are ordered by id, not by cause.
        log.all(MessageDrafted.class)
                .forEach(one -> drafts.putIfAbsent(one.event().message().id(), one));
        log.all(MessageRated.class)
                .forEach(one -> read.computeIfAbsent(one.event().message(), id -> new EnumMap<>(Criterion.class))
                        .putAll(one.event().marks()));
        log.all(MarkOverruled.class).forEach(this::overrule);
        log.all(DrillEvent.Response.class).forEach(this::settle);
    }

    public static Correspondence of(EventLog log) {
        return new Correspondence(log);
    }

    /** What went out, in the order of going out. */
    public List<SentMessage> sent() {
        return List.copyOf(sent.values());
    }

    public Optional<SentMessage> sent(String message) {
        return Optional.ofNullable(sent.get(message));
    }

    /** Drafts that nobody approved or refused. */
    public List<Occurrence<MessageDrafted>> waiting() {
        return drafts.values().stream()
                .filter(draft -> !settled(draft.event().message().id()))
                .toList();
    }

    public Optional<Occurrence<MessageDrafted>> draft(String message) {
        return Optional.ofNullable(drafts.get(message));
    }

    public List<Occurrence<MessageRefused>> refused() {
        return List.copyOf(refused.values());
    }

    /**
     * What a message shows: as an evaluator ruled last, else as raters found; on one criterion the latest rating counts.
     */
    public Map<Criterion, CriterionMark> marks(String message) {
        var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
        marks.putAll(automatic(message));
        overruled(message).forEach((criterion, ruling) -> marks.put(criterion, ruled(ruling, marks.get(criterion))));
        return marks;
    }

    /** What raters found in a message, whatever evaluators say; on one criterion the latest rating counts. */
    public Map<Criterion, CriterionMark> automatic(String message) {
        return Map.copyOf(read.getOrDefault(message, Map.of()));
    }

    /** What evaluators ruled last on a message. */
    public Map<Criterion, Occurrence<MarkOverruled>> overruled(String message) {
        return Map.copyOf(overruled.getOrDefault(message, Map.of()));
    }

    /** What left the organisation and was not read by a rater. */
    public List<SentMessage> unrated() {
        return sent.values().stream()
                .filter(message -> message.external() && !read.containsKey(message.id()))
                .toList();
    }

    private void overrule(Occurrence<MarkOverruled> one) {
        if (one.event().ruling() instanceof Ruling.OnCriterion it) {
            overruled
                    .computeIfAbsent(it.message(), id -> new EnumMap<>(Criterion.class))
                    .put(it.criterion(), one);
        }
    }

    /** The words that the rater quoted stand, where both say that the criterion is shown. */
    private static CriterionMark ruled(Occurrence<MarkOverruled> ruling, CriterionMark automatic) {
        var present = ((Ruling.OnCriterion) ruling.event().ruling()).present();
        var quotes = present && automatic != null && automatic.present() ? automatic.quotes() : List.<String>of();
        return new CriterionMark(present, present ? 1 : 0, quotes);
    }

    private void settle(Occurrence<DrillEvent.Response> one) {
        switch (one.event()) {
            case MessageSent out -> send(out.message(), out.approvalSkipped(), one, List.of(one.entry()));
            case MessageApproved approved -> approve(approved.message(), one);
            case MessageRefused refusal -> refuse(refusal, one);
            default -> {}
        }
    }

    private void approve(String message, Occurrence<?> approval) {
        var draft = drafts.get(message);
        if (draft != null && !settled(message)) {
            send(draft.event().message(), false, approval, List.of(draft.entry(), approval.entry()));
        }
    }

    private void refuse(MessageRefused refusal, Occurrence<?> one) {
        if (drafts.containsKey(refusal.message()) && !settled(refusal.message())) {
            refused.put(refusal.message(), new Occurrence<>(refusal, one.at(), one.entry()));
        }
    }

    private void send(Message message, boolean approvalSkipped, Occurrence<?> cause, List<String> entries) {
        var sentMessage = new SentMessage(
                message, cause.at(), approvalSkipped, marks(message.id()), overruled(message.id()), entries);
        sent.putIfAbsent(message.id(), sentMessage);
    }

    private boolean settled(String message) {
        return sent.containsKey(message) || refused.containsKey(message);
    }
}
