package dev.muster.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One event source mapping, as Lambda keeps it: receives a batch, calls the function, deletes what succeeded. What
 * failed stays in the queue and comes again when its visibility timeout is over.
 */
final class QueuePoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Lambda waits for 20. Shorter, a wake-up that the emulator slept through costs a second at most. */
    private static final int LONG_POLL_SECONDS = 1;

    private static final long RETRY_MILLIS = 500;

    private final SqsClient sqs;
    private final String queueUrl;
    private final Stack.Trigger.Messages mapping;
    private final HostedFunction function;
    private final ExecutorService threads;
    private final Faults.Source faults;
    private final Semaphore free;
    private volatile boolean closed;
    private Future<?> receiver;

    QueuePoller(
            SqsClient sqs,
            String queueUrl,
            Stack.Trigger.Messages mapping,
            HostedFunction function,
            ExecutorService threads,
            Faults.Source faults) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.mapping = mapping;
        this.function = function;
        this.threads = threads;
        this.faults = faults;
        this.free = new Semaphore(mapping.maximumConcurrency());
    }

    void start() {
        receiver = threads.submit(this::poll);
    }

    /** Takes no further message; batches in work go on. */
    @Override
    public void close() {
        closed = true;
        if (receiver != null) {
            receiver.cancel(true);
        }
    }

    private void poll() {
        while (!closed) {
            try {
                free.acquire();
                receive();
            } catch (InterruptedException e) {
                return;
            } catch (SdkException e) {
                free.release();
                waitAfter(e);
            }
        }
    }

    private void waitAfter(SdkException e) {
        if (closed) {
            return;
        }
        LOG.warn("Cannot receive from " + queueUrl + ": " + e.getMessage());
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }

    private void receive() {
        var messages = sqs.receiveMessage(b -> b.queueUrl(queueUrl)
                        .maxNumberOfMessages(mapping.batchSize())
                        .waitTimeSeconds(LONG_POLL_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
        var batches = faults.deliver(messages);
        var running = new AtomicInteger(batches.size());
        if (batches.isEmpty()) {
            free.release();
        }
        for (var batch : batches) {
            threads.execute(() -> {
                try {
                    handle(batch);
                } finally {
                    if (running.decrementAndGet() == 0) {
                        free.release();
                    }
                }
            });
        }
    }

    private void handle(List<Message> batch) {
        try {
            var answer = function.call(event(batch), UUID.randomUUID().toString());
            var failed = failures(batch, answer);
            delete(batch.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .toList());
        } catch (HostedFunction.FunctionFailed e) {
            LOG.error(e.getMessage() + "; its " + batch.size() + " messages come again", e.getCause());
        } catch (SdkException | IOException e) {
            if (!closed) {
                LOG.warn("Messages of " + queueUrl + " come again: " + e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] event(List<Message> batch) throws JsonProcessingException {
        var event = JsonNodeFactory.instance.objectNode();
        var records = event.putArray("Records");
        batch.forEach(message -> records.add(entry(message)));
        return JSON.writeValueAsBytes(event);
    }

    private ObjectNode entry(Message message) {
        var entry = JsonNodeFactory.instance.objectNode();
        entry.put("messageId", message.messageId()).put("receiptHandle", message.receiptHandle());
        entry.put("body", message.body()).put("md5OfBody", message.md5OfBody());
        var attributes = entry.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        var own = entry.putObject("messageAttributes");
        message.messageAttributes()
                .forEach((name, value) ->
                        own.putObject(name).put("dataType", value.dataType()).put("stringValue", value.stringValue()));
        entry.put("eventSource", "aws:sqs").put("eventSourceARN", mapping.queueArn());
        return entry.put("awsRegion", LocalAccount.REGION);
    }

    /**
     * The ids that the function reports as failed. An answer that names a message that was not in the batch, or none,
     * fails the whole batch, as in Lambda.
     */
    private Set<String> failures(List<Message> batch, byte[] answer) throws IOException {
        if (!mapping.reportsFailures()) {
            return Set.of();
        }
        var all = new HashSet<String>();
        batch.forEach(message -> all.add(message.messageId()));
        var failed = new HashSet<String>();
        for (var failure : Optional.ofNullable(JSON.readTree(answer))
                .map(node -> node.path("batchItemFailures"))
                .<Iterable<JsonNode>>map(node -> node)
                .orElse(List.of())) {
            var id = failure.path("itemIdentifier").asText();
            if (!all.contains(id)) {
                LOG.error(function.definition().logicalId() + " reports the failure of an unknown message '" + id
                        + "': the whole batch comes again");
                return all;
            }
            failed.add(id);
        }
        return failed;
    }

    private void delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var distinct = messages.stream().map(Message::receiptHandle).distinct().toList();
        sqs.deleteMessageBatch(b -> b.queueUrl(queueUrl)
                .entries(java.util.stream.IntStream.range(0, distinct.size())
                        .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                                .id("m" + i)
                                .receiptHandle(distinct.get(i))
                                .build())
                        .toList()));
    }
}
