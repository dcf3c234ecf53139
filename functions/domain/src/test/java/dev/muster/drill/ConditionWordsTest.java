package dev.muster.drill;

import static dev.muster.composer.InjectComposer.anInject;
import static dev.muster.composer.PlanComposer.aPlan;
import static dev.muster.composer.ScenarioComposer.aScenario;
import static dev.muster.composer.StepComposer.aStep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Audience;
import dev.muster.scenario.Condition;
import dev.muster.scenario.Condition.Acknowledged;
import dev.muster.scenario.Condition.All;
import dev.muster.scenario.Condition.Answered;
import dev.muster.scenario.Condition.Any;
import dev.muster.scenario.Condition.Decided;
import dev.muster.scenario.Condition.Lacking;
import dev.muster.scenario.Condition.Messages;
import dev.muster.scenario.Condition.Not;
import dev.muster.scenario.Condition.Released;
import dev.muster.scenario.Condition.Shown;
import dev.muster.scenario.Condition.StepDone;
import dev.muster.scenario.Condition.StepOverdue;
import dev.muster.scenario.Criterion;
import dev.muster.scenario.Release;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conditions read like sentences. */
class ConditionWordsTest {

    private final ConditionWords words = new ConditionWords(
            aPlan().with(aStep("speak")).compose(),
            aScenario().with(anInject("alert").offering("stop", "go")).compose());

    private final Condition done = new StepDone("speak");
    private final Condition seen = new Acknowledged("alert");

    private String of(Condition condition) {
        return words.of(condition);
    }

    @Test
    void eachKindIsASentenceAndSoIsItsContrary() {
        assertThat(of(done)).isEqualTo("\"Speak\" is done");
        assertThat(of(new Not(done))).isEqualTo("\"Speak\" is not done");
        assertThat(of(new StepOverdue("speak", Optional.empty()))).isEqualTo("\"Speak\" is overdue");
        assertThat(of(new StepOverdue("speak", Optional.of(Duration.ofMinutes(5)))))
                .isEqualTo("\"Speak\" is overdue by 5 min or more");
        assertThat(of(new Not(seen))).isEqualTo("nobody has acknowledged \"alert\"");
        assertThat(of(new Answered("alert"))).isEqualTo("somebody has answered \"alert\"");
        assertThat(of(new Not(new Released("alert")))).isEqualTo("\"alert\" has not come");
        assertThat(of(new Decided("alert", Optional.empty()))).isEqualTo("the team has decided on \"alert\"");
        assertThat(of(new Decided("alert", Optional.of("stop"))))
                .isEqualTo("the team has decided for \"stop\" on \"alert\"");
        assertThat(of(new Shown(Criterion.NEXT_UPDATE, Messages.to(Audience.AFFECTED_CUSTOMERS))))
                .isEqualTo("a message to affected customers shows next update");
        assertThat(of(new Not(new Shown(Criterion.BLAME, Messages.ANY)))).isEqualTo("no message shows blame");
        assertThat(of(new Lacking(Criterion.APOLOGY, new Messages(Optional.empty(), Optional.of("alert")))))
                .isEqualTo("there are messages in answer to \"alert\" and none shows apology");
        assertThat(of(new Not(new Not(seen)))).isEqualTo("somebody has acknowledged \"alert\"");
    }

    @Test
    void andAndOrDoNotMix() {
        var either = new Any(List.of(done, seen));
        assertThat(of(new All(List.of(either, new Not(done)))))
                .isEqualTo("(\"Speak\" is done or somebody has acknowledged \"alert\") and \"Speak\" is not done");
        assertThat(of(new Not(either)))
                .isEqualTo("it is not so that (\"Speak\" is done or somebody has acknowledged \"alert\")");
        assertThat(of(new Any(List.of(done)))).isEqualTo("\"Speak\" is done");
    }

    @Test
    void aReleaseSaysWhatItHangsOn() {
        var soon = Duration.ofMinutes(3);
        assertThat(words.of(new Release.Scripted(soon))).isEmpty();
        assertThat(words.of(new Release.Contingency(soon, done))).isEqualTo("if \"Speak\" is done");
        assertThat(words.of(new Release.Contingency(soon, new Not(done)))).isEqualTo("unless \"Speak\" is done");
        assertThat(words.of(new Release.Reactive(done, soon))).isEqualTo("3 min after \"Speak\" is done");
        assertThat(words.of(new Release.Reactive(done, Duration.ZERO))).isEqualTo("as soon as \"Speak\" is done");
        assertThat(words.of(new Release.Ready("When it gets quiet")))
                .isEqualTo("when the trainer releases it: When it gets quiet");
    }

    @Test
    void whatThePlanOrTheScriptLacksIsNamedByItsId() {
        assertThat(of(new StepDone("foreign"))).isEqualTo("\"foreign\" is done");
        assertThat(of(new Decided("nowhere", Optional.of("x"))))
                .isEqualTo("the team has decided for \"x\" on \"nowhere\"");
    }

    @Test
    void aGermanReadsThemInGermanAndThePlansOwnWordsAsTheyAre() {
        var german = new ConditionWords(
                aPlan().with(aStep("speak")).compose(),
                aScenario().with(anInject("alert").offering("stop", "go")).compose(),
                Locale.GERMAN);
        var days = Duration.ofDays(2);
        assertThat(german.of(new Release.Contingency(days, new Not(done))))
                .isEqualTo("es sei denn, „Speak“ ist erledigt");
        assertThat(german.of(new Release.Reactive(seen, days)))
                .isEqualTo("2 Tage nachdem gilt: jemand hat „alert“ bestätigt");
        assertThat(german.of(new Not(new Any(List.of(done, seen)))))
                .isEqualTo("es ist nicht so: („Speak“ ist erledigt oder jemand hat „alert“ bestätigt)");
        assertThat(german.of(new Not(new Shown(Criterion.BLAME, Messages.to(Audience.PUBLIC)))))
                .isEqualTo("keine Nachricht an die Öffentlichkeit zeigt Schuldzuweisung");
    }

    @Test
    void everyLanguageHasAPhraseForEverythingThatCanBeSaid() {
        var english = Phrases.in(Locale.ENGLISH);
        assertThat(Phrases.in(Locale.GERMAN).keys()).isEqualTo(english.keys());
        assertThat(Audience.values())
                .allSatisfy(audience -> assertThat(english.keys()).contains("audience." + audience.label()));
        assertThat(Criterion.values())
                .allSatisfy(criterion -> assertThat(english.keys()).contains("criterion." + criterion.label()));
    }

    @Test
    void whoeversLanguageWeDoNotSpeakReadsEnglish() {
        assertThat(Phrases.in(Locale.FRENCH)).isSameAs(Phrases.in(Locale.ENGLISH));
    }
}
