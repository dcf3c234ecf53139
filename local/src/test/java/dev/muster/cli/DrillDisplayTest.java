package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillDisplayTest {

    private final StringWriter out = new StringWriter();

    private String shown(boolean terminal) {
        var scenario = Project.library().scenario("data-breach");
        new DrillDisplay(new PrintWriter(out), scenario, terminal).show(List.of(), Duration.ofMinutes(5));
        return out.toString();
    }

    @Test
    void onATerminalNoLineWrapsHoweverNarrowItIs() {
        assertThat(shown(true).lines().filter(line -> line.contains("EXERCISE") || line.contains("> inject")))
                .hasSize(2)
                .allMatch(line -> line.contains("\u001b[?7l") && line.endsWith("\u001b[?7h"));
    }

    @Test
    void theClockCountsDownToTheStart() {
        assertThat(Happening.clock(Duration.ofSeconds(-142))).isEqualTo("-0:02:22");
        assertThat(Happening.clock(Duration.ofSeconds(3_675))).isEqualTo("1:01:15");
    }

    @Test
    void elsewhereThereIsNothingButLinesOfText() {
        assertThat(shown(false)).doesNotContain("\u001b");
    }
}
