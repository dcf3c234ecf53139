package dev.muster.debrief;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.muster.cloud.Log;
import dev.muster.drill.Due;
import dev.muster.queue.WakeUp;
import dev.muster.scoring.RateMessage;
import dev.muster.scoring.ScoreDrill;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates messages and scores drills, one wake-up after the other: reading and rendering keep a core busy, and nobody waits for
 * them. What fails comes again, and after some attempts stays among the dead letters; the others of its batch are not touched
 * by it.
 */
public final class DebriefFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final RateMessage rate;
    private final ScoreDrill score;

    public DebriefFunction() {
        this(System.getenv());
    }

    public DebriefFunction(Map<String, String> environment) {
        this(new Wiring(environment));
    }

    private DebriefFunction(Wiring wiring) {
        this(wiring.rateMessage(), wiring.scoreDrill());
    }

    DebriefFunction(RateMessage rate, ScoreDrill score) {
        this.rate = rate;
        this.score = score;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        var failures = Optional.ofNullable(event.getRecords()).orElse(List.of()).stream()
                .filter(message -> !carriedOut(message))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList();
        return new SQSBatchResponse(failures);
    }

    private boolean carriedOut(SQSMessage message) {
        try {
            carryOut(WakeUp.parse(message.getBody()));
            return true;
        } catch (RuntimeException e) {
            Log.failure("wake-up-failed", Map.of("message", message.getMessageId()), e);
            return false;
        }
    }

    private void carryOut(WakeUp wakeUp) {
        switch (Due.parse(wakeUp.due()).orElseThrow()) {
            case Due.Rate due -> rate.carryOut(wakeUp.drill(), due);
            case Due.Score due -> score.carryOut(wakeUp.drill(), due);
            default ->
                throw new IllegalArgumentException("expected something to rate or to score, found " + wakeUp.due());
        }
    }
}
