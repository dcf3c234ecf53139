package dev.muster.debrief;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.muster.composer.MovingClock;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.conduct.CarryOut;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.FindDue;
import dev.muster.drill.conduct.ScheduleDrill;
import dev.muster.drill.conduct.Waker;
import dev.muster.drill.port.InMemoryDrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Reports;
import dev.muster.drill.port.WakeQueue;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.drill.respond.Recorded;
import dev.muster.rating.TrainedRater;
import dev.muster.report.HtmlReport;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Responses;
import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import dev.muster.scenario.io.Library;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.RateMessage;
import dev.muster.scoring.ReportRenderer;
import dev.muster.scoring.ScoreDrill;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.io.ScorecardJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A whole drill in one thread and in simulated time: the use cases of time and of responders above a store in memory, with
 * recorded responders, and the function behind them.
 */
public final class Rehearsal implements Reports, WakeQueue {

    public static final String DRILL = "d-1";
    public static final Instant START = Instant.parse("2026-11-03T09:00:00Z");

    public final InMemoryDrillStore store = new InMemoryDrillStore();
    public final List<Notification> sent = new ArrayList<>();
    public final Map<String, byte[]> files = new HashMap<>();
    public final DebriefFunction function;
    private final MovingClock clock = new MovingClock(START.minusSeconds(600));
    private final CarryOut carryOut;
    private final RecordResponse record;
    private final FindDue findDue;
    private final PriorityQueue<Planned> agenda =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private final Map<String, String> messages = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private List<Answer> answers = List.of();
    private int order;

    private record Planned(Instant at, int order, Runnable what) {}

    public Rehearsal() {
        this(new TrainedRater(), new HtmlReport());
    }

    public Rehearsal(MessageRater rater, ReportRenderer renderer) {
        var waker = new Waker(this, clock);
        this.carryOut = new CarryOut(
                new Conducting(store, this, sent::add, (drill, member) -> "https://muster.example/r/" + member, clock));
        this.record = new RecordResponse(store, waker, clock);
        this.findDue = new FindDue(store, this, clock);
        this.function = new DebriefFunction(
                new RateMessage(store, rater, waker, clock),
                new ScoreDrill(store, this, rater, renderer, sent::add, clock));
    }

    /** The library of the repository. */
    public static Library library() {
        return Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
    }

    /** The data breach, played by the recorded team from start to end, with its debriefing. */
    public static Rehearsal ofDataBreach(String responses) {
        var library = library();
        var rehearsal = new Rehearsal();
        rehearsal.schedule(library.scenario("data-breach"), library.defaultPlan(), library.team("crew"));
        rehearsal.answering(library.responses("data-breach", responses));
        rehearsal.play();
        return rehearsal;
    }

    public Rehearsal schedule(Scenario scenario, Plan plan, Team team) {
        new ScheduleDrill(store, this, clock)
                .schedule(new ScheduleDrill.Request(DRILL, "trainer", scenario, plan, team, Map.of(), START, 1));
        return this;
    }

    public Rehearsal answering(Responses responses) {
        answers = Filling.fill(responses, store.scenario(DRILL)).answers();
        return this;
    }

    // ---- time

    /** Plays until ten minutes after the time is up, with a tick each minute. */
    public Rehearsal play() {
        answers.stream()
                .filter(answer -> answer.when() instanceof When.At)
                .forEach(answer -> plan(START.plus(((When.At) answer.when()).at()), () -> answer(answer, "")));
        return until(drill().length().plusMinutes(10));
    }

    /** Plays until this long after the start. */
    public Rehearsal until(Duration afterStart) {
        var end = START.plus(afterStart);
        for (var tick = clock.instant(); tick.isBefore(end); tick = tick.plusSeconds(60)) {
            plan(tick, findDue::tick);
        }
        while (!agenda.isEmpty() && !agenda.peek().at().isAfter(end)) {
            next();
        }
        clock.moveTo(end);
        return this;
    }

    private void next() {
        var planned = agenda.poll();
        clock.moveTo(planned.at());
        var before = store.log(DRILL).size();
        planned.what().run();
        if (store.log(DRILL).size() > before) {
            store.log(DRILL).forEach(this::answerTo);
        }
    }

    private void answerTo(LogEntry entry) {
        if (entry.event() instanceof DrillEvent.InjectReleased released && answered.add(entry.id())) {
            var inject = released.prompt().inject();
            for (var answer : answers) {
                if (answer.when() instanceof When.After after && after.inject().equals(inject)) {
                    plan(entry.at().plus(after.delay()), () -> answer(answer, inject));
                }
            }
        }
    }

    private void plan(Instant at, Runnable what) {
        agenda.add(new Planned(at.isBefore(clock.instant()) ? clock.instant() : at, order++, what));
    }

    @Override
    public void wake(List<DueItem> items) {
        items.stream()
                .filter(item -> item.wakeAt().isPresent())
                .forEach(item -> plan(item.wakeAt().get(), () -> deliver(item)));
    }

    private void deliver(DueItem item) {
        if (item.due().worker() == Due.Worker.INJECT) {
            carryOut.carryOut(item.drill(), item.key());
        } else {
            var failed = function.handleRequest(event(item.due()), null).getBatchItemFailures();
            if (!failed.isEmpty()) {
                throw new IllegalStateException("could not carry out " + item.key());
            }
        }
    }

    public static SQSEvent event(Due... dues) {
        var event = new SQSEvent();
        event.setRecords(new ArrayList<>());
        for (var due : dues) {
            event.getRecords().add(message(due.key(), "{\"drill\":\"d-1\",\"due\":\"%s\"}".formatted(due.key())));
        }
        return event;
    }

    public static SQSMessage message(String id, String body) {
        var message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    // ---- people

    private void answer(Answer answer, String prompt) {
        var recorded = responds(answer.role(), intent(answer.doing(), prompt));
        if (recorded instanceof Recorded.Accepted accepted) {
            answer.ref().ifPresent(ref -> messages.put(ref, messageId(accepted.entry())));
        }
    }

    public Recorded responds(String role, Intent intent) {
        var member = store.roster(DRILL).inRoles(List.of(role)).stream()
                .min(Comparator.comparing(Member::id))
                .orElseThrow();
        return record.record(
                new RecordResponse.Request(DRILL, member, role, "key-" + order++, Optional.empty(), intent));
    }

    public static String messageId(LogEntry entry) {
        return switch (entry.event()) {
            case DrillEvent.MessageDrafted draft -> draft.message().id();
            case DrillEvent.MessageSent out -> out.message().id();
            default -> throw new IllegalArgumentException("no message: " + entry);
        };
    }

    private Intent intent(Doing doing, String prompt) {
        return switch (doing) {
            case Doing.Acknowledge ignored -> new Intent.Acknowledge(prompt);
            case Doing.Message it ->
                new Intent.Write(it.channel(), it.audience(), it.text(), it.answers(), it.steps(), it.sendAnyway());
            case Doing.Approve it -> new Intent.Approve(messages.getOrDefault(it.message(), "none"));
            case Doing.Refuse it -> new Intent.Refuse(messages.getOrDefault(it.message(), "none"), it.reason());
            case Doing.Action it -> new Intent.Report(it.step(), it.evidence());
            case Doing.Decision it -> new Intent.Decide(it.inject(), it.option(), it.reason());
            case Doing.Assign it -> new Intent.Assign(it.what(), it.to(), it.step(), Optional.empty());
            case Doing.Note it -> new Intent.Note(it.text());
        };
    }

    // ---- what is seen

    public Drill drill() {
        return store.drill(DRILL).orElseThrow();
    }

    public Scorecard scorecard() {
        return ScorecardJson.read(store.scorecard(DRILL).orElseThrow());
    }

    public Debriefing debriefing() {
        return new Debriefing(
                drill(),
                store.plan(DRILL),
                store.scenario(DRILL),
                store.roster(DRILL),
                false,
                store.log(DRILL),
                scorecard());
    }

    public String report() {
        return new String(files.get(Reports.AFTER_ACTION), StandardCharsets.UTF_8);
    }

    @Override
    public void put(String drill, String name, byte[] content) {
        files.put(name, content);
    }

    @Override
    public Optional<byte[]> get(String drill, String name) {
        return Optional.ofNullable(files.get(name));
    }
}
