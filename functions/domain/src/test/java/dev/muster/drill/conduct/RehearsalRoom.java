package dev.muster.drill.conduct;

import dev.muster.composer.MovingClock;
import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.InMemoryDrillStore;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Notifier;
import dev.muster.drill.port.Wake;
import dev.muster.drill.port.WakeQueue;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.drill.respond.Recorded;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A whole Muster in one thread and in simulated time: the use cases above an in-memory store, a queue that delivers at the
 * simulated moment, and a tick each minute. By seed the queue may lose, repeat and delay what it is given.
 */
final class RehearsalRoom {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    static final String DRILL = "d-1";

    final InMemoryDrillStore store = new InMemoryDrillStore();
    final List<Notification> sent = new ArrayList<>();
    final MovingClock clock = new MovingClock(NOON.minusSeconds(600));
    private final Mail queue;
    private final Waker waker;
    private final CarryOut carryOut;
    private final FindDue findDue;
    final CommandClock command;
    final PutInject put;
    final SkipInject skip;
    final EditInject edit;
    final AnswerQuestion answer;
    final InterruptDrill interrupt;
    final HoldEverything hold;
    private final RecordResponse record;
    private boolean away;
    private Optional<Class<? extends RuntimeException>> breaksOff = Optional.empty();
    private int keys;

    RehearsalRoom() {
        this(new Faults(new Random(0), 0, 0, 0));
    }

    RehearsalRoom(Faults faults) {
        this(faults, UnaryOperator.identity(), () -> {});
    }

    /**
     * @param guarded what the use cases see of the store
     * @param beforeSending what happens before each message is sent
     */
    RehearsalRoom(Faults faults, UnaryOperator<DrillStore> guarded, Runnable beforeSending) {
        this.queue = new Mail(faults);
        this.waker = new Waker(queue, clock);
        var store = guarded.apply(this.store);
        Notifier notifier = message -> {
            beforeSending.run();
            sent.add(message);
        };
        var conducting =
                new Conducting(store, queue, notifier, (drill, member) -> "https://muster.example/r/" + member, clock);
        this.carryOut = new CarryOut(conducting);
        this.findDue = new FindDue(store, queue, clock);
        this.command = new CommandClock(store, waker, clock);
        this.put = new PutInject(store, waker, clock);
        this.skip = new SkipInject(store, waker, clock);
        this.edit = new EditInject(store, waker, clock);
        this.answer = new AnswerQuestion(store, waker, clock);
        this.interrupt = new InterruptDrill(store, waker, clock);
        this.hold = new HoldEverything(conducting);
        this.record = new RecordResponse(store, waker, clock);
    }

    /** How badly the queue behaves: the chance that a wake-up is lost, sent twice, or late by up to a minute. */
    record Faults(Random random, double lose, double repeat, double delay) {}

    RehearsalRoom schedule(Scenario scenario, Plan plan, Team team) {
        return schedule(scenario, plan, team, 1);
    }

    RehearsalRoom schedule(Scenario scenario, Plan plan, Team team, double speed) {
        new ScheduleDrill(store, queue, clock)
                .schedule(new ScheduleDrill.Request(DRILL, "trainer", scenario, plan, team, Map.of(), NOON, speed));
        return this;
    }

    // ---- time

    /** Lets time pass until so long after noon; what falls due is carried out on the way. */
    RehearsalRoom until(Duration afterNoon) {
        var end = NOON.plus(afterNoon);
        while (clock.instant().isBefore(end)) {
            var nextTick = clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.MINUTES);
            deliverUntil(nextTick.isBefore(end) ? nextTick : end);
            if (!nextTick.isAfter(end) && !away) {
                tick();
            }
        }
        deliverUntil(end);
        return this;
    }

    RehearsalRoom minutes(long minutes) {
        return until(Duration.ofMinutes(minutes));
    }

    /** Nothing works from now until so many minutes after noon; then everything does again. */
    RehearsalRoom awayUntilMinute(long minutes) {
        awayFor(Duration.between(clock.instant(), NOON.plus(Duration.ofMinutes(minutes))));
        back();
        deliverUntil(clock.instant());
        return this;
    }

    /** Nothing works from now on. */
    void away() {
        away = true;
        queue.mail.clear();
    }

    boolean isAway() {
        return away;
    }

    /** Everything works again. */
    void back() {
        away = false;
        tick();
    }

    /** Nothing works from now on, and so much time passes. */
    RehearsalRoom awayFor(Duration time) {
        away();
        return until(Duration.between(NOON, clock.instant()).plus(time));
    }

    /** How many wake-ups are under way. */
    int waiting() {
        return queue.mail.size();
    }

    void carriesOut(DueItem item) {
        carryOut.carryOut(item.drill(), item.key());
    }

    private void deliverUntil(Instant end) {
        while (!queue.mail.isEmpty() && !queue.mail.peek().at().isAfter(end)) {
            var letter = queue.mail.poll();
            clock.moveTo(letter.at());
            if (!away) {
                deliver(letter);
            }
        }
        clock.moveTo(end);
    }

    private void deliver(Letter letter) {
        if (letter.item().due().worker() == Due.Worker.INJECT) {
            orBrokenOff(() -> carriesOut(letter.item()));
        }
    }

    private void tick() {
        orBrokenOff(findDue::tick);
    }

    /** What breaks off is heard of no more; whatever was to do is still due. */
    private void orBrokenOff(Runnable something) {
        try {
            something.run();
        } catch (RuntimeException e) {
            if (breaksOff.filter(expected -> expected.isInstance(e)).isEmpty()) {
                throw e;
            }
        }
    }

    /** Lets those who carry things out fail like this without failing the test. */
    RehearsalRoom breakingOff(Class<? extends RuntimeException> failure) {
        breaksOff = Optional.of(failure);
        return this;
    }

    Duration sinceNoon() {
        return Duration.between(NOON, clock.instant());
    }

    // ---- what people do

    String key() {
        return "key-" + keys++;
    }

    /** Says of the message that this is due for whether it shows the criterion. */
    void rates(DueItem item, Criterion criterion, boolean shown) {
        var message = ((Due.Rate) item.due()).message();
        var event = new DrillEvent.MessageRated(
                message, "test", Map.of(criterion, new DrillEvent.CriterionMark(shown, 0.9, List.of("Our vendor"))));
        var rated = Entries.entry(Entries.rated(message), drill(), clock.instant(), event);
        var react = DueItem.atWallTime(DRILL, new Due.React(rated.id()), rated.at());
        store.rate(item, rated, List.of(react));
    }

    Recorded responds(String member, String role, Intent intent) {
        return responds(member, role, intent, "key-" + keys++);
    }

    Recorded responds(String member, String role, Intent intent, String key) {
        var person = store.roster(DRILL).member(member).orElseThrow();
        return record.record(new RecordResponse.Request(DRILL, person, role, key, Optional.empty(), intent));
    }

    Order order() {
        return new Order(DRILL, drill().epoch(), "trainer", "order-" + keys++);
    }

    // ---- what is seen

    Drill drill() {
        return store.drill(DRILL).orElseThrow();
    }

    DrillState state() {
        return drill().state();
    }

    Optional<DueItem> item(Due due) {
        return store.wake(DRILL, due.key()).flatMap(Wake::item);
    }

    <E extends DrillEvent> Stream<E> events(Class<E> type) {
        return entries(type).map(entry -> type.cast(entry.event()));
    }

    Stream<LogEntry> entries(Class<? extends DrillEvent> type) {
        return store.log(DRILL).stream().filter(entry -> type.isInstance(entry.event()));
    }

    /** The ids of the released injects with the seconds after noon at which they came, in order. */
    List<String> released() {
        return entries(DrillEvent.InjectReleased.class)
                .map(entry -> "%s at %d s"
                        .formatted(
                                ((DrillEvent.InjectReleased) entry.event())
                                        .prompt()
                                        .inject(),
                                Duration.between(NOON, entry.at()).toSeconds()))
                .toList();
    }

    Stream<Notification> sentTo(String recipient, Notification.Kind kind) {
        return sent.stream().filter(one -> one.recipient().equals(recipient) && one.kind() == kind);
    }

    private record Letter(Instant at, long order, DueItem item) {}

    /** A queue that delivers in simulated time. */
    private final class Mail implements WakeQueue {
        private final PriorityQueue<Letter> mail =
                new PriorityQueue<>(Comparator.comparing(Letter::at).thenComparing(Letter::order));
        private final Faults faults;
        private long order;

        Mail(Faults faults) {
            this.faults = faults;
        }

        @Override
        public void wake(List<DueItem> items) {
            items.forEach(this::send);
        }

        private void send(DueItem item) {
            if (item.wakeAt().isEmpty() || faults.random().nextDouble() < faults.lose()) {
                return;
            }
            mail.add(letter(item));
            if (faults.random().nextDouble() < faults.repeat()) {
                mail.add(letter(item));
            }
        }

        private Letter letter(DueItem item) {
            var at = item.wakeAt().get().isBefore(clock.instant())
                    ? clock.instant()
                    : item.wakeAt().get();
            var late = faults.random().nextDouble() < faults.delay()
                    ? faults.random().nextInt(60_000)
                    : 0;
            return new Letter(at.plusMillis(late), order++, item);
        }
    }
}
