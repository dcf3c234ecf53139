package dev.muster.scenario;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.scenario.Responses.Answer;
import dev.muster.scenario.Responses.Doing;
import dev.muster.scenario.Responses.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillingTest {

    private static final Scenario SCRIPT = aScenario()
            .calling("{{company}} in trouble", "company", "website")
            .with(anInject("alarm").called("{{website}} is down"))
            .compose();

    @Test
    void theFirstChoiceCountsThenTheNextThenTheDefault() {
        var filled =
                Filling.fill(SCRIPT, List.of(Map.of("company", "Acme"), Map.of("company", "Ours", "product", "x")));

        assertThat(filled.title()).isEqualTo("Acme in trouble");
        assertThat(filled.injects().getFirst().title()).isEqualTo("default website is down");
        assertThat(filled.variables())
                .extracting(Variable::name, Variable::value)
                .containsExactly(tuple("company", "Acme"), tuple("website", "default website"));
    }

    @Test
    void aValueIsPlainTextWhateverItLooksLike() {
        var filled = Filling.fill(SCRIPT, List.of(Map.of("company", "{{website}} $1 \\ {{")));

        assertThat(filled.title()).isEqualTo("{{website}} $1 \\ {{ in trouble");
        assertThat(Filling.fill(said("{{company}}"), filled).answers())
                .extracting(Answer::doing)
                .containsExactly(new Doing.Note("{{website}} $1 \\ {{"));
    }

    @Test
    void whatARecordedTeamSaysNamesWhatTheDrillChose() {
        var filled = Filling.fill(SCRIPT, List.of(Map.of("company", "Acme")));
        var recorded = new Responses(
                "good",
                "scenario",
                "The team of {{company}}",
                List.of(
                        answer(new Doing.Message(
                                Channel.WEB, Audience.PUBLIC, "We at {{company}}", Optional.empty(), Set.of(), false)),
                        answer(new Doing.Refuse("draft", "Say {{company}}")),
                        answer(new Doing.Action("step", "{{website}} is up")),
                        answer(new Doing.Decision("alarm", "stop", "For {{company}}")),
                        answer(new Doing.Assign("Call {{company}}", "legal", Optional.empty())),
                        answer(new Doing.Approve("draft"))));

        var said = Filling.fill(recorded, filled);

        assertThat(said.title()).isEqualTo("The team of Acme");
        assertThat(said.answers())
                .extracting(Answer::doing)
                .containsExactly(
                        new Doing.Message(
                                Channel.WEB, Audience.PUBLIC, "We at Acme", Optional.empty(), Set.of(), false),
                        new Doing.Refuse("draft", "Say Acme"),
                        new Doing.Action("step", "default website is up"),
                        new Doing.Decision("alarm", "stop", "For Acme"),
                        new Doing.Assign("Call Acme", "legal", Optional.empty()),
                        new Doing.Approve("draft"));
    }

    private static Responses said(String words) {
        return new Responses("good", "scenario", "Said", List.of(answer(new Doing.Note(words))));
    }

    private static Answer answer(Doing doing) {
        return new Answer("legal", new When.At(Duration.ofMinutes(1)), Optional.empty(), doing);
    }
}
