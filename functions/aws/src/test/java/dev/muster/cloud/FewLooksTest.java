package dev.muster.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.port.Rehearsal;
import dev.muster.store.DynamoDrillStore;
import dev.muster.store.LocalTable;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What pages that ask every few seconds cost at the table. */
class FewLooksTest {

    private final Interposed line = new Interposed(UrlConnectionHttpClient.create());

    @Test
    void rosterAndLogAreOneQueryAndThePlanIsReadOnce() {
        var dynamo = new AwsClients(LocalTable.environment(), new Random(1), line).dynamoDb();
        var store = new DynamoDrillStore(dynamo, LocalTable.createdBy(dynamo));
        var rehearsal = Rehearsal.in(store).started();
        store.plan(rehearsal.id());
        line.next(0, call -> null);

        store.plan(rehearsal.id());
        var proceedings = store.proceedings(rehearsal.id());

        assertThat(line.sent()).hasSize(1).first().asString().contains("KeyConditionExpression");
        assertThat(proceedings.roster()).isEqualTo(rehearsal.roster());
        assertThat(proceedings.log()).isNotEmpty();
    }
}
