package dev.muster.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The functions of {@code small.yaml}. */
public final class TestFunctions {

    private TestFunctions() {}

    /** Answers with what it was asked. */
    public static final class Echo implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        static final BlockingQueue<APIGatewayV2HTTPEvent> EVENTS = new LinkedBlockingQueue<>();
        private final Map<String, String> environment;

        public Echo(Map<String, String> environment) {
            this.environment = environment;
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            EVENTS.add(event);
            var answer = APIGatewayV2HTTPResponse.builder().withStatusCode(200);
            return switch (event.getPathParameters() == null
                    ? ""
                    : event.getPathParameters().getOrDefault("kind", "")) {
                case "binary" ->
                    answer.withIsBase64Encoded(true)
                            .withBody("/wA=")
                            .withHeaders(Map.of("Content-Type", "image/png"))
                            .build();
                case "cookies" ->
                    answer.withStatusCode(303)
                            .withHeaders(Map.of("Location", "/elsewhere"))
                            .withCookies(List.of("a=1; HttpOnly", "b=2"))
                            .build();
                case "multi" ->
                    answer.withMultiValueHeaders(Map.of("X-A", List.of("1", "2")))
                            .build();
                case "fails" -> throw new IllegalStateException("on purpose");
                case "hangs" -> hang();
                default ->
                    answer.withBody(environment.get("GREETING") + " at " + environment.get("BASE_URL"))
                            .withHeaders(Map.of("Content-Type", "text/plain"))
                            .build();
            };
        }

        private static APIGatewayV2HTTPResponse hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }
    }

    /** Fails a message as many times as its body says: {@code fails 2}, {@code throws 1}, {@code hangs 1}. */
    public static final class Work implements RequestHandler<SQSEvent, SQSBatchResponse> {

        static final BlockingQueue<SQSEvent.SQSMessage> RECEIVED = new LinkedBlockingQueue<>();
        private static final Map<String, AtomicInteger> DELIVERIES = new ConcurrentHashMap<>();

        public Work(Map<String, String> environment) {}

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            var failures = new ArrayList<SQSBatchResponse.BatchItemFailure>();
            for (var message : event.getRecords()) {
                RECEIVED.add(message);
                var words = message.getBody().split(" ");
                var count = words.length > 1 ? Integer.parseInt(words[1]) : 0;
                if (deliveries(message) <= count) {
                    switch (words[0]) {
                        case "fails" -> failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
                        case "throws" -> throw new IllegalStateException("on purpose");
                        default -> Echo.hang();
                    }
                }
            }
            return new SQSBatchResponse(failures);
        }

        private static int deliveries(SQSEvent.SQSMessage message) {
            return DELIVERIES
                    .computeIfAbsent(message.getMessageId(), id -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    /** Notes that it was called. */
    public static final class Tick {

        static final BlockingQueue<ScheduledEvent> EVENTS = new LinkedBlockingQueue<>();

        public Tick(Map<String, String> environment) {}

        public Void handleRequest(ScheduledEvent event, Context context) {
            EVENTS.add(event);
            return null;
        }
    }
}
