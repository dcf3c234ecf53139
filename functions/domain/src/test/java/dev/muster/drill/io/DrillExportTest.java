package dev.muster.drill.io;

import static dev.muster.composer.DrillComposer.NOON;
import static dev.muster.composer.DrillComposer.aDrill;
import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillState;
import dev.muster.scenario.Audience;
import dev.muster.scoring.Scorer;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DrillExportTest {

    private static DrillExport export() {
        var story = aDrill().of(aScenario()
                        .aimingAt("see", "recognise")
                        .with(anInject("alert").expecting("recognise")))
                .against(aPlan().with(aStep("recognise")).updatingEvery(30, 1, Audience.CUSTOMERS))
                .started()
                .releases("alert")
                .at(4)
                .reports("recognise", "Monitoring is red")
                .at(60)
                .ends();
        var drill = new Drill(
                "d-1",
                "A drill",
                "scenario",
                "plan",
                "crew",
                ZoneId.of("Europe/Berlin"),
                NOON,
                story.scenario().duration(),
                DrillState.ENDED,
                DrillClock.startingAt(NOON, 1.5).stopped(NOON.plusSeconds(60)),
                3);
        return new DrillExport(drill, story.scenario(), story.plan(), story.log());
    }

    @Test
    void anExportReadsBackAsItWasWritten() {
        assertThat(DrillExport.read(export().write())).isEqualTo(export());
    }

    @Test
    void anExportScoresAsTheDrillDid() {
        var export = export();
        var read = DrillExport.read(export.write());

        assertThat(Scorer.score(read.plan(), read.scenario(), read.events()))
                .isEqualTo(Scorer.score(export.plan(), export.scenario(), export.events()));
    }

    @Test
    void anotherFormatIsNotRead() {
        assertThatThrownBy(() -> DrillExport.read(export().write().replace("muster-log/1", "muster-log/9")))
                .hasMessage("format: expected \"muster-log/1\", found \"muster-log/9\"");
        assertThatThrownBy(() -> DrillExport.read("[]")).isInstanceOf(MalformedJson.class);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        var json = export().write();

        assertThatThrownBy(() -> DrillExport.read(json.replaceFirst("\"epoch\"", "\"epoc\"")))
                .hasMessageStartingWith("drill: unknown field \"epoc\"");
        assertThatThrownBy(() -> DrillExport.read(json.replaceFirst("\"action-reported\"", "\"action-dreamt\"")))
                .hasMessageStartingWith("events[2].event: expected a type of");
        assertThatThrownBy(() -> DrillExport.read(json.replaceFirst("\"kind\" : \"outage\"", "\"kind\" : \"ennui\"")))
                .isInstanceOf(MalformedJson.class)
                .hasMessageStartingWith("scenario: ");
    }
}
