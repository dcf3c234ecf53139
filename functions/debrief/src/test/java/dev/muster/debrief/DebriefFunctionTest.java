package dev.muster.debrief;

import static dev.muster.debrief.Rehearsal.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.Message;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.Recorded;
import dev.muster.rating.TrainedRater;
import dev.muster.report.HtmlReport;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebriefFunctionTest {

    @Test
    void whatFailsComesAgainAndTheOthersOfItsBatchAreDone() {
        var rehearsal = started(new FailsOn("broken"));
        var good = write(rehearsal, "We are sorry.");
        var bad = write(rehearsal, "This one is broken.");
        var event = Rehearsal.event(new Due.Rate(bad), new Due.Rate(good));
        event.getRecords().add(Rehearsal.message("nonsense", "{\"hello\": 1}"));
        event.getRecords().add(Rehearsal.message("not-mine", "{\"drill\":\"d-1\",\"due\":\"end\"}"));

        var response = rehearsal.function.handleRequest(event, null);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("rate#" + bad, "nonsense", "not-mine");
        assertThat(rehearsal.store.entry(DRILL, "rated." + good)).isPresent();
        assertThat(rehearsal.store.wake(DRILL, "rate#" + bad).orElseThrow().item())
                .isPresent();
    }

    @Test
    void anEmptyBatchFailsNothing() {
        assertThat(new Rehearsal().function.handleRequest(new SQSEvent(), null).getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void aWakeUpForADrillThatNobodyKnowsIsDone() {
        var event = Rehearsal.event(new Due.Rate("m"), new Due.Score("ended"));

        assertThat(new Rehearsal().function.handleRequest(event, null).getBatchItemFailures())
                .isEmpty();
    }

    @Test
    void repeatedWakeUpsChangeNothing() {
        var rehearsal = Rehearsal.ofDataBreach("poor");
        var log = rehearsal.store.log(DRILL);
        var report = rehearsal.report();
        var told = rehearsal.sent.size();

        for (var entry : log) {
            if (entry.event() instanceof DrillEvent.MessageRated rated) {
                rehearsal.function.handleRequest(Rehearsal.event(new Due.Rate(rated.message())), null);
            }
        }
        rehearsal.function.handleRequest(Rehearsal.event(new Due.Score("ended"), new Due.Score("ended")), null);

        assertThat(rehearsal.store.log(DRILL)).isEqualTo(log);
        assertThat(rehearsal.report()).isEqualTo(report);
        assertThat(rehearsal.sent).hasSize(told);
        assertThat(rehearsal.store.pending(DRILL)).isEmpty();
    }

    @Test
    void theRehearsedTeamScoresClearlyHigherThanTheUnrehearsedOne() {
        var good = Rehearsal.ofDataBreach("good").scorecard().score();
        var poor = Rehearsal.ofDataBreach("poor").scorecard().score();

        assertThat(good).isGreaterThan(poor + 25);
    }

    @Test
    void theFunctionIsMadeFromItsEnvironmentAlone(@TempDir Path folder) {
        var environment = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", "http://localhost:1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "MUSTER_TABLE", "muster",
                "MUSTER_DRILL_QUEUE", "http://localhost:1/drill",
                "MUSTER_DEBRIEF_QUEUE", "http://localhost:1/debrief",
                "MUSTER_TOPIC", "arn:aws:sns:eu-central-1:000000000000:muster",
                "MUSTER_BLOBS", folder.toUri().toString());

        var function = new DebriefFunction(environment);

        assertThat(function.handleRequest(new SQSEvent(), null).getBatchItemFailures())
                .isEmpty();
    }

    private static Rehearsal started(MessageRater rater) {
        var library = Rehearsal.library();
        return new Rehearsal(rater, new HtmlReport())
                .schedule(library.scenario("data-breach"), library.defaultPlan(), library.team("crew"))
                .until(Duration.ofMinutes(5));
    }

    private static String write(Rehearsal rehearsal, String text) {
        var intent = new Intent.Write(Channel.EMAIL, Audience.CUSTOMERS, text, Optional.empty(), Set.of(), false);
        var recorded = (Recorded.Accepted) rehearsal.responds("customer-care", intent);
        return Rehearsal.messageId(recorded.entry());
    }

    private record FailsOn(String word) implements MessageRater {
        private static final TrainedRater RATER = new TrainedRater();

        @Override
        public String version() {
            return "fails-on-" + word;
        }

        @Override
        public Reading rate(Message message, String context) {
            if (message.text().contains(word)) {
                throw new IllegalStateException("cannot read this");
            }
            return RATER.rate(message, context);
        }
    }
}
