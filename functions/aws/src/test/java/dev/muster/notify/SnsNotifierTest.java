package dev.muster.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.cloud.AwsClients;
import dev.muster.cloud.Endpoint;
import dev.muster.drill.port.Notification;
import dev.muster.drill.port.Notification.Kind;
import dev.muster.scenario.Channel;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsNotifierTest {

    private static final String TOPIC = "arn:aws:sns:eu-central-1:000000000000:muster";
    private static final String ACCEPTED = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
            + "<PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>";

    private int status = 200;
    private final Endpoint endpoint =
            new Endpoint(request -> new Endpoint.Answer(status, "text/xml", status == 200 ? ACCEPTED : ""));
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-10-01T12:00:00Z");
    private final Pace pace = new Pace(2, Duration.ofMillis(250), () -> now, wait -> {
        waits.add(wait);
        now = now.plus(wait);
    });
    private final SnsNotifier notifier = new SnsNotifier(new AwsClients(endpoint.environment()).sns(), TOPIC, pace);

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void anInjectGoesToTheTopicMarkedAndAddressed() {
        notifier.publish(inject(Channel.EMAIL));

        var sent = sent(0);
        assertThat(sent)
                .containsEntry("Action", "Publish")
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Subject", "EXERCISE: Strange logins");
        assertThat(sent.get("Message"))
                .startsWith("EXERCISE EXERCISE EXERCISE\n")
                .contains("Zoë, the portal …", "https://muster.example/r/token")
                .endsWith("\nEXERCISE EXERCISE EXERCISE");
        assertThat(attributes(sent))
                .containsOnly(
                        Map.entry("member", "m-zoe"),
                        Map.entry("drill", "d-1"),
                        Map.entry("kind", "inject"),
                        Map.entry("inject", "soc-alert"),
                        Map.entry("channel", "email"),
                        Map.entry("exercise", "true"));
    }

    @Test
    void anSmsIsShortAndMarked() {
        notifier.publish(inject(Channel.SMS));

        assertThat(sent(0).get("Message"))
                .isEqualTo("EXERCISE: Zoë, the portal … https://muster.example/r/token EXERCISE");
        assertThat(attributes(sent(0))).containsEntry("channel", "sms");
    }

    @Test
    void whatConcernsNoInjectNamesNone() {
        notifier.publish(new Notification(
                "d-1",
                Notification.TRAINER,
                Kind.TRAINER,
                Optional.empty(),
                Channel.EMAIL,
                "Late",
                "An inject came late.",
                Optional.empty()));

        assertThat(attributes(sent(0)))
                .containsEntry("member", "trainer")
                .containsEntry("kind", "trainer")
                .doesNotContainKey("inject");
    }

    @Test
    void emailsKeepThePaceAndOthersDoNotWaitForThem() {
        IntStream.range(0, 4).forEach(at -> notifier.publish(inject(Channel.EMAIL)));
        notifier.publish(inject(Channel.SMS));

        assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
        assertThat(endpoint.requests()).hasSize(5);

        now = now.plusSeconds(60);
        notifier.publish(inject(Channel.EMAIL));
        assertThat(waits).hasSize(2);
    }

    @Test
    void whatTheServiceDoesNotTakeIsNotPassedOverInSilence() {
        status = 403;

        assertThatThrownBy(() -> notifier.publish(inject(Channel.EMAIL))).isInstanceOf(SnsException.class);
    }

    private static Notification inject(Channel channel) {
        return new Notification(
                "d-1",
                "m-zoe",
                Kind.INJECT,
                Optional.of("soc-alert"),
                channel,
                "Strange logins",
                "Zoë, the portal …",
                Optional.of("https://muster.example/r/token"));
    }

    private Map<String, String> sent(int at) {
        return Stream.of(endpoint.requests().get(at).body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(toMap(
                        field -> URLDecoder.decode(field[0], UTF_8), field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static Map<String, String> attributes(Map<String, String> sent) {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(at -> "MessageAttributes.entry." + at)
                .filter(entry -> sent.containsKey(entry + ".Name"))
                .collect(toMap(entry -> sent.get(entry + ".Name"), entry -> sent.get(entry + ".Value.StringValue")));
    }
}
