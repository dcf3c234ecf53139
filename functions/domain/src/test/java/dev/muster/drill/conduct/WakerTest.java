package dev.muster.drill.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import dev.muster.drill.port.WakeQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakerTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void onlyWhatIsDueSoonerThanTheTickLooksIsSent() {
        var sent = new ArrayList<DueItem>();
        var soon = due(Duration.ofMinutes(2));
        var later = due(Duration.ofMinutes(4));

        new Waker(sent::addAll, CLOCK).wakeSoon(List.of(soon, later));

        assertThat(sent).containsExactly(soon);
    }

    @Test
    void aQueueThatIsDownFailsNobodyWhoseWorkStandsInTheLog() {
        WakeQueue down = items -> {
            throw new IllegalStateException("the queue is down");
        };

        assertThatCode(() -> new Waker(down, CLOCK).wakeSoon(List.of(due(Duration.ZERO))))
                .doesNotThrowAnyException();
    }

    private static DueItem due(Duration ahead) {
        return DueItem.atWallTime("d-1", new Due.Tell("started"), NOON.plus(ahead));
    }
}
