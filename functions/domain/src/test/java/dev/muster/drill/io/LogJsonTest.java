package dev.muster.drill.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.AnyValue;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.DrillEvent.Acknowledged;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.DrillEvent.MessageRated;
import dev.muster.drill.DrillEvent.MessageSent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Message;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Criterion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LogJsonTest {

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anEventOfEachKindReadsBackAsItWasWritten(@ForAll("oneOfEachKind") List<DrillEvent> events) {
        assertThat(events).allSatisfy(event -> assertThat(LogJson.read(LogJson.write(event)))
                .isEqualTo(event));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void equalEventsGiveEqualTexts(@ForAll("oneOfEachKind") List<DrillEvent> events) {
        assertThat(events).allSatisfy(event -> assertThat(LogJson.write(LogJson.read(LogJson.write(event))))
                .isEqualTo(LogJson.write(event)));
    }

    @Provide
    Arbitrary<List<DrillEvent>> oneOfEachKind() {
        var kinds = AnyValue.records(DrillEvent.class)
                .map(kind -> AnyValue.of(kind).map(DrillEvent.class::cast))
                .toList();
        return Combinators.combine(kinds).as(events -> events);
    }

    @Test
    void aLogReadsBackAsItWasWritten() {
        var log = List.of(acknowledgement("a1"), acknowledgement("a2"));

        assertThat(LogJson.readEntries(LogJson.writeEntries(log))).isEqualTo(log);
    }

    /** The text is kept in stores and exports: a change breaks what people have. */
    @Test
    void theFormatIsKept() {
        var message = new Message(
                "m-1",
                "m-ana",
                "communications",
                Channel.IN_PERSON,
                Audience.AFFECTED_CUSTOMERS,
                "We are sorry.",
                Optional.empty(),
                Set.of("holding-statement", "apologise"));
        var marks = Map.of(Criterion.NEXT_UPDATE, new CriterionMark(true, 0.5, List.of("at noon")));

        assertThat(LogJson.write(new MessageSent(message, true)))
                .isEqualTo("{\"type\":\"message-sent\",\"message\":{\"id\":\"m-1\",\"member\":\"m-ana\","
                        + "\"role\":\"communications\",\"channel\":\"in-person\",\"audience\":\"affected-customers\","
                        + "\"text\":\"We are sorry.\",\"steps\":[\"apologise\",\"holding-statement\"]},"
                        + "\"approval-skipped\":true}");
        assertThat(LogJson.write(new MessageRated("m-1", "lexical-1", marks)))
                .isEqualTo(
                        "{\"type\":\"message-rated\",\"message\":\"m-1\",\"rater\":\"lexical-1\","
                                + "\"marks\":{\"next_update\":{\"present\":true,\"probability\":0.5,\"quotes\":[\"at noon\"]}}}");
        assertThat(LogJson.writeEntries(List.of(acknowledgement("a1"))))
                .hasToString("[{\"id\":\"a1\",\"at\":\"2026-11-03T09:03:00Z\",\"drill-time\":\"PT3M\","
                        + "\"event\":{\"type\":\"acknowledged\",\"member\":\"m-ana\",\"role\":\"crisis-lead\","
                        + "\"inject\":\"soc-alert\"}}]");
    }

    @Test
    void anUnknownTypeIsAnErrorWithTheIndexOfItsEntry() {
        var log = RecordJson.parse(LogJson.writeEntries(List.of(acknowledgement("a1"), acknowledgement("a2")))
                .toString()
                .replaceFirst("(?s)(.*)acknowledged", "$1applauded"));

        assertThatThrownBy(() -> LogJson.readEntries(log))
                .isInstanceOf(MalformedJson.class)
                .hasMessageStartingWith("events[1].event: expected a type of [scheduled, started,")
                .hasMessageEndingWith("found \"applauded\"");
    }

    @Test
    void anUnknownFieldIsAnError() {
        assertThatThrownBy(() -> LogJson.read("{\"type\":\"started\",\"by\":\"me\"}"))
                .hasMessage("unknown field \"by\", expected []");
    }

    @Test
    void aMissingFieldIsAnError() {
        assertThatThrownBy(() -> LogJson.read("{\"type\":\"resumed\"}")).hasMessage("missing field \"by\"");
    }

    @Test
    void aListThatAnEarlierVersionDidNotKnowIsEmpty() {
        var prompt = "{\"inject\":\"i\",\"title\":\"t\",\"channel\":\"chat\",\"from\":\"f\",\"to\":[\"lead\"],"
                + "\"text\":\"x\",\"options\":[]}";
        var event = (DrillEvent.InjectReleased) LogJson.read("{\"type\":\"inject-released\",\"prompt\":" + prompt
                + ",\"due\":\"2026-11-03T09:03:00Z\",\"reason\":\"r\",\"late\":false}");
        assertThat(event.prompt().attachments()).isEmpty();
    }

    @Test
    void aDoubledFieldIsAnError() {
        assertThatThrownBy(() -> LogJson.read("{\"type\":\"resumed\",\"by\":\"a\",\"by\":\"b\"}"))
                .hasMessageContaining("Duplicate field 'by'");
    }

    @Test
    void aWrongDurationSaysWhatWasExpected() {
        assertThatThrownBy(
                        () -> LogJson.read(
                                "{\"type\":\"reaction-triggered\",\"inject\":\"i\",\"due\":\"5 min\",\"cause\":\"c\",\"reason\":\"r\"}"))
                .hasMessage(".due: expected an ISO 8601 duration such as PT15M, found \"5 min\"");
    }

    @Test
    void whatFollowsTheEventIsAnError() {
        assertThatThrownBy(() -> LogJson.read("{\"type\":\"started\"} {}")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> LogJson.read("")).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> LogJson.read("null")).isInstanceOf(MalformedJson.class);
    }

    private static LogEntry acknowledgement(String id) {
        return new LogEntry(
                id,
                Instant.parse("2026-11-03T09:03:00Z"),
                Duration.ofMinutes(3),
                new Acknowledged("m-ana", "crisis-lead", "soc-alert"));
    }
}
