package dev.muster.scenario.io;

import static dev.muster.scenario.io.LeakFiles.SCENARIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is warned of in conditions: those that leave the team no say. */
class ConditionAdviceTest {

    private final GivenFiles files;

    ConditionAdviceTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void aContingencyThatCanNeverComeIsToldWhy() {
        assertThat(files.adviceOn(contingency("PT15M", "when: {step-overdue: holding-statement}")))
                .containsExactly("leak.yaml:24:5: never comes at PT15M:"
                        + " step \"holding-statement\" can be overdue from PT16M at the earliest");
        assertThat(files.adviceOn(contingency("PT16M", "when: {step-overdue: holding-statement}")))
                .isEmpty();
        assertThat(files.adviceOn(contingency("PT16M", "when: {step-overdue: scope}")))
                .containsExactly(
                        "leak.yaml:24:5: never comes at PT16M: no inject can open the clock of step \"scope\"");
    }

    @Test
    void aContingencyThatAlwaysComesIsToldWhy() {
        assertThat(files.adviceOn(contingency("PT0M", "unless: {acknowledged: water}")))
                .containsExactly("leak.yaml:24:5: always comes at PT0S, so that it needs no \"unless\":"
                        + " inject \"water\" comes at PT1M at the earliest");
        assertThat(files.adviceOn(contingency("PT3M", "when: {released: water}")))
                .containsExactly("leak.yaml:24:5: always comes at PT3M, so that it needs no \"when\":"
                        + " inject \"water\" always comes at PT1M");
    }

    @Test
    void aConditionThatContradictsItselfIsToldSo() {
        assertThat(files.adviceOn(
                        contingency("PT20M", "when: {all: [{acknowledged: water}, {not: {acknowledged: water}}]}")))
                .containsExactly("leak.yaml:24:5: never comes at PT20M: its condition contradicts itself");
    }

    @Test
    void aPartThatStandsThereForNothingIsNamedAtItsPlace() {
        assertThat(files.adviceOn(contingency(
                        "PT10M", "unless: {any: [{step-done: holding-statement}, {step-overdue: holding-statement}]}")))
                .containsExactly("leak.yaml:24:52: this part never holds at PT10M:"
                        + " step \"holding-statement\" can be overdue from PT16M at the earliest");
    }

    @Test
    void aReactionToWhatComesTooLateIsToldWhy() {
        var reaction = SCENARIO.replace(
                "at: PT20M\n    unless: {step-done: holding-statement}", "after: {answered: water}\n    delay: PT28M");
        assertThat(files.adviceOn(reaction)).isEmpty();
        assertThat(files.adviceOn(reaction.replace("PT28M", "PT28M1S")))
                .containsExactly("leak.yaml:23:5: never comes: what it waits for is possible from PT1M,"
                        + " with its delay that is PT29M1S, and the scenario ends at PT29M");
    }

    @Test
    void twoThatWaitForEachOtherAreTold() {
        var reaction =
                SCENARIO.replace("at: PT20M\n    unless: {step-done: holding-statement}", "after: {answered: other}");
        assertThat(files.adviceOn(reaction + """
                  - id: other
                    title: Other
                    after: {acknowledged: silence}
                    channel: chat
                    from: Somebody
                    to: [crisis-lead]
                    text: Well?
                """))
                .containsExactly(
                        "leak.yaml:23:5: never comes: inject \"other\" never comes",
                        "leak.yaml:30:5: never comes: inject \"silence\" never comes");
    }

    private String contingency(String at, String condition) {
        return SCENARIO.replace("at: PT20M", "at: " + at).replace("unless: {step-done: holding-statement}", condition);
    }
}
