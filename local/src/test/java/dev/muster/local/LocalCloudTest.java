package dev.muster.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

class LocalCloudTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Functions fail here on purpose; their traces would hide others. */
    private static final Logger LOG = Logger.getLogger("dev.muster.local");

    private static LocalCloud cloud;

    @BeforeAll
    static void startTheCloud() {
        LOG.setLevel(Level.OFF);
        TestFunctions.Tick.EVENTS.clear();
        cloud = LocalCloud.start(SmallCloud.options());
    }

    @AfterAll
    static void stopTheCloud() {
        cloud.close();
        LOG.setLevel(null);
    }

    @BeforeEach
    void forgetWhatWasReceived() {
        TestFunctions.Echo.EVENTS.clear();
    }

    // ---- HTTP

    @Test
    void aRequestReachesItsFunctionAsApiGatewayWouldHandItOver() throws Exception {
        var answer = send(request("/things/a%20b?x=1&x=2&empty=&q=%C3%A4+o")
                .header("X-Two", "1")
                .header("X-Two", "2")
                .header("Cookie", "a=1; b=2"));

        var event = take(TestFunctions.Echo.EVENTS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(event.getVersion()).isEqualTo("2.0");
        assertThat(event.getRouteKey()).isEqualTo("GET /things/{thing}");
        assertThat(event.getRawPath()).isEqualTo("/things/a%20b");
        assertThat(event.getRawQueryString()).isEqualTo("x=1&x=2&empty=&q=%C3%A4+o");
        assertThat(event.getQueryStringParameters()).isEqualTo(Map.of("x", "1,2", "empty", "", "q", "ä o"));
        assertThat(event.getPathParameters()).isEqualTo(Map.of("thing", "a b"));
        assertThat(event.getHeaders()).containsEntry("x-two", "1,2").doesNotContainKey("cookie");
        assertThat(event.getCookies()).containsExactly("a=1", "b=2");
        assertThat(event.getBody()).isNull();
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("GET");
        assertThat(event.getRequestContext().getHttp().getPath()).isEqualTo("/things/a b");
        assertThat(event.getRequestContext().getHttp().getSourceIp()).isEqualTo("127.0.0.1");
        assertThat(event.getRequestContext().getRequestId()).isNotEmpty();
        assertThat(event.getRequestContext().getTimeEpoch()).isPositive();
    }

    @Test
    void aFunctionLivesInTheEnvironmentOfTheTemplate() throws Exception {
        assertThat(send(request("/things/x")).body()).isEqualTo("hello from eu-central-1 at " + cloud.baseUrl());
    }

    @Test
    void aTextBodyArrivesAsTextAndABinaryOneInBase64() throws Exception {
        send(post("/things", "{\"ä\":1}".getBytes(UTF_8)).header("Content-Type", "application/json; charset=utf-8"));
        var text = take(TestFunctions.Echo.EVENTS);
        send(post("/things", new byte[] {(byte) 0xff, 0}).header("Content-Type", "image/png"));
        var binary = take(TestFunctions.Echo.EVENTS);

        assertThat(text.getBody()).isEqualTo("{\"ä\":1}");
        assertThat(text.getIsBase64Encoded()).isFalse();
        assertThat(binary.getBody()).isEqualTo("/wA=");
        assertThat(binary.getIsBase64Encoded()).isTrue();
    }

    @Test
    void theMoreSpecificRouteIsTaken() throws Exception {
        send(request("/things/special"));

        assertThat(take(TestFunctions.Echo.EVENTS))
                .extracting(APIGatewayV2HTTPEvent::getRouteKey, APIGatewayV2HTTPEvent::getPathParameters)
                .containsExactly("GET /things/special", null);
    }

    @Test
    void aRequestWithoutARouteIsNotFound() throws Exception {
        assertThat(send(request("/nothing")).statusCode()).isEqualTo(404);
        assertThat(send(post("/things/x", new byte[0])).body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefused() throws Exception {
        assertThat(send(post("/things", new byte[HttpFront.LARGEST_BODY])).statusCode())
                .isEqualTo(200);
        assertThat(send(post("/things", new byte[HttpFront.LARGEST_BODY + 1])).statusCode())
                .isEqualTo(413);
    }

    @Test
    void anAnswerKeepsItsBytesItsHeadersAndItsCookies() throws Exception {
        var binary = HTTP.send(post("/answers/binary", new byte[0]).build(), HttpResponse.BodyHandlers.ofByteArray());
        var cookies = send(post("/answers/cookies", new byte[0]));

        assertThat(binary.body()).containsExactly(0xff, 0);
        assertThat(binary.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(cookies.statusCode()).isEqualTo(303);
        assertThat(cookies.headers().firstValue("Location")).contains("/elsewhere");
        assertThat(cookies.headers().allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1; HttpOnly", "b=2");
    }

    @Test
    void aFunctionThatFailsOrHangsOrAnswersWhatApiGatewayDoesNotKnowIsAServerError() throws Exception {
        assertThat(send(post("/answers/fails", new byte[0])).statusCode()).isEqualTo(500);
        assertThat(send(post("/answers/hangs", new byte[0])).statusCode()).isEqualTo(500);
        assertThat(send(post("/answers/multi", new byte[0])).statusCode()).isEqualTo(500);
    }

    // ---- queue and schedule

    @Test
    void theScheduleCallsItsFunctionAtTheStart() throws Exception {
        var event = take(TestFunctions.Tick.EVENTS);

        assertThat(event.getDetailType()).isEqualTo("Scheduled Event");
        assertThat(event.getTime()).isNotNull();
        TestFunctions.Tick.EVENTS.add(event);
    }

    @Test
    void aMessageReachesItsFunctionAsLambdaWouldHandItOverAndLeavesTheQueue() throws Exception {
        var id = enqueue("plain");

        var message = await(id);
        assertThat(message.getBody()).isEqualTo("plain");
        assertThat(message.getEventSource()).isEqualTo("aws:sqs");
        assertThat(message.getEventSourceArn()).isEqualTo("arn:aws:sqs:eu-central-1:000000000000:muster-Work");
        assertThat(message.getReceiptHandle()).isNotEmpty();
        assertThat(message.getAttributes()).containsEntry("ApproximateReceiveCount", "1");
    }

    @Test
    void aMessageThatItsFunctionReportsAsFailedComesAgainAlone() throws Exception {
        var ids = enqueue(List.of("fine", "fails 1"));

        assertThat(await(ids.get(1)).getAttributes()).containsEntry("ApproximateReceiveCount", "1");
        assertThat(await(ids.get(1)).getAttributes()).containsEntry("ApproximateReceiveCount", "2");
        assertThat(count(ids.get(0))).isEqualTo(1);
    }

    @Test
    void aBatchWhoseFunctionThrowsOrRunsOutOfTimeComesAgain() throws Exception {
        var thrown = enqueue("throws 1");
        var late = enqueue("hangs 1");

        await(thrown);
        await(late);
        assertThat(await(thrown).getAttributes()).containsEntry("ApproximateReceiveCount", "2");
        assertThat(await(late).getAttributes()).containsEntry("ApproximateReceiveCount", "2");
    }

    @Test
    void aMessageThatFailsTooOftenEndsAmongTheDeadLetters() throws Exception {
        var id = enqueue("fails 99");

        try (var sqs = SmallCloud.client(cloud, SqsClient.builder(), "SQS")) {
            var url = SmallCloud.environment(cloud).get("QUEUE").replace("muster-Work", "muster-DeadLetters");
            var dead = new ArrayList<String>();
            for (var i = 0; i < 20 && dead.isEmpty(); i++) {
                sqs.receiveMessage(b -> b.queueUrl(url).waitTimeSeconds(1))
                        .messages()
                        .forEach(message -> dead.add(message.body()));
            }
            assertThat(dead).containsExactly("fails 99");
        }
        assertThat(count(id)).isEqualTo(3);
    }

    // ---- services

    @Test
    void whatIsPublishedStandsInTheMailboxOnceForEachTime() throws Exception {
        try (var sns = SmallCloud.client(cloud, SnsClient.builder(), "SNS")) {
            for (var i = 0; i < 2; i++) {
                sns.publish(b -> b.topicArn(SmallCloud.environment(cloud).get("TOPIC"))
                        .subject("EXERCISE <b>late</b>")
                        .message("EXERCISE\nÄ & " + cloud.baseUrl() + "/r/abc.def?x=1\nhttp://evil.test/x")
                        .messageAttributes(
                                Map.of("member", text("m-ana"), "channel", text("sms"), "exercise", text("true"))));
            }
        }

        var mails = cloud.mailbox().mailsFor("m-ana");
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().text()).startsWith("EXERCISE\nÄ & http");
        assertThat(mails.getFirst().channel()).isEqualTo("sms");
        assertThat(mails.getFirst().attributes()).containsEntry("exercise", "true");

        var page = send(HttpRequest.newBuilder(URI.create(cloud.mailboxUrl() + "?member=m-ana&refresh=off")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains("EXERCISE &lt;b&gt;late&lt;/b&gt;")
                .contains("<a href=\"" + cloud.baseUrl() + "/r/abc.def?x=1\"")
                .doesNotContain("<a href=\"http://evil")
                .doesNotContain("http-equiv=\"refresh\"");
        var json = new ObjectMapper()
                .readTree(send(HttpRequest.newBuilder(URI.create(cloud.mailboxUrl() + "/mailbox.json")))
                        .body());
        assertThat(json.findValuesAsText("subject")).contains("EXERCISE <b>late</b>");
    }

    @Test
    void theMailboxIsFoundOnlyByWhoeverKnowsItsAddress() throws Exception {
        assertThat(send(request("/mailbox")).statusCode()).isEqualTo(404);
        assertThat(send(request("/mailbox/guess")).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(URI.create(cloud.mailboxUrl() + "x")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMessageThatSnsWouldNotTakeIsRefused() {
        var topic = SmallCloud.environment(cloud).get("TOPIC");
        try (var sns = SmallCloud.client(cloud, SnsClient.builder(), "SNS")) {
            assertThatThrownBy(() -> sns.publish(b -> b.topicArn(topic + "x").message("m")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sns.publish(
                            b -> b.topicArn(topic).subject("EXERCISE – dash").message("m")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("ASCII");
        }
    }

    @Test
    void aSecretIsMadeUpFromTheTemplatesDescription() throws Exception {
        try (var secrets = SmallCloud.client(cloud, SecretsManagerClient.builder(), "SECRETS_MANAGER")) {
            var id = SmallCloud.environment(cloud).get("SECRET");
            var value = new ObjectMapper()
                    .readTree(secrets.getSecretValue(b -> b.secretId(id)).secretString());
            assertThat(value.get("kid").asText()).isEqualTo("k1");
            assertThat(value.get("key").asText()).hasSize(64);
            assertThatThrownBy(() -> secrets.getSecretValue(b -> b.secretId("other")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    void aBlobComesBackAsItWasPut() throws Exception {
        try (var s3 = SmallCloud.client(cloud, S3Client.builder(), "S3")) {
            var bucket = SmallCloud.environment(cloud).get("BUCKET");
            var content = "<h1>ä</h1>".repeat(20_000);
            s3.putObject(
                    b -> b.bucket(bucket).key("reports/d 1+ä.html").contentType("text/html"),
                    RequestBody.fromString(content));

            var found = s3.getObjectAsBytes(b -> b.bucket(bucket).key("reports/d 1+ä.html"));
            assertThat(found.asUtf8String()).isEqualTo(content);
            assertThat(found.response().contentType()).isEqualTo("text/html");
            assertThat(s3.headObject(b -> b.bucket(bucket).key("reports/d 1+ä.html"))
                            .contentLength())
                    .isEqualTo(content.getBytes(UTF_8).length);
            assertThat(cloud.blobs().resolve("reports/d 1+ä.html")).hasContent(content);
        }
    }

    @Test
    void aBlobThatIsNotThereOrWouldLeaveItsFolderIsRefused() {
        try (var s3 = SmallCloud.client(cloud, S3Client.builder(), "S3")) {
            var bucket = SmallCloud.environment(cloud).get("BUCKET");
            assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("nothing")))
                    .isInstanceOf(NoSuchKeyException.class);
            assertThatThrownBy(() -> s3.putObject(b -> b.bucket(bucket).key("a/../../b"), RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("cannot keep");
            assertThatThrownBy(() -> s3.deleteObject(b -> b.bucket(bucket).key("nothing")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("not DELETE");
        }
    }

    @Test
    void theTableHasTheKeysAndIndexesOfTheTemplate() {
        try (var dynamo = SmallCloud.client(cloud, DynamoDbClient.builder(), "DYNAMODB")) {
            var name = SmallCloud.environment(cloud).get("TABLE");
            var table = dynamo.describeTable(b -> b.tableName(name)).table();

            assertThat(table.keySchema()).extracting(k -> k.attributeName()).containsExactly("pk", "sk");
            assertThat(table.globalSecondaryIndexes()).singleElement().satisfies(index -> {
                assertThat(index.indexName()).isEqualTo("by-shard");
                assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.KEYS_ONLY);
            });
            dynamo.putItem(b ->
                    b.tableName(name).item(Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"))));
        }
    }

    // ---- words of the tests

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cloud.baseUrl() + path));
    }

    private static HttpRequest.Builder post(String path, byte[] body) {
        return request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String enqueue(String body) {
        return enqueue(List.of(body)).getFirst();
    }

    private static List<String> enqueue(List<String> bodies) {
        try (var sqs = SmallCloud.client(cloud, SqsClient.builder(), "SQS")) {
            return bodies.stream()
                    .map(body -> sqs.sendMessage(b -> b.queueUrl(
                                            SmallCloud.environment(cloud).get("QUEUE"))
                                    .messageBody(body))
                            .messageId())
                    .toList();
        }
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        var taken = queue.poll(20, TimeUnit.SECONDS);
        assertThat(taken).as("nothing came within 20 s").isNotNull();
        return taken;
    }

    /** The next delivery of a message; others' deliveries are put aside. */
    private static SQSEvent.SQSMessage await(String id) throws InterruptedException {
        var others = new ArrayList<SQSEvent.SQSMessage>();
        try {
            while (true) {
                var message = take(TestFunctions.Work.RECEIVED);
                if (message.getMessageId().equals(id)) {
                    return message;
                }
                others.add(message);
            }
        } finally {
            TestFunctions.Work.RECEIVED.addAll(others);
        }
    }

    private static long count(String id) {
        return TestFunctions.Work.RECEIVED.stream()
                .filter(message -> message.getMessageId().equals(id))
                .count();
    }
}
