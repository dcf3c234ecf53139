package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.scenario.ArbitraryScripts;
import dev.muster.scenario.Scenario;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class YamlWriterTest {

    @Property(tries = 300)
    void whatIsWrittenReadsBackAsItWas(@ForAll("scenarios") Scenario scenario) {
        var json = ScenarioFormat.write(scenario);

        assertThat(YamlWriter.read(YamlWriter.document(json, List.of("head"), Map.of())))
                .isEqualTo(json);
        assertThat(YamlWriter.flow(json)).doesNotContain("\n");
        assertThat(YamlWriter.read(YamlWriter.flow(json))).isEqualTo(json);
    }

    @Test
    void commentsStandAboveTheirItemsAndNothingEndsThem() throws Exception {
        var json = new ObjectMapper().readTree("""
                {"injects": [{"id": "a", "text": "above: x"}, {"id": "b", "text": "- #above: x"}]}""");
        var comments = new IdentityHashMap<JsonNode, List<String>>();
        comments.put(json.at("/injects/1"), List.of("row 2", "two\nlines: [\u0007"));

        var yaml = YamlWriter.document(json, List.of("head\rid: evil"), comments);

        assertThat(yaml).isEqualTo("""
                # head id: evil
                injects:
                  - {id: a, text: 'above: x'}

                  # row 2
                  # two lines: [�
                  - id: b
                    text: '- #above: x'
                """);
        assertThat(YamlWriter.read(yaml)).isEqualTo(json);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ArbitraryScripts.anyScenario();
    }
}
