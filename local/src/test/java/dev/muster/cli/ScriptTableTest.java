package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time line in a terminal. */
class ScriptTableTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

    private final List<String> table = ScriptTable.of(LIBRARY.defaultPlan(), LIBRARY.scenario("data-breach"));

    @Test
    void everyInjectStandsAtItsTimeWithWhatItHangsOnAndExpects() {
        assertThat(String.join("\n", table))
                .contains(
                        "EXERCISE: Customer data on the loose",
                        " 0:00   08:30     scripted      operations         Monitoring sees 11 GB leave the archive server",
                        "expects recognise, open-log",
                        " 0:30   09:00     contingency   communications,    Headline: Skerrywell says nothing",
                        "unless \"Publish a holding statement\" is done",
                        "4 min after a message shows blame",
                        " 1:06   D+3 09:36 scripted",
                        "leaps ahead by 3 days",
                        "decide: no-contact, play-for-time, pay");
    }

    @Test
    void itFitsAHundredColumns() {
        assertThat(table).allSatisfy(line -> assertThat(Wrapped.columns(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void wideLettersTakeTwoColumnsAndMarksNone() {
        assertThat(Wrapped.columns("佐藤 美咲")).isEqualTo(9);
        assertThat(Wrapped.columns("e\u0301🚢")).isEqualTo(3);
        assertThat(Wrapped.to(6, "佐藤佐藤 ab")).containsExactly("佐藤佐", "藤 ab");
        assertThat(Wrapped.to(5, "one twothree")).containsExactly("one", "twoth", "ree");
        assertThat(Wrapped.to(3, "")).containsExactly("");
    }
}
