package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.scenario.Guidance;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Option;
import dev.muster.scenario.Scenario;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final House house = new House();

    private Answer page(String member) {
        return house.ask("GET", "/r/" + house.responderToken("d-first", member)).send();
    }

    @Test
    void theLinkShowsWhatWaitsFirst() {
        house.drill();
        house.minutes(40);
        house.responder("d-first", "m-olena", "POST", "/api/v1/my/acknowledgements")
                .body("{\"inject\":\"soc-alert\"}")
                .json();
        var html = page("m-olena").body();
        assertThat(html).contains("Олена Ткаченко", "Duty manager");
        assertThat(html.indexOf("card waits")).isPositive().isLessThan(html.indexOf("card done"));
    }

    @Test
    void thePageShowsTheTimeInTheStoryNowAndWhenEachThingCame() {
        house.drill();
        house.minutes(86);
        var html = page("m-ana").body();
        assertThat(html).contains(">86:00</time>", "Story <time data-story-time>D+3 09:56</time>", "08:34 (4 min in)");
        var mine =
                house.responder("d-first", "m-ana", "GET", "/api/v1/my/drill").json();
        assertThat(mine.path("clock").path("scenarioTime").asText()).isEqualTo("D+3 09:56");
        assertThat(mine.path("prompts").findValuesAsText("scenarioTime")).contains("08:34");
    }

    @Test
    void everyPageOpensAndClosesAsAnExercise() {
        house.drill();
        for (var html : new String[] {
            page("m-ana").body(), house.ask("GET", "/r/none").send().body()
        }) {
            assertThat(html.indexOf("EXERCISE EXERCISE EXERCISE")).isLessThan(html.indexOf("<main>"));
            assertThat(html.lastIndexOf("EXERCISE EXERCISE EXERCISE")).isGreaterThan(html.indexOf("</main>"));
            assertThat(html).contains("<title>EXERCISE");
        }
    }

    @Test
    void openingALinkChangesNothing() {
        house.drill();
        house.minutes(5);
        var log = house.store.log("d-first");
        var dues = house.store.pending("d-first");
        page("m-ana");
        page("m-olena");
        assertThat(house.store.log("d-first")).isEqualTo(log);
        assertThat(house.store.pending("d-first")).isEqualTo(dues);
    }

    @Test
    void whatPeopleWroteIsTextAndNeverMarkup() {
        var nasty = "<script>alert(1)</script> & \"quotes\" <img src=x onerror=y>";
        house.drill("d-first", saying(nasty));
        house.minutes(1);
        house.responder("d-first", "m-tunde", "POST", "/api/v1/my/messages")
                .body("{\"channel\":\"web\",\"audience\":\"public\",\"text\":\"<b onclick=x>bold</b>\"}")
                .json();
        var html = page("m-ana").body();
        assertThat(html).doesNotContain("<script>", "<img", "<b onclick").contains("&lt;script&gt;", "&lt;b onclick");
    }

    /** The data breach, whose first inject has other words. */
    private Scenario saying(String words) {
        var breach = house.library.scenario("data-breach");
        var plain = breach.injects().getFirst();
        var inject = new Inject(
                plain.id(),
                words,
                plain.release(),
                plain.channel(),
                words,
                Optional.empty(),
                List.of("crisis-lead"),
                words,
                List.of(),
                plain.expects(),
                plain.acknowledge(),
                List.of(new Option("one", words, words)),
                plain.fault(),
                Optional.empty(),
                Guidance.NONE);
        return breach.with(List.of(inject));
    }

    @Test
    void thePolicyAllowsWhatLiesBesideThePageAndNothingElse() {
        house.drill();
        var page = page("m-ana");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe", "*", "http");
        assertThat(page.body()).doesNotContain("<style", " style=", " onclick=", "http:", "https:");
    }

    @Test
    void thePageSpeaksTheLanguageOfTheBrowser() {
        var answer = house.ask("GET", "/r/none")
                .header("Accept-Language", "de-AT,de;q=0.8")
                .send();
        assertThat(answer.body()).contains("<html lang=\"de\">", "Dieser Link öffnet hier nichts", "EXERCISE EXERCISE");
        assertThat(answer.header("vary")).contains("accept-language");
    }

    @Test
    void aLinkThatDoesNotCountIsAKindPageAndNotJson() {
        var answer = house.ask("GET", "/r/none").send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(answer.body()).contains("Ask your trainer for a new one");
    }

    /** Everything that a phone loads to show the page for the first time, as it goes over the line. */
    @Test
    void theFirstViewFitsOnASlowPhone() {
        house.drill();
        house.minutes(80);
        var page = "/r/" + house.responderToken("d-first", "m-misaki");
        var linked = Pattern.compile("(?:href|src)=\"(?:\\.\\./)*(assets/[^\"]+)\"")
                .matcher(page("m-misaki").body());
        var addresses = Stream.concat(
                Stream.of(page),
                linked.results().map(found -> "/" + found.group(1)).distinct());
        assertThat(addresses.mapToInt(this::packed).sum()).isBetween(30_000, 100_000);
    }

    private int packed(String address) {
        var answer = house.ask("GET", address).header("Accept-Encoding", "gzip").send();
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.headers().containsKey("content-encoding")
                ? Base64.getDecoder().decode(answer.body()).length
                : answer.body().length();
    }
}
