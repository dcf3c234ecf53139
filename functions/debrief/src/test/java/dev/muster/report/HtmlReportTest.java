package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.debrief.Rehearsal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void dump() throws Exception {
        for (var team : new String[] {"good", "poor"}) {
            var r = Rehearsal.ofDataBreach(team);
            System.out.println(team + " " + r.scorecard().score() + " " + r.scorecard().rating() + " " + r.report().length());
            Files.writeString(Path.of("/tmp/debrief/" + team + ".html"), r.report());
        }
        assertThat(1).isEqualTo(1);
    }
}
