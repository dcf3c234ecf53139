package dev.muster.store;

import dev.muster.cloud.AwsClients;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.DrillStoreContract;

class DynamoDrillStoreTest extends DrillStoreContract {

    private static final DrillStore STORE = store(new AwsClients(LocalTable.environment()));

    private static DrillStore store(AwsClients clients) {
        var dynamo = clients.dynamoDb();
        return new DynamoDrillStore(dynamo, LocalTable.createdBy(dynamo));
    }

    @Override
    protected DrillStore store() {
        return STORE;
    }
}
