package dev.muster.drill.respond;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.EventLog;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.drill.Prompt;
import dev.muster.drill.Recipients;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.respond.Recorded.Because;
import dev.muster.scenario.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether a response may be written down, and as which event: the rules of the plan and of what was released. */
final class Admission {

    private final RecordResponse.Request request;
    private final String id;
    private final DrillStore store;
    private final Map<String, LogEntry> causes;

    /**
     * @param id the id of the entry that the response makes, and of the message that it writes
     * @param store asked for plan, roster and log only by what needs them
     * @param causes the log entries that the response names, by id
     */
    Admission(RecordResponse.Request request, String id, DrillStore store, Map<String, LogEntry> causes) {
        this.request = request;
        this.id = id;
        this.store = store;
        this.causes = causes;
    }

    /** @throws Inadmissible if the response may not be written down */
    DrillEvent event() {
        var member = request.member().id();
        var role = request.role();
        return switch (request.intent()) {
            case Intent.Acknowledge it -> {
                released(it.inject());
                yield new DrillEvent.Acknowledged(member, role, it.inject());
            }
            case Intent.Write it -> written(it);
            case Intent.Approve it -> {
                checkRuling(it.message());
                yield new DrillEvent.MessageApproved(member, role, it.message());
            }
            case Intent.Refuse it -> {
                checkRuling(it.message());
                yield new DrillEvent.MessageRefused(member, role, it.message(), remark(it.reason(), "blank-reason"));
            }
            case Intent.Report it -> {
                checkStep(it.step());
                checkLength(it.evidence(), RecordResponse.MAX_REMARK);
                yield new DrillEvent.ActionReported(
                        member, role, it.step(), it.evidence().strip());
            }
            case Intent.Decide it -> decided(it);
            case Intent.Assign it -> assigned(it);
            case Intent.Ask it -> {
                it.inject().ifPresent(this::released);
                yield new DrillEvent.QuestionAsked(member, role, remark(it.text(), "blank-question"), it.inject());
            }
            case Intent.HandOver it -> {
                var prompt = released(it.inject()).prompt();
                yield new DrillEvent.HandedOver(
                        member, role, it.inject(), recipients().standIns(prompt, request.member()));
            }
            case Intent.Note it -> new DrillEvent.NoteTaken(member, role, remark(it.text(), "blank-note"));
        };
    }

    private DrillEvent written(Intent.Write it) {
        it.answers().ifPresent(this::released);
        it.steps().forEach(this::checkStep);
        check(!it.text().isBlank(), Because.INVALID, "blank-message");
        checkLength(it.text(), RecordResponse.MAX_TEXT);
        var message = new Message(
                id,
                request.member().id(),
                request.role(),
                it.channel(),
                it.audience(),
                it.text().strip(),
                it.answers(),
                it.steps());
        if (!plan().approval().demandedFor(it.audience())) {
            return new DrillEvent.MessageSent(message, false);
        }
        return it.sendAnyway() ? new DrillEvent.MessageSent(message, true) : new DrillEvent.MessageDrafted(message);
    }

    private void checkRuling(String messageId) {
        var cause = causes.get(messageId);
        check(
                cause != null && cause.event() instanceof DrillEvent.MessageDrafted,
                Because.UNKNOWN,
                "no-draft",
                messageId);
        var approvers = plan().approval().by();
        check(
                approvers.contains(request.role()),
                Because.FORBIDDEN,
                "not-an-approver",
                String.join(", ", new TreeSet<>(approvers)));
        var author = ((DrillEvent.MessageDrafted) cause.event()).member();
        check(!author.equals(request.member().id()), Because.FORBIDDEN, "four-eyes");
    }

    private DrillEvent decided(Intent.Decide it) {
        var options = released(it.inject()).prompt().options();
        check(
                options.stream().anyMatch(choice -> choice.id().equals(it.option())),
                Because.INVALID,
                "no-option",
                it.option(),
                it.inject());
        checkLength(it.reason(), RecordResponse.MAX_REMARK);
        return new DrillEvent.DecisionMade(
                request.member().id(),
                request.role(),
                it.inject(),
                it.option(),
                it.reason().strip());
    }

    private DrillEvent assigned(Intent.Assign it) {
        check(plan().role(it.to()).isPresent(), Because.UNKNOWN, "no-role", it.to());
        it.step().ifPresent(this::checkStep);
        it.inject().ifPresent(this::released);
        return new DrillEvent.Assigned(
                request.member().id(),
                request.role(),
                remark(it.what(), "blank-task"),
                it.to(),
                it.step(),
                it.inject());
    }

    private void checkStep(String step) {
        check(plan().step(step).isPresent(), Because.UNKNOWN, "no-step", step);
    }

    /** @param code what is wrong if the text is blank */
    private static String remark(String text, String code) {
        check(!text.isBlank(), Because.INVALID, code);
        checkLength(text, RecordResponse.MAX_REMARK);
        return text.strip();
    }

    private static void checkLength(String text, int max) {
        check(text.length() <= max, Because.INVALID, "too-long", max, text.length());
    }

    /** The released inject, if the responder holds or stands in for a role of it, or got it from somebody else. */
    private DrillEvent.InjectReleased released(String inject) {
        return Optional.ofNullable(causes.get(Entries.inject(inject)))
                .map(LogEntry::event)
                .filter(DrillEvent.InjectReleased.class::isInstance)
                .map(DrillEvent.InjectReleased.class::cast)
                .filter(release -> mayAnswer(release.prompt()))
                .orElseThrow(() -> new Inadmissible(Because.UNKNOWN, "no-inject", inject));
    }

    private boolean mayAnswer(Prompt prompt) {
        return prompt.to().stream().anyMatch(request.member()::mayAct)
                || recipients().has(request.member(), prompt);
    }

    private Recipients recipients() {
        return new Recipients(store.roster(request.drill()), EventLog.of(store.log(request.drill())));
    }

    private Plan plan() {
        return store.plan(request.drill());
    }

    /** @throws Inadmissible if it does not hold */
    static void check(boolean holds, Because because, String code, Object... facts) {
        if (!holds) {
            throw new Inadmissible(because, code, facts);
        }
    }

    /** Leaves the middle of a check; never leaves this package. */
    static final class Inadmissible extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Recorded.Refused refused;

        Inadmissible(Because because, String code, Object... facts) {
            super(code, null, false, false);
            this.refused = new Recorded.Refused(because, new Refusal(code, List.of(facts)));
        }

        Recorded asRecorded() {
            return refused;
        }
    }
}
