package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.CrisisKind;
import dev.muster.scenario.FaultStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trainer reads of a scenario before scheduling it, and who may read it. */
class ScenarioPagesTest {

    private final House house = new House();

    private String cookie() {
        var answer = house.ask("GET", "/t/" + house.trainerToken()).send();
        return answer.header("set-cookie");
    }

    private Answer open(String path) {
        return house.ask("GET", path).cookie(cookie().split(";")[0]).send();
    }

    private String page() {
        return open("/scenarios/data-breach").body();
    }

    @Test
    void theDrillsLeadToTheListAndTheListToEachScenario() {
        assertThat(open("/drills").body()).contains("<a href=\"scenarios\">");
        assertThat(open("/scenarios").body())
                .contains("<a href=\"scenarios/data-breach\">Customer data on the loose</a>", "1 h 30 min");
        assertThat(open("/scenarios/data-breach").status()).isEqualTo(200);
        assertThat(open("/scenarios/none").status()).isEqualTo(404);
    }

    @Test
    void theCookieStaysWithUsAndNoScriptReadsIt() {
        assertThat(cookie()).contains("; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(SessionCookie.of(Role.TRAINER, "t", Optional.of("http://127.0.0.1:8080")))
                .isEqualTo("muster-trainer=t; Path=/; HttpOnly; SameSite=Lax");
        assertThat(SessionCookie.of(Role.LEADER, "t", Optional.of("https://muster.example/drills")))
                .isEqualTo("muster-leader=t; Path=/drills/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void theCookieOpensPagesAndNothingThatChangesAnything() {
        for (var path : new String[] {"/api/v1/drills", "/api/v1/scenarios", "/api/v1/hold"}) {
            assertThat(open(path).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void nobodyElseReadsAScript() {
        assertThat(house.ask("GET", "/scenarios/data-breach").send().status()).isEqualTo(401);
        assertThat(house.ask("GET", "/scenarios/data-breach")
                        .cookie("muster-trainer=x")
                        .send()
                        .status())
                .isEqualTo(401);
        house.drill();
        for (var token : new String[] {house.leaderToken(), house.responderToken("d-first", "m-ana")}) {
            assertThat(house.ask("GET", "/scenarios/data-breach")
                            .cookie("muster-trainer=" + token)
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        var leaders = house.ask("GET", "/l/" + house.leaderToken()).send().header("set-cookie");
        assertThat(house.ask("GET", "/scenarios/data-breach")
                        .cookie(leaders.split(";")[0])
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void everyInjectStandsWithItsTimeItsConditionAndWhatItExpects() {
        var html = page();
        var injects = house.library.scenario("data-breach").injects();
        for (var number = 1; number <= injects.size(); number++) {
            assertThat(html).contains("<li id=\"inject-%d\">".formatted(number));
        }
        assertThat(html)
                .contains("unless \"Publish a holding statement\" is done")
                .contains("4 min after a message shows blame")
                .contains("from 0:04", "D+3 09:36")
                .contains("Tell the affected customers directly, all of them")
                .contains("Time leaps:</strong> 3 days ahead")
                .contains("<code>help_phone</code>", "020 7946 0300")
                .contains("Iwona Zielińska", "Nothing that you would regret was found.");
    }

    @Test
    void eachKindHasAShapeOfItsOwnAndANameInWords() {
        var html = page();
        for (var kind : new String[] {"scripted", "contingency", "reactive", "ready-to-fire"}) {
            assertThat(html)
                    .contains(
                            "<g class=\"mark " + kind + "\">",
                            "<strong>" + Words.ENGLISH.say("kind." + kind) + "</strong>");
        }
        assertThat(html).contains("role=\"img\"", "aria-labelledby=\"wide-title wide-words\"");
    }

    @Test
    void aGermanReadsAllButTheScriptInGerman() {
        var html = house.ask("GET", "/scenarios/data-breach")
                .cookie(cookie().split(";")[0])
                .header("accept-language", "de")
                .send()
                .body();
        assertThat(html)
                .contains("<html lang=\"de\">", "<h1 lang=\"en\">Customer data on the loose</h1>")
                .contains("es sei denn, „Publish a holding statement“ ist erledigt")
                .contains("Zeitsprung:</strong> 3 Tage voraus", "+3 Tage", "Art</dt><dd>Datenleck", "Sprache: Englisch")
                .doesNotContain("ready-to-fire</strong>", "Expects", "in-person");
    }

    @Test
    void everyKindOfCrisisAndOfFaultHasAName() {
        assertThat(CrisisKind.values())
                .allSatisfy(kind -> assertThat(Words.ENGLISH.keys()).contains("crisis." + kind.label()));
        assertThat(FaultStatus.values())
                .allSatisfy(fault -> assertThat(Words.ENGLISH.keys()).contains("fault." + fault.label()));
    }

    @Test
    void itHasNoScriptAndNothingInline() {
        for (var path : new String[] {"/scenarios", "/scenarios/data-breach"}) {
            assertThat(open(path).body())
                    .contains("/scenario.css\"")
                    .doesNotContain("<script", "<style", " style=", "onclick", "http:", "https:");
        }
    }

    @Test
    void itOpensAndClosesAsAnExercise() {
        var html = page();
        assertThat(html.indexOf("EXERCISE EXERCISE EXERCISE")).isLessThan(html.indexOf("<main>"));
        assertThat(html.lastIndexOf("EXERCISE EXERCISE EXERCISE")).isGreaterThan(html.indexOf("</main>"));
        assertThat(html).contains("<title>EXERCISE");
    }
}
