package dev.muster.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.muster.composer.MovingClock;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DueItem;
import dev.muster.drill.conduct.CarryOut;
import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.FindDue;
import dev.muster.drill.conduct.ScheduleDrill;
import dev.muster.drill.port.InMemoryDrillStore;
import dev.muster.queue.WakeUp;
import dev.muster.scenario.io.Library;
import dev.muster.web.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class InjectFunctionTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final InMemoryDrillStore store = new InMemoryDrillStore();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final List<DueItem> woken = new CopyOnWriteArrayList<>();
    private final Conducting conducting = new Conducting(
            store, woken::addAll, notification -> {}, (drill, member) -> "https://muster.example/r/" + member, clock);
    private final InjectFunction function = new InjectFunction(new CarryOut(conducting), clock, this::pass);

    private void pass(Duration time) {
        waits.add(time);
        clock.advance(time);
    }

    private void drill(String id) {
        var library = Library.onClassPath();
        new ScheduleDrill(store, woken::addAll, clock)
                .schedule(new ScheduleDrill.Request(
                        id,
                        "ines",
                        library.scenario("data-breach"),
                        library.defaultPlan(),
                        library.team("crew"),
                        Map.of(),
                        NOON,
                        1));
    }

    private List<String> handle(String... bodies) {
        var event = new SQSEvent();
        var messages = new ArrayList<SQSMessage>();
        for (var body : bodies) {
            var message = new SQSMessage();
            message.setMessageId("message-" + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        event.setRecords(messages);
        return function.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String wakeUp(String drill, String due) {
        return "{\"drill\":\"%s\",\"due\":\"%s\"}".formatted(drill, due);
    }

    private List<String> released(String drill) {
        return store.log(drill).stream()
                .filter(entry -> entry.event() instanceof DrillEvent.InjectReleased)
                .map(entry ->
                        ((DrillEvent.InjectReleased) entry.event()).prompt().inject())
                .toList();
    }

    private WakeUp next(String drill) {
        return store.pending(drill).stream()
                .filter(item -> item.key().startsWith("inject#"))
                .filter(item -> item.wakeAt().filter(clock.instant()::isBefore).isPresent())
                .min(java.util.Comparator.comparing(item -> item.wakeAt().orElseThrow()))
                .map(WakeUp::of)
                .orElseThrow();
    }

    @Test
    void aWakeUpStartsTheDrillAndReleasesWhatIsDue() {
        drill("d-1");
        assertThat(handle(wakeUp("d-1", "start"))).isEmpty();
        assertThat(handle(wakeUp("d-1", "inject#soc-alert"))).isEmpty();
        assertThat(released("d-1")).contains("soc-alert");
    }

    @Test
    void whatComesAFewSecondsEarlyIsReleasedOnTheDot() {
        drill("d-1");
        handle(wakeUp("d-1", "start"));
        handle(wakeUp("d-1", "inject#soc-alert"));
        var next = next("d-1");
        clock.moveTo(next.at().orElseThrow().minusSeconds(7));
        handle(next.body());
        var entry = store.log("d-1").stream()
                .filter(it -> it.id().equals("inject." + next.due().substring("inject#".length())))
                .findFirst()
                .orElseThrow();
        assertThat(entry.at())
                .isBetween(next.at().orElseThrow(), next.at().orElseThrow().plusMillis(1));
        assertThat(waits).containsExactly(Duration.ofSeconds(7).plusMillis(1));
    }

    @Test
    void whatComesFarTooEarlyIsLeftToItsOtherWakeUp() {
        drill("d-1");
        handle(wakeUp("d-1", "start"));
        var next = next("d-1");
        clock.moveTo(next.at().orElseThrow().minus(InjectFunction.LONGEST_WAIT).minusSeconds(1));
        var sent = woken.size();
        assertThat(handle(next.body())).isEmpty();
        assertThat(waits).isEmpty();
        assertThat(woken).hasSize(sent);
        assertThat(store.wake("d-1", next.due()).orElseThrow().item()).isPresent();
    }

    @Test
    void oneFailureLeavesTheRestOfTheBatchAlone() {
        drill("d-1");
        drill("d-2");
        handle(wakeUp("d-1", "start"), wakeUp("d-2", "start"));
        try (var log = LogLines.caught()) {
            var failed = handle(
                    wakeUp("d-1", "inject#soc-alert"),
                    "not even json: secret",
                    wakeUp("d-2", "inject#soc-alert"),
                    wakeUp("d-1", "nothing#of-the-kind"),
                    "{\"drill\":\"d-1\"}",
                    wakeUp("d-1", "inject#soc-alert"));
            assertThat(failed).containsExactly("message-1", "message-3", "message-4");
            assertThat(log.all()).hasSize(3).noneMatch(line -> line.contains("secret"));
        }
        assertThat(released("d-1")).containsOnlyOnce("soc-alert");
        assertThat(released("d-2")).containsOnlyOnce("soc-alert");
    }

    @Test
    void whatWasCarriedOutBeforeIsNoFailure() {
        drill("d-1");
        assertThat(handle(wakeUp("d-1", "start"), wakeUp("d-9", "start"))).isEmpty();
        assertThat(handle(wakeUp("d-1", "start"))).isEmpty();
        assertThat(store.log("d-1").stream().filter(entry -> entry.event() instanceof DrillEvent.Started))
                .hasSize(1);
    }

    @Test
    void theMessagesOfABatchWaitSideBySide() {
        drill("d-1");
        handle(wakeUp("d-1", "start"));
        var together = new CyclicBarrier(2);
        var waiting = new InjectFunction(new CarryOut(conducting), clock, time -> {
            try {
                together.await();
            } catch (java.util.concurrent.BrokenBarrierException e) {
                throw new AssertionError(e);
            }
            clock.moveTo(NOON.plusSeconds(6));
        });
        var bodies = List.of(5, 5).stream()
                .map(seconds -> "{\"drill\":\"d-1\",\"due\":\"inject#none\",\"at\":%d}"
                        .formatted(NOON.plusSeconds(seconds).toEpochMilli()))
                .toArray(String[]::new);
        var event = new SQSEvent();
        event.setRecords(Arrays.stream(bodies)
                .map(body -> {
                    var message = new SQSMessage();
                    message.setMessageId(body);
                    message.setBody(body);
                    return message;
                })
                .toList());
        assertThat(waiting.handleRequest(event, null).getBatchItemFailures()).isEmpty();
    }

    @Test
    void aBatchOfNothingIsNoFailure() {
        assertThat(function.handleRequest(new SQSEvent(), null).getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void theTickWakesWhatIsDueSoon() {
        drill("d-1");
        woken.clear();
        new TickFunction(new FindDue(store, woken::addAll, clock)).handleRequest(new ScheduledEvent(), null);
        assertThat(woken).extracting(DueItem::key).containsExactly("start");
    }
}
