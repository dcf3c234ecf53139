package dev.muster.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakeUpTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void aBodyReadsBackAsItWasWritten() {
        var wakeUp = WakeUp.of(DueItem.atWallTime("d-1", new Due.React("response.m-ana.\"k\""), NOON));

        assertThat(WakeUp.parse(wakeUp.body())).isEqualTo(wakeUp);
        assertThat(new WakeUp("d-1", "end", Optional.of(NOON)).body())
                .isEqualTo("{\"drill\":\"d-1\",\"due\":\"end\",\"at\":1790856000000}");
    }

    @Test
    void theHintMayBeMissing() {
        assertThat(WakeUp.parse("{\"drill\":\"d-1\",\"due\":\"end\"}"))
                .isEqualTo(new WakeUp("d-1", "end", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"due\":\"end\"}|no drill",
                "{\"drill\":\"d-1\"}|no due",
                "{\"drill\":7,\"due\":\"end\"}|a strange drill",
                "{\"drill\":\" \",\"due\":\"end\"}|a strange drill",
                "{\"drill\":\"d-1\",\"due\":\"lunch\"}|the due key 'lunch'",
                "{\"drill\":\"d-1\",\"due\":\"end\",\"at\":\"noon\"}|a strange at",
                "{\"drill\":\"d-1\",\"due\":\"end\",\"at\":1.5}|a strange at",
                "{\"drill\":\"d-1\",\"due\":\"end\",\"state\":\"x\"}|also [state]",
                "[]|'[]'",
                "{\"drill\"|'{\"drill\"'",
                "``|''"
            })
    void aBodyThatIsNoWakeUpIsRefusedWithWhatIsWrong(String body, String found) {
        assertThatThrownBy(() -> WakeUp.parse(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected a wake-up like {")
                .hasMessageEndingWith("found " + found);
    }
}
