package dev.muster.drill.respond;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.respond.Recorded.Because;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

    public Recorded record(Request request) {
        try {
            return append(request);
        } catch (Refusal refusal) {
            return refusal.asRecorded();
        }
    }

    private Recorded append(Request request) {
        check(KEY.matcher(request.key()).matches(), Because.INVALID,
                "An idempotency key has 1 to 64 letters, digits, hyphens or underscores.");
        check(request.member().mayAct(request.role()), Because.FORBIDDEN,
                "You do not hold the role '%s' in this drill.".formatted(request.role()));
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
        check(drill.state() != DrillState.SCHEDULED, Because.TOO_LATE_OR_EARLY, "The drill has not started yet.");
        check(drill.state() != DrillState.CANCELLED, Because.TOO_LATE_OR_EARLY, "The drill was called off.");
        var context = new Context(request, drill, causes(request));
        var event = event(context);
        var at = context.notBeforeItsCauses(clock.instant());
        return new LogEntry(id(request), at, drill.drillTimeAt(at), request.clientAt(), event);
    }

    /** The entry's id: the responder's key, or what can happen only once whoever does it. */
    private static String id(Request request) {
        return switch (request.intent()) {
            case Intent.Acknowledge it ->
                Entries.acknowledged(it.inject(), request.member().id());
            case Intent.Approve it -> Entries.ruling(it.message());
            case Intent.Refuse it -> Entries.ruling(it.message());
            default -> Entries.response(request.member().id(), request.key());
        };
    }

    /** The same response again is accepted; another one in its place came first. */
    private Recorded repeated(Request request, Drill drill, LogEntry mine) {
        var stored = store.entry(drill.id(), mine.id()).orElseThrow();
        if (stored.event().equals(mine.event())) {
            return new Recorded.Accepted(stored, !drill.state().over());
        }
        var why = stored.event() instanceof DrillEvent.MessageApproved || stored.event() instanceof DrillEvent.MessageRefused
                ? "Somebody has decided on this draft already."
                : "Another response was sent under this idempotency key.";
        return new Recorded.Refused(Because.TOO_LATE_OR_EARLY, why);
    }

    private Map<String, LogEntry> causes(Request request) {
        var ids = new TreeSet<String>();
        switch (request.intent()) {
            case Intent.Acknowledge it -> ids.add(Entries.inject(it.inject()));
            case Intent.Decide it -> ids.add(Entries.inject(it.inject()));
            case Intent.Write it -> it.answers().map(Entries::inject).ifPresent(ids::add);
            case Intent.Approve it -> ids.add(it.message());
            case Intent.Refuse it -> ids.add(it.message());
            default -> {
                return Map.of();
            }
        }
        return store.entries(request.drill(), Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(LogEntry::id, Function.identity()));
    }

    private DrillEvent event(Context c) {
        var member = c.request().member().id();
        var role = c.request().role();
        return switch (c.request().intent()) {
            case Intent.Acknowledge it -> {
                c.released(it.inject());
                yield new DrillEvent.Acknowledged(member, role, it.inject());
            }
            case Intent.Write it -> written(c, it);
            case Intent.Approve it -> {
                ruling(c, it.message());
                yield new DrillEvent.MessageApproved(member, role, it.message());
            }
            case Intent.Refuse it -> {
                ruling(c, it.message());
                yield new DrillEvent.MessageRefused(member, role, it.message(), remark(it.reason(), "a reason"));
            }
            case Intent.Report it -> {
                knownStep(plan(c), it.step());
                checkLength(it.evidence(), MAX_REMARK);
                yield new DrillEvent.ActionReported(member, role, it.step(), it.evidence().strip());
            }
            case Intent.Decide it -> decided(c, it);
            case Intent.Assign it -> assigned(c, it);
            case Intent.Note it -> new DrillEvent.NoteTaken(member, role, remark(it.text(), "a text"));
        };
    }

    private DrillEvent written(Context c, Intent.Write it) {
        it.answers().ifPresent(c::released);
        var plan = plan(c);
        it.steps().forEach(step -> knownStep(plan, step));
        check(!it.text().isBlank(), Because.INVALID, "A message needs a text.");
        checkLength(it.text(), MAX_TEXT);
        var message = new Message(
                id(c.request()),
                c.request().member().id(),
                c.request().role(),
                it.channel(),
                it.audience(),
                it.text().strip(),
                it.answers(),
                it.steps());
        if (!plan.approval().demandedFor(it.audience())) {
            return new DrillEvent.MessageSent(message, false);
        }
        return it.sendAnyway() ? new DrillEvent.MessageSent(message, true) : new DrillEvent.MessageDrafted(message);
    }

    private void ruling(Context c, String messageId) {
        var cause = c.causes().get(messageId);
        check(cause != null && cause.event() instanceof DrillEvent.MessageDrafted, Because.UNKNOWN,
                "There is no draft '%s' that waits for approval.".formatted(messageId));
        var approvers = plan(c).approval().by();
        check(approvers.contains(c.request().role()), Because.FORBIDDEN,
                "The plan lets these roles decide on drafts: %s.".formatted(String.join(", ", new TreeSet<>(approvers))));
        var author = ((DrillEvent.MessageDrafted) cause.event()).member();
        check(!author.equals(c.request().member().id()), Because.FORBIDDEN,
                "Four eyes: somebody else must decide on your draft.");
    }

    private DrillEvent decided(Context c, Intent.Decide it) {
        var options = c.released(it.inject()).prompt().options();
        check(options.stream().anyMatch(choice -> choice.id().equals(it.option())), Because.INVALID,
                "'%s' is none of the options of '%s'.".formatted(it.option(), it.inject()));
        checkLength(it.reason(), MAX_REMARK);
        return new DrillEvent.DecisionMade(
                c.request().member().id(), c.request().role(), it.inject(), it.option(), it.reason().strip());
    }

    private DrillEvent assigned(Context c, Intent.Assign it) {
        var plan = plan(c);
        check(plan.role(it.to()).isPresent(), Because.UNKNOWN,
                "The plan knows no role '%s'.".formatted(it.to()));
        it.step().ifPresent(step -> knownStep(plan, step));
        return new DrillEvent.Assigned(
                c.request().member().id(), c.request().role(), remark(it.what(), "what is to be done"), it.to(), it.step());
    }

    private Plan plan(Context c) {
        return store.plan(c.drill().id());
    }

    private static void knownStep(Plan plan, String step) {
        check(plan.step(step).isPresent(), Because.UNKNOWN, "The plan has no step '%s'.".formatted(step));
    }

    private static String remark(String text, String what) {
        check(!text.isBlank(), Because.INVALID, "Please give " + what + ".");
        checkLength(text, MAX_REMARK);
        return text.strip();
    }

    private static void checkLength(String text, int max) {
        check(text.length() <= max, Because.INVALID,
                "At most %,d characters, found %,d.".formatted(max, text.length()));
    }

    private static List<DueItem> followUps(Drill drill, LogEntry entry) {
        var dues = new ArrayList<DueItem>();
        if (!drill.state().over()) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.React(entry.id()), entry.at()));
        }
        if (entry.event() instanceof DrillEvent.MessageSent sent && sent.message().audience().external()) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.Rate(sent.message().id()), entry.at()));
        }
        if (entry.event() instanceof DrillEvent.MessageApproved approved) {
            dues.add(DueItem.atWallTime(drill.id(), new Due.Rate(approved.message()), entry.at()));
        }
        return dues;
    }

    private static void check(boolean holds, Because because, String why) {
        if (!holds) {
            throw new Refusal(because, why);
        }
    }

    /** What a response is judged by. */
    private record Context(Request request, Drill drill, Map<String, LogEntry> causes) {

        /** The released inject, if it was released to a role that the responder holds or stands in for. */
        DrillEvent.InjectReleased released(String inject) {
            return Optional.ofNullable(causes.get(Entries.inject(inject)))
                    .map(LogEntry::event)
                    .filter(DrillEvent.InjectReleased.class::isInstance)
                    .map(DrillEvent.InjectReleased.class::cast)
                    .filter(release -> release.prompt().to().stream().anyMatch(request.member()::mayAct))
                    .orElseThrow(() -> new Refusal(Because.UNKNOWN, "There is no inject '%s'.".formatted(inject)));
        }

        Instant notBeforeItsCauses(Instant now) {
            return causes.values().stream().map(LogEntry::at).reduce(now, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** Leaves the middle of a check; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Because because;

        Refusal(Because because, String why) {
            super(why, null, false, false);
            this.because = because;
        }

        Recorded asRecorded() {
            return new Recorded.Refused(because, getMessage());
        }
    }
}
