package dev.muster.drill.respond;

import static dev.muster.drill.respond.Admission.check;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.respond.Recorded.Because;
import dev.muster.scenario.Member;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes down what a responder does: once for each idempotency key, at server time, never earlier than what it responds
 * to. The transaction touches no item that others write, so two teammates never conflict; it leaves items that look for
 * reactions and read messages.
 */
public final class RecordResponse {

    /** The longest text of a message, in characters. */
    public static final int MAX_TEXT = 20_000;

    /** The longest evidence, reason or note, in characters. */
    public static final int MAX_REMARK = 4_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final DrillStore store;
    private final Waker waker;
    private final Clock clock;

    public RecordResponse(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.waker = waker;
        this.clock = clock;
    }

    /**
     * One response.
     *
     * @param role the role in which the member acts
     * @param key the idempotency key, 1 to 64 letters, digits, hyphens or underscores
     * @param clientAt what the responder's device says the time is
     */
    public record Request(
            String drill, Member member, String role, String key, Optional<Instant> clientAt, Intent intent) {}

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    public Recorded record(Request request) {
        try {
            return append(request);
        } catch (Admission.Inadmissible refusal) {
            return refusal.asRecorded();
        }
    }

    private Recorded append(Request request) {
        check(isKey(request.key()), Because.INVALID, "bad-key");
        check(request.member().mayAct(request.role()), Because.FORBIDDEN, "not-your-role", request.role());
        var drill = store.drill(request.drill()).orElseThrow();
        var entry = entry(request, drill);
        var dues = followUps(drill, entry);
        if (store.record(drill.id(), entry, dues) == Outcome.ALREADY) {
            return repeated(request, drill, entry);
        }
        waker.wakeSoon(dues);
        return new Recorded.Accepted(entry, !drill.state().over());
    }

    private LogEntry entry(Request request, Drill drill) {
        check(drill.state() != DrillState.SCHEDULED, Because.TOO_LATE_OR_EARLY, "not-started");
        check(drill.state() != DrillState.CANCELLED, Because.TOO_LATE_OR_EARLY, "called-off");
        var causes = causes(request);
        var event = new Admission(request, id(request), store, causes).event();
        var at = notBefore(causes.values(), clock.instant());
        return new LogEntry(id(request), at, drill.drillTimeAt(at), request.clientAt(), event);
    }

    private static Instant notBefore(Collection<LogEntry> causes, Instant now) {
        return causes.stream().map(LogEntry::at).reduce(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The entry's id: the responder's key, or what can happen only once whoever does it. */
    private static String id(Request request) {
        return switch (request.intent()) {
            case Intent.Acknowledge it ->
                Entries.acknowledged(it.inject(), request.member().id());
            case Intent.HandOver it ->
                Entries.handedOver(it.inject(), request.member().id());
            case Intent.Approve it -> Entries.ruling(it.message());
            case Intent.Refuse it -> Entries.ruling(it.message());
            default -> Entries.response(request.member().id(), request.key());
        };
    }

    /** The same response again is accepted; another one in its place came first. */
    private Recorded repeated(Request request, Drill drill, LogEntry mine) {
        var stored = store.entry(drill.id(), mine.id()).orElseThrow();
        if (isSame(stored.event(), mine.event())) {
            return new Recorded.Accepted(stored, !drill.state().over());
        }
        var code = stored.event() instanceof DrillEvent.MessageApproved
                        || stored.event() instanceof DrillEvent.MessageRefused
                ? "decided-already"
                : "key-used";
        return new Recorded.Refused(Because.TOO_LATE_OR_EARLY, new Refusal(code, List.of()));
    }

    /** Whoever hands over again may find others free to stand in by now; the first hand-over counts. */
    private static boolean isSame(DrillEvent stored, DrillEvent mine) {
        return stored.equals(mine) || stored instanceof DrillEvent.HandedOver && mine instanceof DrillEvent.HandedOver;
    }

    private Map<String, LogEntry> causes(Request request) {
        var ids = new TreeSet<String>();
        switch (request.intent()) {
            case Intent.Acknowledge it -> ids.add(Entries.inject(it.inject()));
            case Intent.Decide it -> ids.add(Entries.inject(it.inject()));
            case Intent.Write it -> it.answers().map(Entries::inject).ifPresent(ids::add);
            case Intent.Assign it -> it.inject().map(Entries::inject).ifPresent(ids::add);
            case Intent.Ask it -> it.inject().map(Entries::inject).ifPresent(ids::add);
            case Intent.HandOver it -> ids.add(Entries.inject(it.inject()));
            case Intent.Approve it -> ids.add(it.message());
            case Intent.Refuse it -> ids.add(it.message());
            default -> {
                return Map.of();
            }
        }
        return store.entries(request.drill(), Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(LogEntry::id, Function.identity()));
    }

    private static List<DueItem> followUps(Drill drill, LogEntry entry) {
        var dues = new ArrayList<DueItem>();
        if (!drill.state().over()) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.React(entry.id()), entry.at()));
            if (concernsOthers(entry.event())) {
                dues.add(DueItem.atWallTime(drill.id(), new Due.Tell(entry.id()), entry.at()));
            }
        }
        if (entry.event() instanceof DrillEvent.MessageSent sent
                && sent.message().audience().external()) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.Rate(sent.message().id()), entry.at()));
        }
        if (entry.event() instanceof DrillEvent.MessageApproved approved) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.Rate(approved.message()), entry.at()));
        }
        return dues;
    }

    /** Whether somebody is told of it at once: the controller of a question, a stand-in of what is handed over. */
    private static boolean concernsOthers(DrillEvent event) {
        return event instanceof DrillEvent.QuestionAsked || event instanceof DrillEvent.HandedOver;
    }
}
