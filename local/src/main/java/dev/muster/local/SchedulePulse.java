package dev.muster.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schedule rule: calls its function at the start and then at each multiple of its rate, by the wall clock. A call
 * that fails is not repeated; one that takes longer than the rate delays the next.
 */
final class SchedulePulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulePulse.class);

    private final Stack.Trigger.Schedule schedule;
    private final HostedFunction function;
    private final ExecutorService threads;
    private Future<?> running;

    SchedulePulse(Stack.Trigger.Schedule schedule, HostedFunction function, ExecutorService threads) {
        this.schedule = schedule;
        this.function = function;
        this.threads = threads;
    }

    void start() {
        running = threads.submit(this::run);
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel(true);
        }
    }

    /** The first multiple of the rate after an instant. */
    static Instant next(Instant after, Duration rate) {
        var millis = rate.toMillis();
        return Instant.ofEpochMilli((after.toEpochMilli() / millis + 1) * millis);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                call(Instant.now());
                Thread.sleep(Duration.between(Instant.now(), next(Instant.now(), schedule.rate())));
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void call(Instant now) throws InterruptedException {
        var id = UUID.randomUUID().toString();
        try {
            function.call(event(id, now), id);
        } catch (HostedFunction.FunctionFailed e) {
            LOG.error(schedule.name() + ": " + e.getMessage(), e.getCause());
        }
    }

    private byte[] event(String id, Instant now) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0").put("id", id).put("detail-type", "Scheduled Event");
        event.put("source", "aws.events").put("account", LocalAccount.ID);
        event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString()).put("region", LocalAccount.REGION);
        event.putArray("resources").add(LocalAccount.arn("events", "rule/" + schedule.name()));
        event.putObject("detail");
        return event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
