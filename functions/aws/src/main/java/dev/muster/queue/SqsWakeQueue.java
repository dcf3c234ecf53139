package dev.muster.queue;

import static java.util.stream.Collectors.groupingBy;

import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.port.WakeQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Wake-ups by Amazon SQS: one queue for what people wait for, one for what happens behind them. */
public final class SqsWakeQueue implements WakeQueue {

    /** SQS's limit to one batch. */
    private static final int MOST_MESSAGES = 10;

    /** SQS's limit to a delay. */
    private static final long MOST_SECONDS = 900;

    /** SQS delays by whole seconds and takes a moment to deliver; whoever is early waits by the wall clock. */
    private static final Duration EARLY = Duration.ofSeconds(3);

    private final SqsClient sqs;
    private final String drillQueue;
    private final String debriefQueue;
    private final InstantSource clock;

    /**
     * @param drillQueue the URL of the queue for {@link Due.Worker#INJECT}
     * @param debriefQueue the URL of the queue for {@link Due.Worker#DEBRIEF}
     */
    public SqsWakeQueue(SqsClient sqs, String drillQueue, String debriefQueue, InstantSource clock) {
        this.sqs = sqs;
        this.drillQueue = drillQueue;
        this.debriefQueue = debriefQueue;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the service refused some of them twice; the tick sends what is due again
     */
    @Override
    public void wake(List<DueItem> items) {
        var refused = new ArrayList<BatchResultErrorEntry>();
        items.stream()
                .filter(item -> item.wakeAt().isPresent())
                .collect(groupingBy(item -> item.due().worker()))
                .forEach((worker, due) -> refused.addAll(send(queueOf(worker), due)));
        if (!refused.isEmpty()) {
            throw new IllegalStateException("%d of %d wake-ups were not sent, the first because of %s: %s"
                    .formatted(
                            refused.size(),
                            items.size(),
                            refused.getFirst().code(),
                            refused.getFirst().message()));
        }
    }

    /** How long SQS keeps a message back that is to arrive shortly before this moment. */
    static int delaySeconds(Instant now, Instant wakeAt) {
        var seconds = Duration.between(now, wakeAt).minus(EARLY).toSeconds();
        return (int) Math.clamp(seconds, 0, MOST_SECONDS);
    }

    private List<BatchResultErrorEntry> send(String queue, List<DueItem> items) {
        var refused = new ArrayList<BatchResultErrorEntry>();
        for (var from = 0; from < items.size(); from += MOST_MESSAGES) {
            var batch = messages(items.subList(from, Math.min(items.size(), from + MOST_MESSAGES)));
            refused.addAll(sendTwice(queue, batch));
        }
        return refused;
    }

    private List<BatchResultErrorEntry> sendTwice(String queue, List<SendMessageBatchRequestEntry> batch) {
        var refused = sendOnce(queue, batch);
        if (refused.isEmpty()) {
            return refused;
        }
        var ids = refused.stream().map(BatchResultErrorEntry::id).toList();
        return sendOnce(
                queue,
                batch.stream().filter(message -> ids.contains(message.id())).toList());
    }

    private List<BatchResultErrorEntry> sendOnce(String queue, List<SendMessageBatchRequestEntry> batch) {
        return sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(batch))
                .failed();
    }

    private List<SendMessageBatchRequestEntry> messages(List<DueItem> items) {
        var now = clock.instant();
        return IntStream.range(0, items.size())
                .mapToObj(at -> message(Integer.toString(at), items.get(at), now))
                .toList();
    }

    private static SendMessageBatchRequestEntry message(String id, DueItem item, Instant now) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(WakeUp.of(item).body())
                .delaySeconds(delaySeconds(now, item.wakeAt().orElseThrow()))
                .build();
    }

    private String queueOf(Due.Worker worker) {
        return switch (worker) {
            case INJECT -> drillQueue;
            case DEBRIEF -> debriefQueue;
        };
    }
}
