package dev.muster.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.cloud.AwsClients;
import dev.muster.cloud.Endpoint;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsWakeQueueTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    /** For each coming batch, the ids of the messages that the service refuses. */
    private final Deque<Set<String>> refusals = new ArrayDeque<>();

    private final Endpoint endpoint = new Endpoint(this::accept);
    private final SqsWakeQueue queue = new SqsWakeQueue(
            new AwsClients(endpoint.environment()).sqs(),
            endpoint.url() + "/1/drill",
            endpoint.url() + "/1/debrief",
            InstantSource.fixed(NOON));

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void whatFallsDueGoesToTheQueueOfItsWorker() {
        queue.wake(List.of(due(new Due.Rate("m"), NOON), due(new Due.End(), NOON)));

        assertThat(sent()).hasSize(2).allSatisfy(batch -> assertThat(batch.path("Entries"))
                .hasSize(1));
        assertThat(dues("/1/drill")).containsExactly("end");
        assertThat(dues("/1/debrief")).containsExactly("rate#m");
    }

    @Test
    void whatIsParkedIsLeftOut() {
        queue.wake(List.of(new DueItem("d-1", new Due.End(), Optional.empty(), Optional.empty(), 1)));

        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void manyAreSentInBatchesOfTen() {
        queue.wake(tells(23));

        assertThat(sent()).extracting(batch -> batch.path("Entries").size()).containsExactly(10, 10, 3);
        assertThat(dues("/1/drill")).doesNotHaveDuplicates().hasSize(23);
    }

    @ParameterizedTest
    @CsvSource({"-3600,0", "0,0", "3,0", "4,1", "60,57", "60.9,57", "903,900", "86400,900"})
    void theDelayEndsSomeSecondsEarlyWithinWhatTheServiceTakes(double secondsAhead, int delay) {
        queue.wake(List.of(due(new Due.End(), NOON.plusMillis((long) (secondsAhead * 1_000)))));

        assertThat(sent().getFirst().path("Entries").get(0).path("DelaySeconds").asInt())
                .isEqualTo(delay);
    }

    @Test
    void whatTheServiceRefusesIsSentOnceMore() {
        refusals.add(Set.of("1", "4"));

        queue.wake(tells(6));

        assertThat(sent()).extracting(batch -> batch.path("Entries").size()).containsExactly(6, 2);
        assertThat(dues("/1/drill").subList(6, 8)).containsExactly("tell#1", "tell#4");
    }

    @Test
    void whatTheServiceRefusesTwiceIsSaidButKeepsNoOtherFromGoing() {
        refusals.add(Set.of("1"));
        refusals.add(Set.of("1"));

        assertThatThrownBy(() -> queue.wake(tells(12)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 of 12 wake-ups", "InternalError");

        assertThat(dues("/1/drill")).contains("tell#11");
    }

    @Test
    void aWakeUpArrivesThroughAQueueThatSpeaksTheRealProtocol() {
        var server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start();
        try {
            var url = "http://127.0.0.1:"
                    + server.waitUntilStarted().localAddress().getPort();
            var sqs = new AwsClients(Map.of(
                            "AWS_REGION", "elasticmq",
                            "AWS_ENDPOINT_URL_SQS", url,
                            "AWS_ACCESS_KEY_ID", "local",
                            "AWS_SECRET_ACCESS_KEY", "local"))
                    .sqs();
            var drill = sqs.createQueue(create -> create.queueName("drill")).queueUrl();
            var debrief = sqs.createQueue(create -> create.queueName("debrief")).queueUrl();
            var item = due(new Due.Release("soc-alert"), NOON);

            new SqsWakeQueue(sqs, drill, debrief, InstantSource.fixed(NOON)).wake(List.of(item));

            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(drill).waitTimeSeconds(5))
                            .messages())
                    .extracting(Message::body)
                    .extracting(WakeUp::parse)
                    .containsExactly(WakeUp.of(item));
        } finally {
            server.stopAndWait();
        }
    }

    private static DueItem due(Due due, Instant at) {
        return DueItem.atWallTime("d-1", due, at);
    }

    private static List<DueItem> tells(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> due(new Due.Tell(Integer.toString(at)), NOON))
                .toList();
    }

    private List<JsonNode> sent() {
        return endpoint.requests().stream().map(request -> json(request.body())).toList();
    }

    private List<String> dues(String queueUrl) {
        return sent().stream()
                .filter(batch -> batch.path("QueueUrl").asText().endsWith(queueUrl))
                .flatMap(batch -> StreamSupport.stream(batch.path("Entries").spliterator(), false))
                .map(message ->
                        WakeUp.parse(message.path("MessageBody").asText()).due())
                .toList();
    }

    private Endpoint.Answer accept(Endpoint.Request request) {
        var refused = Optional.ofNullable(refusals.poll()).orElse(Set.of());
        var answer = JsonNodeFactory.instance.objectNode();
        var successful = answer.putArray("Successful");
        var failed = answer.putArray("Failed");
        for (var message : json(request.body()).path("Entries")) {
            var id = message.path("Id").asText();
            if (refused.contains(id)) {
                failed.addObject().put("Id", id).put("Code", "InternalError").put("SenderFault", false);
            } else {
                successful
                        .addObject()
                        .put("Id", id)
                        .put("MessageId", "m-" + id)
                        .put("MD5OfMessageBody", md5(message.path("MessageBody").asText()));
            }
        }
        return Endpoint.Answer.json(answer.toString());
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
