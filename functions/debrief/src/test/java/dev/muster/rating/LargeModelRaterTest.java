package dev.muster.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.Message;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an endpoint that plays back what Bedrock's Converse API answers. */
class LargeModelRaterTest {

    private static final String TEXT = "We are sorry, the site is down since nine. next update at ten";

    private final List<String> asked = new ArrayList<>();
    private HttpServer endpoint;
    private String answer;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        answer = recorded();
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + "\n"
                    + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    @Test
    void whatTheModelReportsBecomesMarksWithTheirWords() {
        var reading = rater().rate(message(TEXT), "Is the site down?");

        assertThat(reading.marks()).containsOnlyKeys(Criterion.values());
        assertThat(reading.marks().get(Criterion.APOLOGY))
                .isEqualTo(new CriterionMark(true, 0.97, List.of("We are sorry")));
        assertThat(reading.marks().get(Criterion.BLAME).present()).isFalse();
        assertThat(reading.remark()).isEmpty();
    }

    @Test
    void theModelIsToldTheMessageAndWhatItAnswersAndNothingElse() {
        rater().rate(message(TEXT), "Is the site down?");

        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request).startsWith("/model/some.model-1%3A0/converse\nBearer key\n");
            assertThat(request).contains("Is the site down?").contains("the site is down since nine");
            assertThat(request).doesNotContain("m-ana", "communications", "holding-statement");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "\"apology\": {, \"praise\": {",
        "0.97, 1.97",
        "We are sorry, We are deeply sorry",
        "\"present\": true, \"present\": false",
        "report_marks, say_something",
        "{, <html>",
    })
    void anAnswerThatCannotBeUsedLeavesItToTheOtherRater(String part, String instead) {
        answer = answer.replace(part, instead);

        var reading = rater().rate(message(TEXT), "");

        assertThat(reading.marks()).isEqualTo(Map.of(Criterion.APOLOGY, OTHER));
        assertThat(reading.remark().orElseThrow()).startsWith("read by other-1, as the large model was of no use (");
    }

    @Test
    void aModelThatIsOutOfReachLeavesItToTheOtherRater() {
        status = 503;
        assertThat(rater().rate(message(TEXT), "").remark().orElseThrow()).contains("status 503");

        endpoint.stop(0);
        assertThat(rater().rate(message(TEXT), "").marks()).containsOnlyKeys(Criterion.APOLOGY);
    }

    @Test
    void nobodyAsksALargeModelUnlessToldTo() {
        assertThat(Raters.of(Map.of("AWS_BEARER_TOKEN_BEDROCK", "key"))).isInstanceOf(TrainedRater.class);
        assertThat(Raters.of(Map.of(
                        "MUSTER_LARGE_MODEL",
                        "some.model",
                        "AWS_BEARER_TOKEN_BEDROCK",
                        "key",
                        "AWS_REGION",
                        "eu-central-1")))
                .isInstanceOf(LargeModelRater.class);
        assertThatThrownBy(() -> Raters.of(Map.of("MUSTER_LARGE_MODEL", "some.model", "AWS_REGION", "eu-central-1")))
                .hasMessage("MUSTER_LARGE_MODEL is set, so AWS_BEARER_TOKEN_BEDROCK is needed, too");
    }

    private static final CriterionMark OTHER = new CriterionMark(true, 0.8, List.of("sorry"));

    private LargeModelRater rater() {
        var other = new MessageRater() {
            @Override
            public String version() {
                return "other-1";
            }

            @Override
            public Reading rate(Message message, String context) {
                return Reading.of(Map.of(Criterion.APOLOGY, OTHER));
            }
        };
        var place = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort());
        return new LargeModelRater("some.model-1:0", place, "key", other);
    }

    private static Message message(String text) {
        return new Message(
                "m-1",
                "m-ana",
                "communications",
                Channel.EMAIL,
                Audience.CUSTOMERS,
                text,
                Optional.empty(),
                Set.of("holding-statement"));
    }

    private String recorded() throws IOException {
        try (var in = getClass().getResourceAsStream("large-model-answer.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
