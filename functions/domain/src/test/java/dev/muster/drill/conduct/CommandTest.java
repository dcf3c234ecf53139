package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillState;
import dev.muster.drill.Due;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.Interposed;
import dev.muster.drill.respond.Intent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What trainers do to a script that is under way, and to each other. */
class CommandTest {

    private final RehearsalRoom room = room();

    private static RehearsalRoom room() {
        return new RehearsalRoom().schedule(SmallCrisis.withMore(), SmallCrisis.plan(), SmallCrisis.team());
    }

    // ---- release now

    @Test
    void anInjectComesNowWhateverItsTime() {
        room.minutes(7);

        room.put.release(room.order(), "call", "They are quick");
        room.minutes(20);

        assertThat(room.released()).filteredOn(line -> line.startsWith("call")).containsExactly("call at 420 s");
        assertThat(reasonOf("call")).isEqualTo("the trainer released it (trainer): They are quick");
    }

    @Test
    void anInjectComesNowThoughItsConditionDoesNotHold() {
        room.minutes(7);
        room.responds("bo", "voice", SmallCrisis.statement());
        room.responds("ana", "lead", new Intent.Approve("response.bo.key-0"));

        room.put.release(room.order(), "journalist", "");
        room.minutes(21);

        assertThat(room.released()).contains("journalist at 420 s");
        assertThat(reasonOf("journalist")).isEqualTo("the trainer released it (trainer)");
    }

    @Test
    void aReactiveInjectComesNowAndIsNotSetOffAgain() {
        room.minutes(7);

        room.put.release(room.order(), "thanks", "");
        room.minutes(8);
        room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
        room.minutes(20);

        assertThat(room.released())
                .filteredOn(line -> line.startsWith("thanks"))
                .containsExactly("thanks at 420 s");
        assertThat(room.events(DrillEvent.ReactionTriggered.class)
                        .filter(reaction -> reaction.inject().equals("thanks")))
                .isEmpty();
    }

    @Test
    void anInjectThatTheTeamSetOffComesNowAndNotAtItsTime() {
        room.minutes(7);
        room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
        room.until(Duration.ofSeconds(450));

        room.put.release(room.order(), "thanks", "");
        room.minutes(20);

        assertThat(room.released())
                .filteredOn(line -> line.startsWith("thanks"))
                .containsExactly("thanks at 450 s");
    }

    // ---- skip

    @Test
    void aSkippedInjectNeverComesAndTheLogSaysWhoAndWhy() {
        room.minutes(7);

        room.skip.skip(room.order(), "call", "Enough for today");
        room.minutes(31);

        assertThat(room.released()).noneMatch(line -> line.startsWith("call"));
        assertThat(room.events(DrillEvent.InjectWithheld.class))
                .contains(new DrillEvent.InjectWithheld("call", "the trainer skipped it (trainer): Enough for today"));
        assertThat(room.released()).as("what reacts to it").noneMatch(line -> line.startsWith("echo"));
    }

    @Test
    void aSkippedReactionIsNotSetOffAndComesByNoOtherHand() {
        room.minutes(7);
        room.skip.skip(room.order(), "thanks", "");

        room.responds("ana", "lead", new Intent.Acknowledge("alarm"));
        room.minutes(8);

        assertThat(room.put.release(room.order(), "thanks", ""))
                .isEqualTo(new Commanded.Refused(new Refusal("withheld-before", List.of("thanks", "7 min"))));
        room.minutes(31);
        assertThat(room.released()).noneMatch(line -> line.startsWith("thanks"));
    }

    @Test
    void anInjectCanBeSkippedBeforeTheStart() {
        room.skip.skip(room.order(), "alarm", "");
        room.minutes(1);

        assertThat(room.state()).isEqualTo(DrillState.RUNNING);
        assertThat(room.released()).isEmpty();
    }

    @Test
    void whatHasComeCannotBeSkipped() {
        room.minutes(7);

        assertThat(room.skip.skip(room.order(), "alarm", ""))
                .isEqualTo(new Commanded.Refused(new Refusal("came-before", List.of("alarm", "0 s"))));
    }

    // ---- edit

    @Test
    void anInjectComesAsItWasLastChanged() {
        room.minutes(7);
        room.edit.edit(room.order(), "call", SmallCrisis.softer(), "");
        room.edit.edit(
                room.order(),
                "call",
                new EditInject.Edit(
                        Optional.of("A call"), Optional.empty(), Optional.empty(), List.of("lead"), Optional.empty()),
                "");
        room.minutes(11);

        assertThat(room.events(DrillEvent.InjectReleased.class)
                        .map(DrillEvent.InjectReleased::prompt)
                        .filter(prompt -> prompt.inject().equals("call")))
                .singleElement()
                .satisfies(prompt -> {
                    assertThat(prompt.text()).isEqualTo("Softer");
                    assertThat(prompt.from()).isEqualTo("Somebody kind");
                    assertThat(prompt.title()).isEqualTo("A call");
                    assertThat(prompt.to()).containsExactly("lead");
                });
        assertThat(room.sent).extracting(message -> message.text()).anyMatch(text -> text.contains("Softer"));
    }

    @Test
    void whatHasComeIsNotChanged() {
        room.minutes(7);

        assertThat(room.edit.edit(room.order(), "alarm", SmallCrisis.softer(), ""))
                .isEqualTo(new Commanded.Refused(new Refusal("came-before", List.of("alarm", "0 s"))));
    }

    // ---- the end

    @Test
    void aDrillEndsWhenATrainerSaysAndWhatIsDueUntilThenComes() {
        room.minutes(7);

        room.command.extend(room.order(), Duration.ofMinutes(50));
        room.minutes(49);
        assertThat(room.state()).isEqualTo(DrillState.RUNNING);
        room.minutes(51);

        assertThat(room.state()).isEqualTo(DrillState.ENDED);
        assertThat(room.entries(DrillEvent.Ended.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.drillTime()).isEqualTo(Duration.ofMinutes(50)));
        assertThat(room.events(DrillEvent.Extended.class))
                .containsExactly(new DrillEvent.Extended("trainer", Duration.ofMinutes(30), Duration.ofMinutes(50)));
    }

    @Test
    void aShortenedDrillWithholdsWhatWasDueLater() {
        room.minutes(7);

        room.command.extend(room.order(), Duration.ofMinutes(12));
        room.minutes(13);

        assertThat(room.state()).isEqualTo(DrillState.ENDED);
        assertThat(room.events(DrillEvent.InjectWithheld.class))
                .extracting(DrillEvent.InjectWithheld::inject)
                .contains("choice", "journalist");
    }

    @Test
    void theEndMovesToNoTimeThatHasPassedAndNotForEver() {
        assertThat(room.command.extend(room.order(), Duration.ofMinutes(50))).isInstanceOf(Commanded.Refused.class);
        room.minutes(7);

        assertThat(room.command.extend(room.order(), Duration.ofMinutes(7)))
                .isEqualTo(new Commanded.Refused(new Refusal("time-passed", List.of("7 min"))));
        assertThat(room.command.extend(room.order(), Duration.ofDays(8)))
                .isEqualTo(new Commanded.Refused(new Refusal("lasts-too-long", List.of("7 days"))));
    }

    @Test
    void endExByCommandScoresAndClosesLikeEveryEnd() {
        room.minutes(7);

        var order = room.order();
        assertThat(room.command.end(order, "All is said")).isInstanceOf(Commanded.Accepted.class);
        assertThat(room.command.end(order, "All is said")).isInstanceOf(Commanded.Accepted.class);
        room.minutes(8);

        assertThat(room.state()).isEqualTo(DrillState.ENDED);
        assertThat(room.item(new Due.Score("ended"))).isPresent();
        assertThat(room.store.pending(DRILL)).hasSize(1);
        assertThat(room.sent).extracting(message -> message.subject()).contains("EndEx: A small crisis");
    }

    // ---- more than one trainer

    private static final Map<String, BiFunction<RehearsalRoom, Order, Commanded>> COMMANDS = Map.of(
            "pause", (room, order) -> room.command.pause(order, "pause"),
            "speed", (room, order) -> room.command.speed(order, 2),
            "retime", (room, order) -> room.command.retime(order, "call", Duration.ofMinutes(12)),
            "release", (room, order) -> room.put.release(order, "call", ""),
            "skip", (room, order) -> room.skip.skip(order, "call", ""),
            "edit", (room, order) -> room.edit.edit(order, "call", SmallCrisis.softer(), ""),
            "add", (room, order) -> room.put.add(order, SmallCrisis.typed(), ""),
            "extend", (room, order) -> room.command.extend(order, Duration.ofMinutes(50)),
            "endex", (room, order) -> room.command.end(order, "enough"));

    @TestFactory
    Stream<DynamicTest> aDoubleClickIsDoneOnce() {
        return each((room, command) -> {
            var order = room.order();
            assertThat(command.apply(room, order)).isInstanceOf(Commanded.Accepted.class);
            var log = room.store.log(DRILL);
            assertThat(command.apply(room, order)).isInstanceOf(Commanded.Accepted.class);
            assertThat(room.store.log(DRILL)).isEqualTo(log);
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsDoneOnAStateThatItsSenderDidNotSee() {
        return each((room, command) -> {
            var order = room.order();
            room.edit.edit(room.order(), "choice", SmallCrisis.softer(), "");
            var log = room.store.log(DRILL);
            assertThat(command.apply(room, order)).isInstanceOf(Commanded.Outdated.class);
            assertThat(room.store.log(DRILL)).isEqualTo(log);
        });
    }

    /** Whoever comes second at the same instant finds that the drill has changed, and nothing of its own done. */
    @TestFactory
    Stream<DynamicTest> ofTwoTrainersAtOneInstantOneIsHeard() {
        return COMMANDS.entrySet().stream().flatMap(one -> COMMANDS.entrySet().stream()
                .map(other -> dynamicTest(
                        one.getKey() + " against " + other.getKey(),
                        () -> assertThatOneIsHeard(one.getValue(), other.getValue()))));
    }

    private static void assertThatOneIsHeard(
            BiFunction<RehearsalRoom, Order, Commanded> one, BiFunction<RehearsalRoom, Order, Commanded> other) {
        var meanwhile = new AtomicReference<Runnable>();
        var room = roomWhere(meanwhile).minutes(7);
        var mine = room.order();
        var theirs = new Order(DRILL, mine.epoch(), "other", "other-key");
        var heard = new AtomicReference<Commanded>();
        meanwhile.set(() -> heard.set(other.apply(room, theirs)));

        assertThat(one.apply(room, mine)).isInstanceOf(Commanded.Outdated.class);

        assertThat(heard.get()).isInstanceOf(Commanded.Accepted.class);
        assertThat(room.drill().epoch()).isEqualTo(mine.epoch() + 1);
        assertThat(room.store.log(DRILL)).extracting(LogEntry::id).doesNotContain("command." + mine.key());
    }

    @Test
    void anInjectThatComesWhileItIsBeingChangedIsNotChanged() {
        assertThatTooLate((room, order) -> room.edit.edit(order, "call", SmallCrisis.softer(), ""));
        assertThatTooLate((room, order) -> room.skip.skip(order, "call", ""));
        assertThatTooLate((room, order) -> room.put.release(order, "call", ""));
    }

    private static void assertThatTooLate(BiFunction<RehearsalRoom, Order, Commanded> command) {
        var meanwhile = new AtomicReference<Runnable>();
        var room = roomWhere(meanwhile).until(Duration.ofMillis(599_999));
        meanwhile.set(() -> room.minutes(10));

        assertThat(command.apply(room, room.order())).isInstanceOf(Commanded.Outdated.class);

        assertThat(room.released()).contains("call at 600 s");
        assertThat(room.drill().epoch()).isZero();
    }

    /** A room where this happens once, between a command's look and its change. */
    private static RehearsalRoom roomWhere(AtomicReference<Runnable> meanwhile) {
        return new RehearsalRoom(
                        new RehearsalRoom.Faults(new Random(0), 0, 0, 0),
                        store -> Interposed.in(store, (method, call) -> {
                            if (Set.of("command", "retime", "direct").contains(method)) {
                                Optional.ofNullable(meanwhile.getAndSet(null)).ifPresent(Runnable::run);
                            }
                            return call.proceed();
                        }),
                        () -> {})
                .schedule(SmallCrisis.withMore(), SmallCrisis.plan(), SmallCrisis.team());
    }

    private static Stream<DynamicTest> each(
            BiConsumer<RehearsalRoom, BiFunction<RehearsalRoom, Order, Commanded>> behaviour) {
        return COMMANDS.entrySet().stream()
                .map(command ->
                        dynamicTest(command.getKey(), () -> behaviour.accept(room().minutes(7), command.getValue())));
    }

    private String reasonOf(String inject) {
        return room.events(DrillEvent.InjectReleased.class)
                .filter(released -> released.prompt().inject().equals(inject))
                .map(DrillEvent.InjectReleased::reason)
                .findFirst()
                .orElseThrow();
    }
}
