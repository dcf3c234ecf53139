package dev.muster.store;

import static dev.muster.drill.port.Rehearsal.NOON;
import static dev.muster.drill.port.Rehearsal.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cloud.AwsClients;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.LogEntry;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.DrillStoreContract;
import dev.muster.drill.port.Rehearsal;
import dev.muster.scenario.Scenario;
import java.time.Duration;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class DynamoDrillStoreTest extends DrillStoreContract {

    private static final DynamoDbClient DYNAMO = new AwsClients(LocalTable.environment()).dynamoDb();
    private static final String NAME = LocalTable.createdBy(DYNAMO);
    private static final Table TABLE = new Table(DYNAMO, NAME);
    private static final DrillStore STORE = new DynamoDrillStore(DYNAMO, NAME);

    @Override
    protected DrillStore store() {
        return STORE;
    }

    @Test
    void aLogOfTenThousandEntriesIsReadWholeAndInOrder() {
        var drill = "d-long";
        var entries = IntStream.range(0, 10_000)
                .mapToObj(at -> new LogEntry(
                        "e-" + at,
                        NOON.plusMillis(at * 7919L % 10_000),
                        Duration.ZERO,
                        note("e-" + at).event()))
                .toList();
        Chunks.of(entries, 25).parallelStream().forEach(chunk -> write(drill, chunk));

        assertThat(STORE.log(drill))
                .hasSize(10_000)
                .isSortedAccordingTo(LogEntry.ORDER)
                .containsAll(entries.subList(0, 50));
    }

    @Test
    void aSnapshotThatLostAChunkIsNotTakenForWhole() {
        var rehearsal = Rehearsal.in(STORE).of(bigScenario()).scheduled();
        var chunks =
                TABLE.query(Keys.scriptPartition(rehearsal.id()), "SCENARIO#").toList();
        assertThat(chunks).hasSizeGreaterThan(1);
        TABLE.delete(chunks.getLast().key());

        assertThatThrownBy(() -> new DynamoDrillStore(DYNAMO, NAME).scenario(rehearsal.id()))
                .hasMessageContaining("incomplete: found %d of %d chunks", chunks.size() - 1, chunks.size());
    }

    @Test
    void aSnapshotIsReadOnceByOneStore() {
        var rehearsal = Rehearsal.in(STORE).scheduled();
        var first = STORE.scenario(rehearsal.id());
        TABLE.query(Keys.scriptPartition(rehearsal.id()), "SCENARIO#").forEach(chunk -> TABLE.delete(chunk.key()));

        assertThat(STORE.scenario(rehearsal.id())).isSameAs(first);
    }

    @Test
    void noPartOfTheScriptStandsWhereRespondersMayRead() {
        var rehearsal = Rehearsal.in(STORE).scheduled();
        var partition = Map.of(":pk", AttributeValue.fromS(Keys.drillPartition(rehearsal.id())));
        var readable = DYNAMO
                .query(query ->
                        query.tableName(NAME).keyConditionExpression("pk = :pk").expressionAttributeValues(partition))
                .items()
                .stream()
                .map(item -> item.get(Keys.SK).s().replaceAll("#.*", ""))
                .distinct();

        assertThat(readable).containsExactlyInAnyOrder("DRILL", "DUE", "EVENT", "MEMBER", "PLAN");
        assertThat(TABLE.query(Keys.scriptPartition(rehearsal.id()), "SCENARIO#"))
                .isNotEmpty();
    }

    @Test
    void aWholeMillisecondAndItsPartsSurviveTheIndex() {
        var rehearsal = Rehearsal.in(STORE).scheduled();
        for (var nanos : List.of(0, 1, 999_999_999, 123_000_000)) {
            var item = DueItem.atWallTime(
                    rehearsal.id(), new Due.Tell("e-" + nanos), NOON.with(ChronoField.NANO_OF_SECOND, nanos));
            STORE.giveUp(note("e-" + nanos), item);
            assertThat(rehearsal.pending(item.due())).isEqualTo(item);
        }
    }

    @Test
    void linksOfAnAccountAreVoidFromTheMomentThatItsItemNames() {
        TABLE.put(Item.at(Keys.account("t-1")).with(Keys.REVOKED_BEFORE, NOON));

        assertThat(STORE.linksRevokedBefore("t-1")).contains(NOON);
    }

    @Test
    void anItemThatLacksAnAttributeIsNamed() {
        TABLE.put(Item.at(Keys.drill("d-broken")));

        assertThatThrownBy(() -> STORE.drill("d-broken")).hasMessageContaining("DRILL#d-broken", "title");
    }

    private static Scenario bigScenario() {
        var noise = new byte[500_000];
        new Random(9).nextBytes(noise);
        return Rehearsal.scenario(1, Base64.getEncoder().encodeToString(noise));
    }

    private static void write(String drill, List<LogEntry> entries) {
        var requests = entries.stream()
                .map(entry -> EventItems.of(drill, entry).attributes())
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build())
                .toList();
        DYNAMO.batchWriteItem(batch -> batch.requestItems(Map.of(NAME, requests)));
    }
}
