package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlWriterTest {

    @Property(tries = 300)
    void whatIsWrittenReadsBackAsItWas(@ForAll("scenarios") Scenario scenario) {
        var json = ScenarioFormat.write(scenario);

        assertThat(YamlWriter.read(YamlWriter.document(json, List.of("head"), Map.of())))
                .isEqualTo(json);
        assertThat(YamlWriter.flow(json)).doesNotContain("\n");
        assertThat(YamlWriter.read(YamlWriter.flow(json))).isEqualTo(json);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ArbitraryScripts.anyScenario();
    }
}
