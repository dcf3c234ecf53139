package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.io.LogJson;
import dev.muster.drill.port.Interposed;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Wake;
import dev.muster.drill.respond.Intent;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A drill under fire, by seed: between any two calls to the store others command, respond and carry out the same things;
 * use cases break off before or after what they do; looks are torn; the queue loses, repeats and delays; nothing works for
 * minutes; hold, emergency and stop come as they like. Whatever happens, the rules of DESIGN hold.
 */
class UnderFireTest {

    @Property(tries = 600)
    void theRulesHoldWhateverHappens(@ForAll long seed) {
        var fire = new Fire(seed);

        fire.burn();

        fire.eachTimedInjectIsSettledOnce();
        fire.whatATrainerPutsComesOnce();
        fire.whatATrainerChangedComesAsChanged();
        fire.aDeadlineThatPassedSetsOffWhatWaitsForIt();
        fire.nothingIsReleasedBeforeItsTime();
        fire.nothingIsReleasedWhileTheDrillIsSuspendedOrOver();
        fire.whoeverIsNamedWasNotified();
        fire.nothingIsLeftToDoButForTheDebrief();
        fire.theDrillsClockNeverRunsBackwards();
        fire.nobodySawARuleBroken();
        fire.noEntryIsEarlierThanItsCause();
    }

    @Property(tries = 50)
    void theSameSeedGivesTheSameLog(@ForAll long seed) {
        assertThat(new Fire(seed).burn()).isEqualTo(new Fire(seed).burn());
    }

    /** What breaks off a use case, as a process that is killed or a service that does not answer. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("broken off", null, false, false);
        }
    }

    private static final class Fire {
        private static final List<String> DIRECTED =
                List.of("call", "choice", "journalist", "thanks", "chase", "echo", "spare");
        private static final List<String> TIMED = List.of("alarm", "call", "choice", "journalist");
        private static final Duration LONG_ENOUGH = Duration.ofMinutes(200);

        private final Random random;
        private final RehearsalRoom room;
        private final List<String> violations = new ArrayList<>();
        private final Set<String> edited = new HashSet<>();
        private boolean calm = true;
        private boolean nested;

        Fire(long seed) {
            random = new Random(seed);
            var faults = new RehearsalRoom.Faults(
                    random, random.nextDouble() / 2, random.nextDouble() / 2, random.nextDouble() / 3);
            room = new RehearsalRoom(faults, store -> Interposed.in(store, this::interpose), this::mayBreakOff)
                    .breakingOff(Broken.class);
            var speed = List.of(1.0, 1.0, 0.5, 7.0, 60.0).get(random.nextInt(5));
            room.schedule(SmallCrisis.withMore(), SmallCrisis.plan(), SmallCrisis.team(), speed);
        }

        List<String> burn() {
            room.until(Duration.ofMinutes(-3 + random.nextInt(3)));
            calm = false;
            for (var round = 0; round < 25; round++) {
                act();
                pass();
            }
            calm = true;
            room.back();
            letItEnd();
            return log();
        }

        // ---- what happens

        private void pass() {
            var speed = room.drill().clock().speed();
            room.until(room.sinceNoon().plusMillis(Math.round(random.nextInt(180_000) / Math.max(1, speed))));
        }

        private void act() {
            if (random.nextInt(8) == 0) {
                // This machine's clock is behind.
                room.clock.setBack(room.clock.instant().minusMillis(random.nextInt(3_000)));
            }
            try {
                switch (random.nextInt(36)) {
                    case 0, 1 -> room.command.pause(room.order(), "pause");
                    case 2, 3, 4, 5, 6 -> resume();
                    case 7 ->
                        room.command.speed(
                                room.order(), List.of(0.5, 1.0, 3.0, 60.0).get(random.nextInt(4)));
                    case 8, 9 -> retime();
                    case 10 -> emergency();
                    case 11 -> stop();
                    case 12 -> room.hold.place("leader", "storm");
                    case 13 -> room.hold.declare("leader", "storm");
                    case 14, 15, 16 -> room.hold.lift();
                    case 17 -> room.away();
                    case 18, 19, 20 -> room.back();
                    case 21 -> room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
                    case 22 -> room.responds("bo", "voice", blame());
                    case 23 -> rate();
                    case 24 -> room.responds("ana", "lead", new Intent.Note("note"));
                    case 25 -> room.responds("ana", "lead", new Intent.Decide("choice", "close", "enough"));
                    case 26 -> orders(order -> room.put.release(order, "spare", "too quiet"));
                    case 28 -> release(any(DIRECTED));
                    case 29 -> room.skip.skip(room.order(), any(DIRECTED), "enough");
                    case 30, 31 -> edit();
                    case 32 -> extend(Duration.ofSeconds(random.nextInt(45 * 60)));
                    case 33 -> endex();
                    case 27 -> orders(order -> room.put.add(order, SmallCrisis.typed(), ""));
                    default -> carryOutAnything();
                }
            } catch (Broken e) {
                // Whoever asked may ask again, or not.
            }
        }

        /** Who got no answer, or wants to be sure, sends the same order again. */
        private void orders(Function<Order, Commanded> command) {
            var order = room.order();
            do {
                try {
                    obeyed(order, command.apply(order));
                } catch (Broken e) {
                    // Perhaps it was heard, perhaps not.
                }
            } while (random.nextBoolean());
        }

        private void obeyed(Order order, Commanded commanded) {
            var logged = room.store.entry(DRILL, Entries.command(order.key())).isPresent();
            if (commanded instanceof Commanded.Accepted != logged) {
                violations.add("%s, but logged: %s".formatted(commanded, logged));
            }
        }

        private void resume() {
            room.command.resume(room.order());
        }

        private void retime() {
            var injects = List.of("alarm", "call", "choice", "journalist", "thanks");
            var to = Duration.ofSeconds(random.nextInt(31 * 60));
            room.command.retime(room.order(), injects.get(random.nextInt(injects.size())), to);
        }

        /** Whatever comes of an inject from now on is what the trainer made of it. */
        private void edit() {
            var inject = any(DIRECTED);
            var order = room.order();
            if (room.edit.edit(order, inject, SmallCrisis.softer(), "") instanceof Commanded.Accepted) {
                edited.add(inject);
            }
        }

        private void endex() {
            if (random.nextInt(4) == 0 && room.command.end(room.order(), "enough") instanceof Commanded.Accepted) {
                heard(room.state().over(), "endex");
            }
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private void release(String inject) {
            orders(order -> room.put.release(order, inject, "now"));
        }

        private void extend(Duration to) {
            orders(order -> room.command.extend(order, to));
        }

        private void emergency() {
            if (random.nextInt(3) > 0) {
                return;
            }
            var key = room.key();
            room.interrupt.realEmergency(DRILL, "bo", "smoke", key);
            heard(room.store.entry(DRILL, Entries.emergency("bo", key)).isPresent(), "emergency");
        }

        private void stop() {
            if (random.nextInt(4) > 0) {
                return;
            }
            room.interrupt.stop(DRILL, "trainer", "enough");
            heard(false, "stop");
        }

        private void heard(boolean heard, String what) {
            if (!heard && !room.state().over()) {
                violations.add(what + " was not heard");
            }
        }

        private static Intent blame() {
            return new Intent.Write(
                    Channel.WEB, Audience.CUSTOMERS, "Our vendor did it.", Optional.empty(), Set.of(), false);
        }

        private void rate() {
            room.store.pending(DRILL).stream()
                    .filter(item -> item.due() instanceof Due.Rate)
                    .findFirst()
                    .ifPresent(item -> room.rates(item, Criterion.BLAME, random.nextBoolean()));
        }

        private void carryOutAnything() {
            var items = room.store.pending(DRILL).stream()
                    .filter(item -> item.due().worker() == Due.Worker.INJECT)
                    .toList();
            if (!items.isEmpty()) {
                room.carriesOut(items.get(random.nextInt(items.size())));
            }
        }

        /** Somebody may be faster, or it breaks off, before this call or after it. */
        private Object interpose(String method, Interposed.Call call) {
            if (calm) {
                return call.proceed();
            }
            somebodyElse();
            mayBreakOff();
            var answer = method.equals("wake") ? torn(call) : call.proceed();
            witness(method, call, answer);
            mayBreakOff();
            return answer;
        }

        /** What only shows at the moment at which it is done, by the clock that the drill has then. */
        private void witness(String method, Interposed.Call call, Object answer) {
            if (method.equals("release") && answer == Outcome.DONE) {
                var item = (DueItem) call.arguments()[1];
                var reads = room.drill().drillTimeAt(room.clock.latest());
                if (!room.drill().running() || reads.compareTo(item.drillTime().orElseThrow()) < 0) {
                    violations.add("%s came when the drill was %s at %s".formatted(item.key(), room.state(), reads));
                }
            }
            if (method.equals("drop") && !room.state().over()) {
                answered(((DueItem) call.arguments()[0]).due())
                        .filter(inject -> room.store
                                        .entry(DRILL, Entries.triggered(inject))
                                        .isEmpty()
                                && !directed(inject))
                        .ifPresent(inject -> violations.add(inject + " was not triggered"));
            }
        }

        /** The inject that must be triggered when this is done with. */
        private Optional<String> answered(Due due) {
            return switch (due) {
                case Due.React react ->
                    triggeredBy(
                            room.store.entry(DRILL, react.entry()).orElseThrow().event());
                case Due.Ask ignored -> Optional.of("chase");
                default -> Optional.empty();
            };
        }

        private static Optional<String> triggeredBy(DrillEvent event) {
            return switch (event) {
                case DrillEvent.Acknowledged ignored -> Optional.of("thanks");
                case DrillEvent.DecisionMade ignored -> Optional.of("closed");
                case DrillEvent.InjectReleased released
                when released.prompt().inject().equals("call") -> Optional.of("echo");
                default -> Optional.empty();
            };
        }

        private void somebodyElse() {
            if (!nested && !room.isAway() && random.nextInt(60) == 0) {
                nested = true;
                var mine = room.clock.instant();
                try {
                    act();
                } finally {
                    nested = false;
                    room.clock.moveTo(mine);
                }
            }
        }

        private void mayBreakOff() {
            if (!calm && random.nextInt(150) == 0) {
                throw new Broken();
            }
        }

        /** The drill, the hold and the item, each read at a moment of its own. */
        private Object torn(Interposed.Call call) {
            var first = wake(call);
            somebodyElse();
            var second = wake(call);
            return first.map(one -> random.nextBoolean()
                    ? new Wake(one.drill(), one.hold(), second.orElseThrow().item())
                    : new Wake(second.orElseThrow().drill(), one.hold(), one.item()));
        }

        @SuppressWarnings("unchecked")
        private static Optional<Wake> wake(Interposed.Call call) {
            return (Optional<Wake>) call.proceed();
        }

        /** Peace: the hold is lifted, and whoever finds the drill suspended lets it go on. */
        private void letItEnd() {
            room.hold.lift();
            var end = room.sinceNoon().plus(LONG_ENOUGH);
            while (!room.state().over() && room.sinceNoon().compareTo(end) < 0) {
                if (room.state().suspended()) {
                    resume();
                }
                room.until(room.sinceNoon().plusSeconds(60));
            }
            room.until(room.sinceNoon().plusSeconds(1_200));
        }

        // ---- what must hold

        void eachTimedInjectIsSettledOnce() {
            assertThat(room.state().over()).isTrue();
            if (room.state() == DrillState.CANCELLED) {
                return;
            }
            for (var inject : TIMED) {
                assertThat(room.store.entry(DRILL, Entries.inject(inject)))
                        .as(inject)
                        .isPresent();
            }
            if (room.events(DrillEvent.Ended.class).allMatch(end -> end.reason() == DrillEvent.Ended.Reason.TIME)) {
                assertThat(room.events(DrillEvent.InjectWithheld.class))
                        .filteredOn(withheld -> TIMED.contains(withheld.inject()) && wasDueInTime(withheld.inject()))
                        .extracting(DrillEvent.InjectWithheld::reason)
                        .doesNotContain("the drill was over");
            }
            room.events(DrillEvent.ReactionTriggered.class)
                    .forEach(reaction -> assertThat(room.store.entry(DRILL, Entries.inject(reaction.inject())))
                            .as(reaction.inject())
                            .isPresent());
        }

        /** Whether its time, as planned or as last moved, lies within the drill, as long as that lasted in the end. */
        private boolean wasDueInTime(String inject) {
            var planned = SmallCrisis.withMore()
                    .inject(inject)
                    .flatMap(one -> one.release().planned())
                    .orElseThrow();
            var due = room.events(DrillEvent.Retimed.class)
                    .filter(moved -> moved.inject().equals(inject))
                    .map(DrillEvent.Retimed::to)
                    .reduce(planned, (before, after) -> after);
            return due.compareTo(room.drill().length()) <= 0;
        }

        void whatATrainerPutsComesOnce() {
            assertThat(room.events(DrillEvent.InjectFired.class).map(DrillEvent.InjectFired::inject))
                    .doesNotHaveDuplicates();
            assertThat(room.events(DrillEvent.InjectAdded.class)
                            .map(added -> added.inject().id()))
                    .doesNotHaveDuplicates();
            room.entries(DrillEvent.InjectFired.class)
                    .forEach(entry -> comesAfter(((DrillEvent.InjectFired) entry.event()).inject(), entry));
            room.entries(DrillEvent.InjectAdded.class)
                    .forEach(entry -> comesAfter(
                            ((DrillEvent.InjectAdded) entry.event()).inject().id(), entry));
        }

        /** Whether a trainer let it come, or took it out. */
        private boolean directed(String inject) {
            return room.events(DrillEvent.InjectFired.class)
                            .anyMatch(fired -> fired.inject().equals(inject))
                    || room.store.entry(DRILL, Entries.inject(inject)).isPresent();
        }

        void whatATrainerChangedComesAsChanged() {
            room.events(DrillEvent.InjectReleased.class)
                    .map(DrillEvent.InjectReleased::prompt)
                    .filter(prompt -> edited.contains(prompt.inject()))
                    .forEach(prompt -> assertThat(prompt.text()).isEqualTo("Softer"));
            var written = room.store.written(DRILL).stream().map(LogEntry::id).toList();
            room.entries(DrillEvent.InjectEdited.class).forEach(entry -> {
                var inject = ((DrillEvent.InjectEdited) entry.event()).inject().id();
                if (written.contains(Entries.inject(inject))) {
                    assertThat(written).containsSubsequence(entry.id(), Entries.inject(inject));
                }
            });
        }

        private void comesAfter(String inject, LogEntry order) {
            var settled = at(Entries.inject(inject));
            assertThat(settled.at()).as(inject).isAfterOrEqualTo(order.at());
            if (settled.event() instanceof DrillEvent.InjectReleased released) {
                assertThat(released.reason()).startsWith("the trainer released it (trainer)");
            }
        }

        /** Nobody publishes a statement here. */
        void aDeadlineThatPassedSetsOffWhatWaitsForIt() {
            var ended = room.entries(DrillEvent.Ended.class).findFirst();
            var alarm = room.store
                    .entry(DRILL, Entries.inject("alarm"))
                    .filter(entry -> entry.event() instanceof DrillEvent.InjectReleased);
            if (ended.isPresent() && alarm.isPresent()) {
                var deadline = alarm.get().drillTime().plus(Duration.ofMinutes(15));
                if (deadline.compareTo(ended.get().drillTime()) < 0
                        && !directed("chase")
                        && ((DrillEvent.Ended) ended.get().event()).reason() == DrillEvent.Ended.Reason.TIME) {
                    assertThat(room.store.entry(DRILL, Entries.triggered("chase")))
                            .isPresent();
                }
            }
        }

        void nothingIsReleasedBeforeItsTime() {
            assertThat(room.entries(DrillEvent.InjectReleased.class)).allSatisfy(entry -> assertThat(entry.at())
                    .isAfterOrEqualTo(((DrillEvent.InjectReleased) entry.event()).due()));
        }

        void nothingIsReleasedWhileTheDrillIsSuspendedOrOver() {
            var running = false;
            for (var entry : room.store.written(DRILL)) {
                switch (entry.event()) {
                    case DrillEvent.Started ignored -> running = true;
                    case DrillEvent.Resumed ignored -> running = true;
                    case DrillEvent.Paused ignored -> running = false;
                    case DrillEvent.EmergencyCalled ignored -> running = false;
                    case DrillEvent.Ended ignored -> running = false;
                    case DrillEvent.InjectReleased released ->
                        assertThat(running)
                                .as("running when %s came", released.prompt().inject())
                                .isTrue();
                    case DrillEvent.Reminded reminded ->
                        assertThat(running)
                                .as("running when reminded of %s", reminded.inject())
                                .isTrue();
                    default -> {}
                }
            }
        }

        void whoeverIsNamedWasNotified() {
            room.events(DrillEvent.InjectReleased.class).forEach(released -> assertThat(room.store.entry(
                            DRILL, Entries.notified(released.prompt().inject())))
                    .isPresent());
            room.events(DrillEvent.InjectNotified.class).forEach(notified -> assertThat(room.sent)
                    .filteredOn(one -> one.inject().equals(Optional.of(notified.inject())))
                    .extracting(one -> one.recipient())
                    .containsAll(notified.members()));
        }

        void nothingIsLeftToDoButForTheDebrief() {
            assertThat(room.store.pending(DRILL))
                    .filteredOn(item -> item.due().worker() == Due.Worker.INJECT)
                    .isEmpty();
        }

        /** Except where something is found out about later, an outage, the hold or the end: that counts as of its moment. */
        void theDrillsClockNeverRunsBackwards() {
            var reads = Duration.ZERO;
            for (var entry : room.store.written(DRILL)) {
                if (!setsTheClock(entry.event())) {
                    continue;
                }
                if (!asOf(entry)) {
                    assertThat(entry.drillTime()).as(entry.id()).isGreaterThanOrEqualTo(reads);
                }
                reads = entry.drillTime();
            }
        }

        private static boolean setsTheClock(DrillEvent event) {
            return event instanceof DrillEvent.Paused
                    || event instanceof DrillEvent.Resumed
                    || event instanceof DrillEvent.SpeedChanged
                    || event instanceof DrillEvent.EmergencyCalled
                    || event instanceof DrillEvent.Ended;
        }

        private static boolean asOf(LogEntry entry) {
            return switch (entry.event()) {
                case DrillEvent.Paused paused -> !paused.by().equals("trainer");
                case DrillEvent.Ended ended -> ended.reason() == DrillEvent.Ended.Reason.TIME;
                default -> false;
            };
        }

        void nobodySawARuleBroken() {
            assertThat(violations).isEmpty();
        }

        void noEntryIsEarlierThanItsCause() {
            room.events(DrillEvent.InjectNotified.class)
                    .forEach(event -> inOrder(Entries.inject(event.inject()), Entries.notified(event.inject())));
            room.events(DrillEvent.Announced.class)
                    .forEach(event -> inOrder(event.entry(), Entries.announced(event.entry())));
        }

        private void inOrder(String cause, String effect) {
            assertThat(at(effect).at()).as(effect).isAfterOrEqualTo(at(cause).at());
        }

        private LogEntry at(String entry) {
            return room.store.entry(DRILL, entry).orElseThrow();
        }

        private List<String> log() {
            return room.store.log(DRILL).stream()
                    .map(entry -> "%s %s %s".formatted(entry.id(), entry.at(), LogJson.write(entry.event())))
                    .toList();
        }
    }
}
