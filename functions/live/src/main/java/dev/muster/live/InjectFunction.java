package dev.muster.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.muster.cloud.Log;
import dev.muster.drill.conduct.CarryOut;
import dev.muster.queue.WakeUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Carries out what is due in running drills, one virtual thread for each wake-up of the batch. A wake-up aims a few seconds
 * early: the rest is waited for here, so that the effect comes on the dot. What fails comes again, and after some attempts
 * stays among the dead letters; the others of its batch are not touched by it.
 */
public final class InjectFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /**
     * The longest wait for the due time; what comes earlier has another wake-up on its way. Longer than any aim, shorter
     * than the function's time limit.
     */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

    /** A wake-up names its time in whole milliseconds; the due item may be due within the one that follows. */
    private static final Duration UNNAMED = Duration.ofMillis(1);

    private final CarryOut carryOut;
    private final Clock clock;
    private final Pause pause;

    public InjectFunction() {
        this(Wiring.ofThisProcess());
    }

    public InjectFunction(Map<String, String> environment) {
        this(new Wiring(environment));
    }

    private InjectFunction(Wiring wiring) {
        this(wiring.carryOut(), wiring.clock(), Thread::sleep);
    }

    InjectFunction(CarryOut carryOut, Clock clock, Pause pause) {
        this.carryOut = carryOut;
        this.clock = clock;
        this.pause = pause;
    }

    /** Lets time pass. */
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    private record Attempt(SQSMessage message, Future<?> end) {}

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var messages = Optional.ofNullable(event.getRecords()).orElse(List.of());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = messages.stream()
                    .map(message -> new Attempt(message, threads.submit(() -> carryOut(message))))
                    .toList();
            var failures = attempts.stream()
                    .filter(InjectFunction::failed)
                    .map(attempt -> new BatchItemFailure(attempt.message().getMessageId()))
                    .toList();
            return new SQSBatchResponse(failures);
        }
    }

    private Void carryOut(SQSMessage message) throws InterruptedException {
        var wakeUp = WakeUp.parse(message.getBody());
        if (waited(wakeUp.at())) {
            carryOut.carryOut(wakeUp.drill(), wakeUp.due());
        }
        return null;
    }

    /** Waits for the time; false if it is so far ahead that another wake-up comes for it. */
    private boolean waited(Optional<Instant> at) throws InterruptedException {
        var due = at.map(named -> named.plus(UNNAMED)).orElse(Instant.MIN);
        if (due.isAfter(clock.instant().plus(LONGEST_WAIT))) {
            return false;
        }
        while (clock.instant().isBefore(due)) {
            pause.last(Duration.between(clock.instant(), due));
        }
        return true;
    }

    private static boolean failed(Attempt attempt) {
        try {
            attempt.end().get();
            return false;
        } catch (ExecutionException e) {
            Log.failure("wake-up-failed", names(attempt.message()), e.getCause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What of a message may stand in the log. What is no wake-up may say anything, and shows its id only. */
    private static Map<String, String> names(SQSMessage message) {
        try {
            var wakeUp = WakeUp.parse(message.getBody());
            return Map.of("message", message.getMessageId(), "drill", wakeUp.drill(), "due", wakeUp.due());
        } catch (IllegalArgumentException e) {
            return Map.of("message", message.getMessageId());
        }
    }
}
