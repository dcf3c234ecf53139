package dev.muster.scenario.io;

import static dev.muster.scenario.io.FloodFiles.SCENARIO;
import static dev.muster.scenario.io.FloodFiles.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is told of a team that contradicts itself or cannot play. */
class TeamValidationTest {

    private final GivenFiles files;

    TeamValidationTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void aRoleThatNobodyHasIsFoundInTheScenario() {
        files.given(
                "flood.yaml",
                SCENARIO.replace("to: [communications]", "to: [communications, legal]")
                        .replace("roles: [crisis-lead,", "roles: [people, legal, crisis-lead,"));
        files.given("night.yaml", TEAM);
        assertThat(files.errors())
                .containsExactly(
                        "flood.yaml:9:9: role that nobody has: \"people\"; let somebody in team \"night\" hold it"
                                + " or deputise for it",
                        "flood.yaml:37:26: inject to a role that nobody has: \"legal\"; let somebody in team"
                                + " \"night\" hold it or deputise for it");
    }

    @Test
    void aDeputyIsEnough() {
        files.given("flood.yaml", SCENARIO);
        files.given("night.yaml", TEAM.replace("roles: [communications]", "roles: [], deputy-for: [communications]"));
        assertThat(files.errors()).isEmpty();
    }

    @Test
    void oneTeamThatCanPlayTheScenarioIsEnough() {
        files.given("flood.yaml", SCENARIO);
        files.given("day.yaml", TEAM.replace("team: night", "team: day"));
        files.given("night.yaml", TEAM.replace("roles: [communications]", "roles: [legal]"));
        assertThat(files.errors()).isEmpty();
    }

    @Test
    void twoMembersWithOneIdAreToldApart() {
        files.given("night.yaml", TEAM.replace("m-ben", "m-ana"));
        assertThat(files.errors())
                .containsExactly("night.yaml:7:10: duplicate member id \"m-ana\", first on line 6;"
                        + " give one of them another");
    }

    @Test
    void aMemberWithoutAnyRoleIsNoMember() {
        files.given("night.yaml", TEAM.replace("roles: [communications]", "roles: []"));
        assertThat(files.errors())
                .containsExactly("night.yaml:7:5: member \"m-ben\" neither holds a role nor deputises for one");
    }

    @Test
    void logsAreKeptForSomeTime() {
        files.given("night.yaml", TEAM.replace("purpose: To be ready}", "purpose: To be ready, retention: P0D}"));
        assertThat(files.errors()).containsExactly("night.yaml:4:56: must be longer than nothing, found P0D");
    }
}
