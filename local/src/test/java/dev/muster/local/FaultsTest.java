package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.sqs.SqsClient;

class FaultsTest {

    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    @Test
    void aConflictHasNoEffect() {
        with(new Faults(1, 0, 0, 1, 0, 0), (dynamo, table) -> {
            assertThatThrownBy(() -> dynamo.transactWriteItems(b -> b.transactItems(TransactWriteItem.builder()
                            .put(put -> put.tableName(table).item(ITEM))
                            .build())))
                    .isInstanceOfSatisfying(TransactionCanceledException.class, e -> assertThat(e.cancellationReasons())
                            .extracting(reason -> reason.code())
                            .containsExactly("TransactionConflict"));
            assertThatThrownBy(() -> dynamo.putItem(b -> b.tableName(table).item(ITEM)))
                    .isInstanceOf(TransactionConflictException.class);
            assertThat(dynamo.getItem(b -> b.tableName(table).key(ITEM)).hasItem())
                    .isFalse();
        });
    }

    @Test
    void aThrottledCallHasNoEffect() {
        with(new Faults(1, 0, 0, 0, 1, 0), (dynamo, table) -> assertThatThrownBy(
                        () -> dynamo.getItem(b -> b.tableName(table).key(ITEM)))
                .isInstanceOf(ProvisionedThroughputExceededException.class));
    }

    @Test
    void aWriteWhoseAnswerIsLostHasItsEffect() {
        with(new Faults(1, 0, 0, 0, 0, 1), (dynamo, table) -> {
            assertThatThrownBy(() -> dynamo.putItem(b -> b.tableName(table).item(ITEM)))
                    .isInstanceOf(InternalServerErrorException.class);
            assertThat(dynamo.getItem(b -> b.tableName(table).key(ITEM)).item()).isEqualTo(ITEM);
        });
    }

    @Test
    void aRepeatedMessageReachesItsFunctionTwice() throws Exception {
        TestFunctions.Work.RECEIVED.clear();
        try (var cloud = LocalCloud.start(SmallCloud.options().with(new Faults(1, 1, 0, 0, 0, 0)));
                var sqs = SmallCloud.client(cloud, SqsClient.builder(), "SQS")) {
            var id = sqs.sendMessage(
                            b -> b.queueUrl(SmallCloud.environment(cloud).get("QUEUE"))
                                    .messageBody("twice"))
                    .messageId();

            for (var i = 0; i < 2; i++) {
                var received = TestFunctions.Work.RECEIVED.poll(20, TimeUnit.SECONDS);
                assertThat(received).isNotNull();
                assertThat(received.getMessageId()).isEqualTo(id);
            }
        }
    }

    private static void with(Faults faults, BiConsumer<DynamoDbClient, String> test) {
        try (var cloud = LocalCloud.start(SmallCloud.options().with(faults));
                var dynamo = SmallCloud.client(
                        cloud,
                        DynamoDbClient.builder().overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1))),
                        "DYNAMODB")) {
            test.accept(dynamo, SmallCloud.environment(cloud).get("TABLE"));
        }
    }
}
