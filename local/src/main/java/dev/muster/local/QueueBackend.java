package dev.muster.local;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ in this process: SQS in memory. What it forgets with the process, the next tick finds in the table. */
final class QueueBackend implements AutoCloseable {

    /** Its threads never keep the process alive. */
    private static final Config SETTINGS = ConfigFactory.parseString("pekko.daemonic = on");

    private static final long STOP_SECONDS = 5;

    private final ActorSystem actors;
    private final int port;

    private QueueBackend(ActorSystem actors, int port) {
        this.actors = actors;
        this.port = port;
    }

    static QueueBackend start() {
        var actors = ActorSystem.create("queues", SETTINGS.withFallback(ConfigFactory.load()));
        var server = SQSRestServerBuilder.withActorSystem(actors)
                .withInterface("127.0.0.1")
                .withDynamicPort()
                .withAWSRegion(LocalAccount.REGION)
                .withAWSAccountId(LocalAccount.ID)
                .start();
        return new QueueBackend(actors, server.waitUntilStarted().localAddress().getPort());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The address of a queue, created or not. */
    String urlOf(String queueName) {
        return endpoint() + "/" + LocalAccount.ID + "/" + queueName;
    }

    /** Creates the template's queues; dead letters first, since the others name them. */
    static void create(SqsClient sqs, List<Stack.Queue> queues) {
        queues.stream()
                .sorted(Comparator.comparing(Stack.Queue::redrives))
                .forEach(queue ->
                        sqs.createQueue(b -> b.queueName(queue.name()).attributesWithStrings(queue.attributes())));
    }

    /** Stops the actors under the server: its own stop would wait for whoever is polling. */
    @Override
    public void close() {
        actors.terminate();
        try {
            actors.getWhenTerminated().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("ElasticMQ does not stop", e);
        }
    }
}
