package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.PlanFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill of any scenario of the library on an organisation's own plan. */
class OwnPlanTest {

    private static final Path LIBRARY = Path.of(System.getProperty("muster.root"), "scenarios");

    private static final String OWN = """
            plan: harbourline
            title: Harbour Line crisis plan
            version: 3
            owner: Quality manager
            reviewed: 2026-10-01
            real-contact: Bridge, 020 7946 0500
            variables: {company: Harbour Line}
            roles:
              - {id: captain, name: Captain of the day, stands-for: [crisis-lead]}
              - {id: voice, name: Voice, stands-for: [communications]}
              - {id: desk, name: Guest desk, stands-for: [customer-care, people]}
              - {id: engine, name: Engine room, stands-for: [operations]}
            speakers: [voice, desk]
            steps:
              - id: raise-flag
                title: Raise the flag
                phase: detection
                source: [recognise]
                stands-for: [recognise]
                mode: observed
                owner: engine
                deadline: PT4M
                evidence: {action: {}}
              - id: first-word
                title: Say a first word in public
                phase: communication
                source: [swift]
                stands-for: [holding-statement]
                mode: observed
                owner: voice
                deadline: PT20M
                evidence: {message: {audiences: [public]}}
            """;

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void anOrganisationPutsItsPlanIntoTheLibrary() throws IOException {
        try (var files = Files.walk(LIBRARY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(LIBRARY.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(folder.resolve("plans/harbourline.yaml"), OWN);
        house = new House(Library.at(folder));
    }

    private Answer create(String team, String plan) {
        return house.trainer("POST", "/api/v1/drills")
                .body("{\"scenario\":\"data-breach\",\"team\":\"%s\",\"plan\":\"%s\",\"startsAt\":\"now\"}"
                        .formatted(team, plan))
                .send();
    }

    @Test
    void isScheduledAndSaysWhatThePlanDoesOtherwise() {
        var answer = create("crew", "harbourline");

        assertThat(answer.status()).isEqualTo(201);
        var drill = answer.json();
        assertThat(drill.path("plan").asText()).isEqualTo("harbourline");
        assertThat(drill.path("fitted"))
                .extracting(Object::toString)
                .anySatisfy(words -> assertThat(words).contains("watch-sentiment", "has no such step"))
                .anySatisfy(words -> assertThat(words).contains("a role \\\"legal\\\"", "\\\"captain\\\" gets"));
        var read = house.trainer("GET", answer.header("location")).json();
        assertThat(read.path("fitted")).isEqualTo(drill.path("fitted"));
    }

    @Test
    void isPlayedInThePlansRolesAndSteps() {
        var id = create("crew", "harbourline").json().path("id").asText();
        house.minutes(1);

        var scenario = house.store.scenario(id);
        var alert = scenario.inject("soc-alert").orElseThrow();
        assertThat(alert.expects()).containsExactly("raise-flag");
        assertThat(alert.to()).containsExactly("engine");
        var captain = house.store.roster(id).member("m-ana").orElseThrow();
        assertThat(captain.roles()).containsExactly("captain");
        assertThat(house.responder(id, "m-olena", "GET", "/api/v1/my/drill")
                        .send()
                        .body())
                .contains("\"inject\":\"soc-alert\"")
                .doesNotContain("fitted", "has no such step");
    }

    @Test
    void onTheDefaultPlanThereIsNothingToSay() {
        assertThat(create("crew", "default").json().has("fitted")).isFalse();
    }

    // ---- a plan that comes with the request

    private Answer createWith(String plan) {
        return house.trainer("POST", "/api/v1/drills")
                .key("own")
                .body("{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\",\"ownPlan\":%s}"
                        .formatted(plan))
                .send();
    }

    private static String inJson(String yaml) {
        return PlanFormat.write(Library.ownPlan("own.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    @Test
    void mayComeWithTheRequest() {
        var json = inJson(OWN.replace("harbourline", "from-elsewhere"));
        var answer = createWith(json);

        assertThat(answer.status()).isEqualTo(201);
        var drill = answer.json();
        assertThat(drill.path("plan").asText()).isEqualTo("from-elsewhere");
        assertThat(house.store.plan(drill.path("id").asText()).step("raise-flag"))
                .isPresent();
        assertThat(createWith(json).json().path("id")).isEqualTo(drill.path("id"));
    }

    @Test
    void whatIsNoPlanIsRefusedWithItsPlace() {
        assertThat(createWith("{\"plan\":\"mine\",\"titel\":\"x\"}").body()).contains("/ownPlan", "titel");
        assertThat(createWith(inJson(OWN).replace("\"plan\":\"harbourline\"", "\"plan\":\"default\""))
                        .body())
                .contains("/ownPlan", "Muster's own plan");
        assertThat(createWith("\"harbourline\"").body()).contains("/ownPlan", "expected an object");
    }

    @Test
    void aDrillHasOnePlan() {
        var both = inJson(OWN) + ",\"plan\":\"default\"";

        assertThat(createWith(both).body()).contains("/plan", "one plan");
    }
}
