package dev.muster.cloud;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Which calls are made again. The SDK knows what fails in passing with every service; it leaves transactions that met
 * another one to us.
 *
 * <p>One loop for all: the SDK's, which sends the very same request again, so that DynamoDB knows a transaction by its
 * token and makes it once even if the answer to the first call was lost.
 */
final class Repeating {

    static final int ATTEMPTS = 8;

    /** Reasons of a cancelled transaction that have nothing to do with what it asked for. */
    private static final Set<String> IN_PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "InternalServerError");

    private Repeating() {}

    static RetryStrategy whatFailsInPassing(RandomGenerator random) {
        var backoff = new FullJitter(Duration.ofMillis(25), Duration.ofSeconds(1), random);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                // Many who meet at one drill's clock are no outage that a breaker must end.
                .circuitBreakerEnabled(false)
                .retryOnException(Repeating::failedInPassing)
                .build();
    }

    private static boolean failedInPassing(Throwable failure) {
        return switch (failure) {
            case TransactionConflictException met -> true;
            case TransactionInProgressException repeated -> true;
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> IN_PASSING.contains(reason.code()));
            default -> false;
        };
    }
}
