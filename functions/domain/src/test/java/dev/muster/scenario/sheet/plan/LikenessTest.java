package dev.muster.scenario.sheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Plan;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.sheet.PhraseList;
import dev.muster.scenario.sheet.RoleVocabulary;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and roles as crisis plans word them, and which of the default plan's they mean. */
class LikenessTest {

    private static final Plan DEFAULT =
            Library.at(Path.of(System.getProperty("muster.root"), "scenarios")).defaultPlan();
    private static final Likeness STEPS = new Likeness(
            DEFAULT.steps().stream()
                    .map(step -> new Likeness.Known(step.id(), step.title()))
                    .toList(),
            PhraseList.read(Likeness.class, "step-words.txt"));
    private static final Likeness ROLES = new Likeness(
            DEFAULT.roles().stream()
                    .map(role -> new Likeness.Known(role.id(), role.name()))
                    .toList(),
            RoleVocabulary.phrases());

    private static List<String> meant(Likeness likeness, String wording) {
        return likeness.of(wording).stream().map(Likeness.Guess::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Convene the crisis team (call tree) | activate-team",
                "Krisenstab einberufen | activate-team",
                "Open incident log, assign a scribe | open-log",
                "Einsatztagebuch führen | open-log",
                "Establish the facts: what, when, how many | scope",
                "Lagebild erstellen | scope",
                "Raise the alarm with the duty manager | recognise",
                "Issue holding statement on website and social media | holding-statement",
                "Erste Stellungnahme veröffentlichen | holding-statement",
                "Publish press release | full-statement",
                "Notify affected customers by e-mail | notify-affected",
                "Betroffene Kunden informieren | notify-affected",
                "Customer notifications | notify-affected",
                "Inform all employees before the press does | brief-staff",
                "Mitarbeitende informieren | brief-staff",
                "Notify the data protection authority within 72 h | notify-regulator",
                "Datenschutzbehörde benachrichtigen | notify-regulator",
                "Respond to media enquiries | answer-media",
                "Presseanfragen beantworten | answer-media",
                "Monitor social media and news | watch-sentiment",
                "Reply to comments on social channels | answer-social",
                "Set up customer hotline | surge-capacity",
                "Appoint a spokesperson | name-speaker",
                "Stop sale of the batch | contain",
                "Decide on compensation for customers | decide-remedy",
                "Restore service | fix-problem",
                "Störung beheben | fix-problem",
                "Stand down the crisis team | declare-end",
                "Entwarnung geben | declare-end",
                "Lessons learned workshop | hold-review",
                "Update the crisis plan | update-plan",
                "Brief the board | brief-board",
                "Vorstand informieren | brief-board",
                "Apologise publicly | apologise",
                "Thank customers for their patience | thank-customers",
                "Customer satisfaction survey | survey-customers",
                "Write FAQ for the contact centre | prepared-answers"
            })
    void aStepInSomebodysOwnWordsIsRecognised(String wording, String step) {
        assertThat(meant(STEPS, wording)).first().isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Crisis Manager | crisis-lead",
                "Krisenleitung | crisis-lead",
                "PR | communications",
                "Pressestelle | communications",
                "Head of Customer Service | customer-care",
                "Kundenservice | customer-care",
                "IT | operations",
                "Betriebsleitung | operations",
                "Data Protection Officer | legal",
                "Rechtsabteilung | legal",
                "HR | people",
                "PIO | communications",
                "Krisenstabsleiter | crisis-lead",
                "Krisenstabsleiterin | crisis-lead",
                "Krisenstabsleitung | crisis-lead",
                "Krisenstab | crisis-lead",
                "Leiterin des Krisenstabs | crisis-lead",
                "Pressesprecher:in | communications",
                "Incident Command | crisis-lead"
            })
    void aRoleInSomebodysOwnWordsIsRecognised(String wording, String role) {
        assertThat(meant(ROLES, wording)).first().isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Facility management", "Regulator", "Technical director's assistant's dog", "Plant hire"})
    void whatMeansARoleOnlyAloneIsNotFoundAmongOtherWords(String wording) {
        assertThat(meant(ROLES, wording)).doesNotContain("crisis-lead", "legal").isNotEqualTo(List.of("people"));
    }

    @Test
    void noWordMeansTwoRoles() {
        assertThat(RoleVocabulary.phrases().values().stream().flatMap(List::stream))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTitleOfTheDefaultPlanMeansItself() {
        for (var step : DEFAULT.steps()) {
            assertThat(meant(STEPS, step.title())).containsExactly(step.id());
            assertThat(meant(STEPS, step.id())).containsExactly(step.id());
        }
    }

    @Test
    void everyPhraseMeansTheStepThatItIsWrittenAt() {
        PhraseList.read(Likeness.class, "step-words.txt").forEach((step, phrases) -> {
            assertThat(DEFAULT.step(step)).as(step).isPresent();
            for (var phrase : phrases) {
                assertThat(meant(STEPS, phrase)).as(phrase).first().isEqualTo(step);
            }
        });
    }

    @Test
    void oneStepMayStandForTwo() {
        assertThat(meant(STEPS, "Inform employees, then notify affected customers"))
                .containsExactlyInAnyOrder("brief-staff", "notify-affected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "???", "Order lunch for everybody", "Switch the coffee machine off", "購入する"})
    void whatIsLikeNothingIsNotGuessed(String wording) {
        assertThat(STEPS.of(wording)).isEmpty();
    }

    @Test
    void aGuessSaysWhatItRestsOn() {
        assertThat(STEPS.best("Issue holding statement").orElseThrow().why())
                .isEqualTo("by the words \"holding statement\"");
        assertThat(STEPS.best("publish a holding statement").orElseThrow().why())
                .isEqualTo("it has the same title");
    }

    @Property(tries = 300)
    void anyWordingIsGuessedTheSameEachTime(@ForAll String wording) {
        assertThat(STEPS.of(wording)).isEqualTo(STEPS.of(wording));
    }
}
