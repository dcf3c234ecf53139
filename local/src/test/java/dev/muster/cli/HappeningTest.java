package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HappeningTest {

    private static final Happening HAPPENING = new Happening(Project.library().scenario("data-breach"));

    @Test
    void callsAnInjectByItsTitle() {
        var line = HAPPENING.of(entry(new DrillEvent.Acknowledged("ana", "lead", "phones-melt")));

        assertThat(line).hasValue("1:02:03  << lead acknowledges: The phones melt down");
    }

    @Test
    void isOneLineWithItsDrillTime() {
        var line = HAPPENING.of(entry(new DrillEvent.NoteTaken("ana", "lead", "calling\nthe data centre")));

        assertThat(line).hasValue("1:02:03  << lead notes: calling the data centre");
    }

    @Test
    void carriesNoCommandToTheTerminal() {
        var line = HAPPENING.of(entry(new DrillEvent.NoteTaken("ana", "lead", "\u001b[2Jgone\u0007")));

        assertThat(line.orElseThrow()).doesNotContain("\u001b", "\u0007").contains("gone");
    }

    @Test
    void whatOnlyMachinesCareAboutIsNotShown() {
        assertThat(HAPPENING.of(entry(new DrillEvent.InjectNotified("alarm", Set.of("ana")))))
                .isEmpty();
    }

    private static LogEntry entry(DrillEvent event) {
        return new LogEntry("id", Instant.EPOCH, Duration.ofSeconds(3723), event);
    }
}
