package dev.muster.local;

import static software.amazon.dynamodb.services.exceptions.AWSExceptionFactory.buildAWSException;
import static software.amazon.dynamodb.services.exceptions.AWSExceptionFactory.buildInternalServerException;
import static software.amazon.dynamodb.services.exceptions.AWSExceptionFactory.buildTransactionCanceledException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.exceptions.AmazonServiceExceptionType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** DynamoDB Local with the faults of a busy table, in front of or behind the effect of a call. */
final class FaultyTables extends LocalDynamoDBRequestHandler {

    private final Faults.Source faults;

    /** @param folder of the database file; null = in memory */
    FaultyTables(String folder, Faults.Source faults) {
        super(0, folder == null, folder, true, false);
        this.faults = faults;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(
            String account, String region, TransactWriteItemsRequest request) {
        if (faults.conflicts()) {
            throw buildTransactionCanceledException(
                    conflict(request.transactItems().size()));
        }
        return write(() -> super.transactWriteItems(account, region, request));
    }

    @Override
    public PutItemResponse putItem(String account, String region, PutItemRequest request) {
        return singleWrite(() -> super.putItem(account, region, request));
    }

    @Override
    public UpdateItemResponse updateItem(String account, String region, UpdateItemRequest request) {
        return singleWrite(() -> super.updateItem(account, region, request));
    }

    @Override
    public DeleteItemResponse deleteItem(String account, String region, DeleteItemRequest request) {
        return singleWrite(() -> super.deleteItem(account, region, request));
    }

    @Override
    public GetItemResponse getItem(String account, String region, GetItemRequest request) {
        throttle();
        return super.getItem(account, region, request);
    }

    @Override
    public QueryResponse query(String account, String region, QueryRequest request) {
        throttle();
        return super.query(account, region, request);
    }

    private <T> T singleWrite(Supplier<T> write) {
        if (faults.conflicts()) {
            throw buildAWSException(
                    AmazonServiceExceptionType.TRANSACTION_CONFLICT_EXCEPTION, "Transaction is ongoing for the item");
        }
        return write(write);
    }

    private <T> T write(Supplier<T> write) {
        throttle();
        var answer = write.get();
        if (faults.losesAnswer()) {
            throw buildInternalServerException("The effect took place; the answer is lost");
        }
        return answer;
    }

    private void throttle() {
        if (faults.throttles()) {
            throw buildAWSException(AmazonServiceExceptionType.PROVISIONED_THROUGHPUT_EXCEEDED_EXCEPTION);
        }
    }

    /** One item is in another transaction, the others are not. */
    private static List<CancellationReason> conflict(int items) {
        var reasons = new ArrayList<CancellationReason>();
        for (var i = 0; i < items; i++) {
            reasons.add(CancellationReason.builder()
                    .code(i == 0 ? "TransactionConflict" : "None")
                    .build());
        }
        return reasons;
    }
}
