package dev.muster.scenario.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dates of which nobody says whether the day or the month comes first. */
class DateOrderTest {

    private static List<String> assumed(String csv) {
        var plan = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"))
                .defaultPlan();
        return ImportScenario.of(
                        CsvReader.read("msel.csv", csv.getBytes(UTF_8)),
                        plan,
                        new ImportScenario.Wishes("own", Optional.empty(), Optional.empty()))
                .remarks()
                .stream()
                .filter(remark -> remark.message().contains("is taken for month/day")
                        || remark.message().contains("is taken for day/month"))
                .map(Remark::toString)
                .toList();
    }

    @Test
    void theRemarkStandsAtTheFirstDateThatCanBeReadInTwoWays() {
        assertThat(assumed("Date,Time,To,Message\n2026-03-05,09:00,legal,One\n3/6/2026,09:00,legal,Two\n"))
                .containsExactly("msel.csv:A3: \"3/6/2026\" is taken for month/day;"
                        + " write the year first, as in 2026-03-05, if that is wrong");
    }

    @Test
    void oneDateThatCanBeReadInOneWayTellsOfAll() {
        assertThat(assumed("Date,Time,To,Message\n3/6/2026,09:00,legal,One\n13/6/2026,09:00,legal,Two\n"))
                .isEmpty();
    }

    @Test
    void theOrderIsTheOneThatKeepsTheDatesTogether() {
        assertThat(assumed("Date,Time,To,Message\n2026-03-03,09:00,legal,One\n04/03/2026,09:00,legal,Two\n"
                        + "5 March 2026,09:00,legal,Three\n"))
                .containsExactly("msel.csv:A3: \"04/03/2026\" is taken for day/month, nearer to the dates around it;"
                        + " write the year first, as in 2026-03-05, if that is wrong");
        assertThat(assumed("Date,Time,To,Message\n03/03/2026,09:00,legal,One\n04/03/2026,09:00,legal,Two\n"))
                .singleElement()
                .asString()
                .contains("day/month");
        assertThat(assumed("Date,Time,To,Message\n5/3/2026,09:00,legal,One\n5/4/2026,09:00,legal,Two\n"))
                .singleElement()
                .asString()
                .contains("month/day;");
    }
}
