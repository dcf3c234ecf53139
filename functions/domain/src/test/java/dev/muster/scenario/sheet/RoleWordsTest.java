package dev.muster.scenario.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the column of recipients means. */
class RoleWordsTest {

    private final RoleWords roles = new RoleWords(
            Library.at(Path.of(System.getProperty("muster.root"), "scenarios")).defaultPlan());

    /** The words are those that plans and lists of people are read with, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIO | communications",
                "IC | crisis-lead",
                "Krisenstabsleiterin | crisis-lead",
                "Pressesprecher:in | communications",
                "Pressesprecher/innen | communications",
                "PressesprecherIn | communications",
                "Datenschutzbeauftragte(r) | legal",
                "Front desk | customer-care",
                "Leitwarte | operations",
                "liaison officer | legal",
                "HR Director | people",
                "Head of Legal | legal",
                "Leiter Recht | legal",
                "IT-Leitung | operations",
                "KSt-Leiter | crisis-lead",
                "GF | crisis-lead"
            })
    void whatTheFieldCallsARoleMeansIt(String words, String role) {
        var found = roles.recipients(words);

        assertThat(found.roles()).containsExactly(role);
        assertThat(found.unknown()).isEmpty();
        assertThat(found.assumed()).hasSize(1);
    }

    @Test
    void whatOnlySoundsLikeARoleIsNamed() {
        assertThat(roles.recipients("Facility management, Regulator").unknown())
                .containsExactly("Facility management", "Regulator");
    }
}
