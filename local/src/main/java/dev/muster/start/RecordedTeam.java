package dev.muster.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Member;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.Team;
import dev.muster.start.MusterApi.ProblemAnswer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recorded responders, who answer through the API as people would: each with the own link, at the recorded drill time.
 * Their idempotency keys come from the recording, so that a demo which was killed goes on without answering twice.
 */
public final class RecordedTeam {

    private final Responses responses;
    private final Team team;
    private final Map<String, MusterApi> apiOf;
    private final Set<String> silent;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final Set<Integer> sent = ConcurrentHashMap.newKeySet();

    /**
     * @param apiOf the API as each member, by member id
     * @param silent members for whom people answer, so that the recording does not
     * @throws IllegalArgumentException if nobody in the team may act in a role that the recording uses
     */
    public RecordedTeam(Responses responses, Team team, Map<String, MusterApi> apiOf, Set<String> silent) {
        this.responses = responses;
        this.team = team;
        this.apiOf = Map.copyOf(apiOf);
        this.silent = Set.copyOf(silent);
        for (var number = 0; number < responses.answers().size(); number++) {
            var index = number;
            responses.answers().get(number).ref().ifPresent(ref -> numberOf.put(ref, index));
            member(responses.answers().get(number).role());
        }
    }

    /** Answers what the recording answers by now and the log does not have. */
    public void answer(Collection<LogEntry> log, Duration drillTime) {
        var logged = log.stream().map(LogEntry::id).collect(Collectors.toSet());
        var released = releases(log);
        for (var number = 0; number < responses.answers().size(); number++) {
            var answer = responses.answers().get(number);
            var due = due(answer.when(), released);
            if (due.filter(at -> at.compareTo(drillTime) <= 0).isPresent()
                    && !silent.contains(actor(answer).id())
                    && !logged.contains(entry(number))
                    && mayCome(answer, logged)
                    && sent.add(number)) {
                var index = number;
                // As people do: nobody waits until a teammate's answer is taken.
                Thread.ofVirtual().start(() -> send(index, answer));
            }
        }
    }

    /** Whoever rules on a draft waits until it is written. */
    private boolean mayCome(Answer answer, Set<String> logged) {
        return draft(answer.doing()).map(this::messageId).map(logged::contains).orElse(true);
    }

    /** The id of the log entry that the answer of this number makes. */
    public String entry(int number) {
        var answer = responses.answers().get(number);
        return switch (answer.doing()) {
            case Doing.Acknowledge ignored ->
                Entries.acknowledged(inject(answer), member(answer.role()).id());
            case Doing.Approve it -> Entries.ruling(messageId(it.message()));
            case Doing.Refuse it -> Entries.ruling(messageId(it.message()));
            default -> Entries.response(member(answer.role()).id(), key(number));
        };
    }

    private static String inject(Answer acknowledgement) {
        return ((When.After) acknowledgement.when()).inject();
    }

    private static Map<String, Duration> releases(Collection<LogEntry> log) {
        var released = new HashMap<String, Duration>();
        for (var entry : log) {
            if (entry.event() instanceof DrillEvent.InjectReleased release) {
                released.put(release.prompt().inject(), entry.drillTime());
            }
        }
        return released;
    }

    private static Optional<Duration> due(When when, Map<String, Duration> released) {
        return switch (when) {
            case When.At at -> Optional.of(at.at());
            case When.After after ->
                Optional.ofNullable(released.get(after.inject())).map(after.delay()::plus);
        };
    }

    private void send(int number, Answer answer) {
        var body = fill(MusterApi.object().put("role", answer.role()), answer);
        try {
            apiOf.get(actor(answer).id()).post(path(answer.doing()), key(number), body);
        } catch (ProblemAnswer refused) {
            // As for a person: what is too late or not allowed is not tried again. What failed is, under the same key.
            if (refused.status() >= 500) {
                sent.remove(number);
            }
        } catch (IllegalStateException unreachable) {
            sent.remove(number);
        }
    }

    /** What a trainer should know before watching: drafts of which nobody but their author may decide. */
    List<String> findings() {
        var stuck = responses.answers().stream()
                .filter(answer -> draft(answer.doing())
                        .filter(draft -> approver(answer.role(), draft).isEmpty())
                        .isPresent())
                .count();
        return stuck == 0
                ? List.of()
                : List.of("nobody in team \"%s\" but their author may approve them; messages that are never sent: %d"
                        .formatted(team.id(), stuck));
    }

    /** Who does what is recorded. Somebody else than its author decides on a draft, as the plan demands. */
    Member actor(Answer answer) {
        return draft(answer.doing())
                .flatMap(draft -> approver(answer.role(), draft))
                .orElseGet(() -> member(answer.role()));
    }

    /** The reference of the draft that is decided on. */
    private static Optional<String> draft(Doing doing) {
        return switch (doing) {
            case Doing.Approve it -> Optional.of(it.message());
            case Doing.Refuse it -> Optional.of(it.message());
            default -> Optional.empty();
        };
    }

    private Optional<Member> approver(String role, String draft) {
        var author = member(responses.answers().get(numberOf.get(draft)).role());
        return actingAs(role).filter(member -> !member.equals(author)).findFirst();
    }

    /** Who may act in a role: its holders, then the deputies. */
    private Stream<Member> actingAs(String role) {
        return team.members().stream()
                .filter(member -> member.mayAct(role))
                .sorted(Comparator.comparing((Member member) -> !member.holds(role)));
    }

    private Member member(String role) {
        return actingAs(role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody in the team '%s' holds the role '%s' that the recorded responses '%s' use."
                                .formatted(team.id(), role, responses.id())));
    }

    private static String key(int number) {
        return "recorded-" + number;
    }

    private static String path(Doing doing) {
        return switch (doing) {
            case Doing.Acknowledge ignored -> "/my/acknowledgements";
            case Doing.Message ignored -> "/my/messages";
            case Doing.Approve ignored -> "/my/approvals";
            case Doing.Refuse ignored -> "/my/approvals";
            case Doing.Action ignored -> "/my/actions";
            case Doing.Decision ignored -> "/my/decisions";
            case Doing.Assign ignored -> "/my/assignments";
            case Doing.Note ignored -> "/my/notes";
        };
    }

    private ObjectNode fill(ObjectNode body, Answer answer) {
        return switch (answer.doing()) {
            case Doing.Acknowledge ignored -> body.put("inject", inject(answer));
            case Doing.Message it -> message(body, it);
            case Doing.Approve it ->
                body.put("message", messageId(it.message())).put("approve", true);
            case Doing.Refuse it ->
                body.put("message", messageId(it.message()))
                        .put("approve", false)
                        .put("reason", it.reason());
            case Doing.Action it -> body.put("step", it.step()).put("evidence", it.evidence());
            case Doing.Decision it ->
                body.put("inject", it.inject()).put("option", it.option()).put("reason", it.reason());
            case Doing.Assign it -> {
                body.put("what", it.what()).put("to", it.to());
                it.step().ifPresent(step -> body.put("step", step));
                yield body;
            }
            case Doing.Note it -> body.put("text", it.text());
        };
    }

    private static ObjectNode message(ObjectNode body, Doing.Message it) {
        body.put("channel", it.channel().label())
                .put("audience", it.audience().label())
                .put("text", it.text());
        it.answers().ifPresent(inject -> body.put("answers", inject));
        if (!it.steps().isEmpty()) {
            var steps = body.putArray("steps");
            it.steps().stream().sorted().forEach(steps::add);
        }
        return it.sendAnyway() ? body.put("sendAnyway", true) : body;
    }

    /** A message has the id of the entry that it was written in. */
    private String messageId(String ref) {
        return entry(numberOf.get(ref));
    }
}
