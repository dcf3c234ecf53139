package dev.muster.cloud;

import static dev.muster.cloud.Interposed.answerLost;
import static dev.muster.cloud.Interposed.refused;
import static dev.muster.drill.port.Rehearsal.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.Hold;
import dev.muster.drill.port.DrillStore;
import dev.muster.drill.port.Outcome;
import dev.muster.drill.port.Rehearsal;
import dev.muster.store.DynamoDrillStore;
import dev.muster.store.LocalTable;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the store does when calls go wrong as they do on AWS and never in an emulator. */
class RepeatingTest {

    private static final Interposed LINE = new Interposed(UrlConnectionHttpClient.create());
    private static final DrillStore STORE = store();

    private final Rehearsal rehearsal = Rehearsal.in(STORE).started();
    private final DueItem react = rehearsal.soon(new Due.React("it"));

    private static DrillStore store() {
        var dynamo = new AwsClients(LocalTable.environment(), new Random(1), LINE).dynamoDb();
        return new DynamoDrillStore(dynamo, LocalTable.createdBy(dynamo));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "InternalServerError"
            })
    void aTransactionThatFailedInPassingIsMadeAgain(String reason) {
        LINE.next(3, cancelled("None", reason));

        assertThat(record()).isEqualTo(Outcome.DONE);

        assertThat(LINE.sent()).hasSize(4);
        assertThat(rehearsal.entries()).contains("it");
    }

    @Test
    void aTransactionWhoseEntryMetAnotherOneIsMadeAgainUntilTheConditionsDecide() {
        STORE.record(rehearsal.id(), note("it"), List.of());
        LINE.next(1, cancelled("TransactionConflict", "ConditionalCheckFailed"));

        assertThat(record()).isEqualTo(Outcome.ALREADY);
    }

    @Test
    void aTransactionThatAlwaysMeetsAnotherOneIsGivenUpAfterSomeAttempts() {
        LINE.next(Repeating.ATTEMPTS, cancelled("TransactionConflict"));

        assertThatThrownBy(this::record).isInstanceOf(TransactionCanceledException.class);

        assertThat(LINE.sent()).hasSize(Repeating.ATTEMPTS);
        assertThat(rehearsal.entries()).doesNotContain("it");
    }

    @Test
    void aConditionThatFailsIsAnAnswerAndNotTriedAgain() {
        STORE.record(rehearsal.id(), note("it"), List.of());
        LINE.next(0, answerLost());

        assertThat(record()).isEqualTo(Outcome.ALREADY);

        assertThat(LINE.sent()).hasSize(1);
    }

    @Test
    void aChangeWhoseAnswerWasLostIsMadeOnceAndNotReportedAsAFailure() {
        LINE.next(2, answerLost());

        assertThat(record()).isEqualTo(Outcome.DONE);

        assertThat(rehearsal.entries()).containsOnlyOnce("it");
        assertThat(rehearsal.isPending(react.due())).isTrue();
    }

    @Test
    void aRepeatedTransactionCarriesTheTokenOfTheFirstAndAnotherOneItsOwn() {
        LINE.next(2, answerLost());
        record();
        var repeated = LINE.sent().stream().map(RepeatingTest::token).toList();
        STORE.record(rehearsal.id(), note("other"), List.of());

        assertThat(repeated).hasSize(3).containsOnly(repeated.getFirst());
        assertThat(token(LINE.sent().getLast())).isNotEqualTo(repeated.getFirst());
    }

    @Test
    void aSingleWriteThatMetATransactionIsMadeAgain() {
        record();
        LINE.next(2, refused("TransactionConflictException", ""));

        STORE.drop(react);

        assertThat(rehearsal.isPending(react.due())).isFalse();
    }

    @Test
    void aHoldWhoseAnswerWasLostIsPlacedAndLiftedOnce() {
        LINE.next(1, answerLost());
        assertThat(STORE.placeHold(new Hold("t-1", "fire", Rehearsal.NOON))).isEqualTo(Outcome.DONE);
        LINE.next(1, answerLost());
        assertThat(STORE.liftHold()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aResponseTouchesNothingButItsEntryAndWhatFollowsFromIt() throws JsonProcessingException {
        LINE.next(0, answerLost());

        record();

        assertThat(LINE.sent()).hasSize(1);
        var keys = new ObjectMapper()
                .readTree(LINE.sent().getFirst()).findValues("sk").stream()
                        .map(key -> key.path("S").textValue())
                        .toList();
        assertThat(keys).containsExactlyInAnyOrder("EVENT#it", "DUE#react#it");
    }

    @Test
    void aWakeIsOneCall() {
        LINE.next(0, answerLost());

        STORE.wake(rehearsal.id(), "start");

        assertThat(LINE.sent()).hasSize(1);
    }

    @Test
    void delaysAreRandomUpToALimitThatDoublesAndTheSameForTheSameSeed() {
        var jitter = new FullJitter(ofMillis(25), ofMillis(1_000), new Random(7));
        var same = new FullJitter(ofMillis(25), ofMillis(1_000), new Random(7));

        for (var attempt = 1; attempt <= 40; attempt++) {
            var limit = Math.min(25L << Math.min(attempt - 1, 16), 1_000);
            var delay = jitter.computeDelay(attempt);
            assertThat(delay).isBetween(ofMillis(0), ofMillis(limit)).isEqualTo(same.computeDelay(attempt));
        }
    }

    private static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }

    private Outcome record() {
        return STORE.record(rehearsal.id(), note("it"), List.of(react));
    }

    private static Interposed.Mishap cancelled(String... codes) {
        var reasons =
                Stream.of(codes).map(code -> "{\"Code\":\"" + code + "\"}").collect(Collectors.joining(","));
        return refused("TransactionCanceledException", ",\"CancellationReasons\":[" + reasons + "]");
    }

    private static String token(String body) {
        try {
            JsonNode json = new ObjectMapper().readTree(body);
            return json.path("ClientRequestToken").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
