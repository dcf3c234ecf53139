package dev.muster.scenario;

import static dev.muster.composer.ScenarioComposer.aScenario;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void aVariableIsReplacedByItsValueWhereverItStands() {
        var text = new Template("{{company}} is sorry. Call {{ help_phone }}, {{company}}.");
        assertThat(text.filled(Map.of("company", "Acme", "help_phone", "020 7946 0300")))
                .isEqualTo("Acme is sorry. Call 020 7946 0300, Acme.");
    }

    @Test
    void aValueIsNotReadAgain() {
        assertThat(new Template("{{one}}").filled(Map.of("one", "{{two}} $1 \\", "two", "no")))
                .isEqualTo("{{two}} $1 \\");
    }

    @Test
    void escapedBracesStayBraces() {
        assertThat(new Template("write \\{{name}} here").filled(Map.of("name", "no")))
                .isEqualTo("write {{name}} here");
        assertThat(new Template("write \\{{name}} here").slots()).isEmpty();
    }

    @Test
    void whateverIsNoNameIsNotWellFormed() {
        var slots = new Template("{{a.b}} {{run()}} {{ }} {{Company}} {{open\n}} {{fine}}").slots();
        assertThat(slots)
                .extracting(Template.Slot::wellFormed)
                .containsExactly(false, false, false, false, false, true);
        assertThat(slots).extracting(Template.Slot::written).contains("{{a.b}}", "{{run()}}", "{{");
    }

    @Test
    void aPlanChoosesForAllScenariosAndADrillForItself() {
        var scenario = aScenario()
                .calling("{{company}} in {{city}} is down", "company", "city")
                .compose();
        var filled = Filling.fill(
                scenario, List.of(Map.of("city", "Oslo"), Map.of("city", "Rome", "company", "Acme", "other", "x")));
        assertThat(filled.title()).isEqualTo("Acme in Oslo is down");
        assertThat(filled.variables()).extracting(Variable::value).containsExactly("Acme", "Oslo");
        assertThat(Filling.fill(scenario, List.of()).title()).isEqualTo("default company in default city is down");
    }

    @Property
    void textWithoutPlacesStaysAsItIs(@ForAll String text) {
        var plain = text.replace("{", "(");
        assertThat(new Template(plain).filled(Map.of("a", "b"))).isEqualTo(plain);
    }
}
