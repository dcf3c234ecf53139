package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.io.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    private House house;

    @BeforeEach
    @BeforeTry
    void aRunningDrill() {
        house = new House();
        house.drill();
        house.minutes(1);
    }

    private House.Asking note(String body) {
        return house.responder("d-first", "m-ana", "POST", "/api/v1/my/notes").body(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":7} | /text",
                "{\"text\":\"  \"} | /text",
                "{\"text\":null} | /text",
                "{} | /text",
                "{\"text\":\"a\",\"txet\":\"b\"} | /txet",
                "{\"text\":\"a\",\"a/b~c\":1} | /a~1b~0c",
                "{\"text\":\"a\",\"role\":[\"legal\"]} | /role",
                "{\"text\":\"a\",\"clientAt\":\"noon\"} | /clientAt",
                "{\"text\":\"\\ud800\"} | /text",
                "{\"text\":\"\\udc00\\ud800\"} | /text",
                "{\"text\":\"a\\u0000b\"} | /text",
                "{\"text\":\"\\u001b[31mred\"} | /text",
                "{\"text\":\"\\u0085\"} | /text",
            })
    void aFlawIsNamedByItsPointer(String body, String pointer) {
        var answer = note(body).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(answer.json().path("errors").get(0).path("detail").asText()).contains("expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\"",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "nonsense",
                "{'text':'a'}",
                "{\"text\":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]}"
            })
    void whatIsNoStrictJsonCannotBeRead(String body) {
        var answer = note(body).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
        assertThat(answer.json().path("detail").asText()).contains("line 1");
    }

    @Test
    void aTextMayHaveLinesAndWhateverPeopleWriteWith() {
        var text = "One:\\r\\n\\ttwo \uD83D\uDE00 \u2067ليلى\u2069 漢";
        assertThat(note("{\"text\":\"%s\"}".formatted(text)).send().status()).isEqualTo(200);
    }

    @Test
    void ofManyFlawsTheAnswerNamesTheFirst() {
        var body =
                IntStream.range(0, 10_000).mapToObj("\"f%d\":1"::formatted).collect(Collectors.joining(",", "{", "}"));
        var answer = note(body).send();
        assertThat(answer.json().path("errors")).hasSize(20);
        assertThat(answer.body()).hasSizeLessThan(5_000);
    }

    @Test
    void aBodyIsAnObject() {
        assertThat(note("[1]")
                        .send()
                        .json()
                        .path("errors")
                        .get(0)
                        .path("detail")
                        .asText())
                .isEqualTo("expected an object, found a list");
    }

    @Test
    void aBodyOfMoreThan256KilobytesIsTooLarge() {
        assertThat(note("{\"text\":\"" + "x".repeat(256 * 1024) + "\"}").send().status())
                .isEqualTo(413);
        assertThat(note("{\"text\":\"" + "ä".repeat(129 * 1024) + "\"}").send().status())
                .isEqualTo(413);
    }

    @Test
    void aFormThatIsTooLargeIsRefusedInTheLanguageOfThePage() {
        var page = "/r/" + house.responderToken("d-first", "m-ana");
        var fields = "&f=1".repeat(200);
        for (var form : List.of("do=note&key=k" + fields, "do=note&key=k&text=" + "x".repeat(256 * 1024))) {
            var answer = house.ask("POST", page)
                    .form(form)
                    .header("Accept-Language", "de")
                    .send();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("höchstens").doesNotContain("xxx");
        }
    }

    @Test
    void aTextThatIsTooLongForTheLogIsRefusedInWords() {
        var answer = note("{\"text\":\"" + "x".repeat(5_000) + "\"}").send();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asText()).contains("4,000");
    }

    @Test
    void aBodyIsJsonBySayingSo() {
        assertThat(note("{\"text\":\"a\"}")
                        .header("Content-Type", "text/plain")
                        .send()
                        .status())
                .isEqualTo(415);
        assertThat(note("{\"text\":\"a\"}").without("Content-Type").send().status())
                .isEqualTo(415);
        assertThat(note("{\"text\":\"a\"}")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyMayComeInBase64() {
        var json = "{\"text\":\"grüße\"}".getBytes(StandardCharsets.UTF_8);
        var asking = house.responder("d-first", "m-ana", "POST", "/api/v1/my/notes");
        assertThat(asking.base64(Base64.getEncoder().encodeToString(json))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(asking.base64("///").send().status()).isEqualTo(400);
        var notUtf8 = Base64.getEncoder().encodeToString(new byte[] {'"', (byte) 0xC3, '"'});
        assertThat(asking.base64(notUtf8).send().status()).isEqualTo(400);
    }

    @Test
    void aRequestThatRecordsNeedsAKeyAndSaysWhy() {
        var answer = note("{\"text\":\"a\"}").without("Idempotency-Key").send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains("Idempotency-Key", "repeat");
        assertThat(note("{\"text\":\"a\"}").key("with space").send().status()).isEqualTo(400);
        assertThat(note("{\"text\":\"a\"}").key("x".repeat(65)).send().status()).isEqualTo(400);
    }

    @Test
    void anUnknownAddressIsNotFoundAndAKnownOneSaysWhatItTakes() {
        assertThat(house.trainer("GET", "/api/v1/secrets").send().status()).isEqualTo(404);
        var answer = house.trainer("DELETE", "/api/v1/drills").send();
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.json().path("detail").asText()).contains("GET, POST");
    }

    @Test
    void everyAnswerBringsItsSecurityHeaders() {
        var answers = List.of(
                house.trainer("GET", "/api/v1/drills").send(),
                house.ask("GET", "/api/v1/drills").send(),
                house.ask("GET", "/r/" + house.responderToken("d-first", "m-ana"))
                        .send(),
                house.ask("GET", "/r/none").send());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("content-security-policy"))
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(answer.header("cache-control")).isEqualTo("no-store");
        });
    }

    @Test
    void aFaultOfOursIsAnApologyThatShowsNothingOfIt() {
        house.scored("d-first", "not json at all: secret");
        try (var log = LogLines.caught()) {
            var answer =
                    house.trainer("GET", "/api/v1/drills/d-first/scorecard").send();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .doesNotContain("secret")
                    .doesNotContain("Exception")
                    .contains("urn:request:request-");
            assertThat(log.all().getFirst())
                    .contains("MalformedJson", "readScorecard")
                    .doesNotContain("secret");
        }
    }

    @Test
    void theLogNamesRouteAndDrillAndShowsNeitherTextsNorTokens() {
        try (var log = LogLines.caught()) {
            var token = house.responderToken("d-first", "m-ana");
            note("{\"text\":\"Ana is unwell\"}").send();
            house.ask("GET", "/r/" + token).send();
            house.trainer("GET", "/api/v1/drills/d-first").send();
            house.trainer("GET", "/api/v1/drills/%3Cscript%3E").send();
            assertThat(log.all())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).doesNotContain("unwell", token, "script"))
                    .allSatisfy(line -> assertThat(
                                    RecordJson.parse(line).path("event").asText())
                            .isEqualTo("request"));
            var read = RecordJson.parse(log.all().get(2));
            assertThat(read.path("route").asText()).isEqualTo("readDrill");
            assertThat(read.path("drill").asText()).isEqualTo("d-first");
            assertThat(read.path("status").asInt()).isEqualTo(200);
        }
    }

    /** Paths, cookies, headers and bodies hold links; the log holds none of them, also where something fails. */
    @Test
    void noLinkStandsInTheLogWhereverItStoodInTheRequest() {
        house.scored("d-first", "not json at all");
        var links = List.of(
                house.trainerToken(),
                house.leaderToken(),
                house.responderToken("d-first", "m-ana"),
                house.joinToken("d-first"));
        try (var log = LogLines.caught()) {
            for (var token : links) {
                for (var path : List.of("/t/", "/l/", "/r/", "/j/", "/drills/", "/api/v1/drills/", "/nowhere/")) {
                    house.ask("GET", path + token).as(token).send();
                    house.ask("GET", path + token)
                            .cookie("muster-trainer=" + token)
                            .query("done", token)
                            .send();
                    house.ask("POST", path + token)
                            .form("do=join&key=k&member=m-ana&text=" + token)
                            .header("Referer", House.BASE + path + token)
                            .send();
                }
                house.ask("GET", "/api/v1/drills/d-first/scorecard").as(token).send();
                house.ask("GET", "/drills/d-first")
                        .cookie("muster-trainer=" + token)
                        .send();
            }
            assertThat(log.all())
                    .hasSizeGreaterThan(90)
                    .anySatisfy(line -> assertThat(line).contains("request-failed"))
                    .allSatisfy(line -> assertThat(links)
                            .flatMap(token -> List.of(token, token.split("\\.")[1], token.split("\\.")[2]))
                            .noneMatch(line::contains));
        }
    }

    @Property(tries = 200)
    void noBodyMakesTheDoorStumble(@ForAll String body) {
        assertThat(note(body).send().status()).isIn(400, 413, 422);
    }
}
