package dev.muster.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.browser.Stage;
import dev.muster.local.LocalCloud;
import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first five minutes, without a browser's help: what each button does, and who gets the page. */
class StartPageTest {

    /** So fast that a quarter of an hour takes some seconds. */
    private static final double HASTE = 60;

    private static final Library LIBRARY = Library.at(Stage.root().resolve("scenarios"));
    private static final String BOUNDARY = "----form";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalCloud cloud;
    private StartHere start;

    @BeforeEach
    void open() throws IOException {
        // Another address of this machine stands for the one in the network.
        cloud = LocalCloud.start(LocalCloud.Options.of(Stage.root().resolve("template.yaml"))
                .keptIn(data)
                .alsoAt(InetAddress.getByName("127.0.0.2")));
        start = StartHere.open(cloud, LIBRARY, data, HASTE);
    }

    @AfterEach
    void close() {
        start.close();
        cloud.close();
    }

    // ---- how a browser asks

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(start.url() + path)).GET(), headers);
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(start.url() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                "Sec-Fetch-Site",
                "same-origin");
    }

    private HttpResponse<String> upload(String name, byte[] content) throws Exception {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: any/thing\r\n\r\n"
                        .formatted(BOUNDARY, name);
        var body = new java.io.ByteArrayOutputStream();
        body.write(head.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(start.url() + "start/plan"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                "Sec-Fetch-Site",
                "same-origin");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    // ---- the four steps

    @Test
    void aDrillIsWatchedAnsweredByTheRecordedTeamAndScored() throws Exception {
        var begun = post("start/watch", "");

        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(location(begun)).startsWith("../drills/d-");
        var drill = location(begun).substring("../drills/".length());
        assertThat(get("").body()).contains("/drills/" + drill);
        Stage.until("the drill is scored", () -> body("").contains("Over and scored."));
        assertThat(get("").body()).contains("Start anew and watch");
    }

    private String body(String path) {
        try {
            return get(path).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoAnswersIsTheRoleThatTheyChoseAndReadsTheirMarksWhenItIsScored() throws Exception {
        assertThat(body("")).contains("After step 2 you read here");

        var begun = post("start/answer", "role=communications");

        assertThat(location(begun)).startsWith("../r/");
        var mine = send(
                HttpRequest.newBuilder(URI.create(start.url() + location(begun).substring(3))));
        assertThat(mine.body()).contains("Túndé Àjàyí");
        assertThat(body("")).contains("Your marks stand on your page as soon as");
        Stage.until("the drill is scored", () -> body("").contains("id=\"my-marks\""));
        assertThat(body("")).contains("href=\"./" + location(begun).substring(3).split("\\.")[0]);
    }

    @Test
    void aRoleThatNobodyHasIsRefusedInWords() throws Exception {
        var refused = post("start/answer", "role=nobody");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Choose one of the roles.");
    }

    @Test
    void anOwnPlanIsReadRowByRowAndPlayed() throws Exception {
        var workbook = Stage.root().resolve("local/src/test/resources/dev/muster/cli/larkspur-hotels.xlsx");

        assertThat(location(upload("Larkspur Hotels.xlsx", Files.readAllBytes(workbook))))
                .isEqualTo("../#own");
        assertThat(body(""))
                .contains("Understood as plan \"larkspur-hotels\"", "assumed", "Start the drill on my plan");
        var begun = post("start/own", "");
        var drill = location(begun).substring("../drills/".length());
        var trainer = new MusterApi(
                http, cloud.loopbackUrl() + "/api/v1", LocalSigner.of(cloud).trainerToken("t"));
        assertThat(trainer.get("/drills/" + drill).path("plan").asText()).isEqualTo("larkspur-hotels");
        Stage.until("the drill is scored", () -> body("").contains("Over and scored."));
    }

    @Test
    void whatIsNoPlanIsSaidWithItsPlace() throws Exception {
        upload("plan.yaml", "plan: mine\ntitel: x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(body(""))
                .contains("No plan could be made", "2:1", "titel")
                .doesNotContain("Start the drill on my plan");
    }

    @Test
    void withoutAPlanNothingIsPlayedInItsPlace() throws Exception {
        var refused = post("start/own", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Upload your plan first.").doesNotContain("Running.");
    }

    @Test
    void aFormWithoutAFileIsRefusedInWords() throws Exception {
        assertThat(upload("", new byte[0]).body()).contains("Choose a file first");
    }

    @Test
    void whatWasBegunGoesOnAfterARestart() throws Exception {
        var drill = location(post("start/watch", "")).substring("../drills/".length());
        close();
        open();

        assertThat(body("")).contains("/drills/" + drill);
        Stage.until("the drill is scored", () -> {
            if (body("").contains("Paused.")) {
                goOn();
            }
            return body("").contains("Over and scored.");
        });
    }

    private void goOn() {
        try {
            post("start/resume", "practice=WATCH");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    // ---- who gets it

    @Test
    void othersInTheNetworkGetNeitherTheStartPageNorTheMailbox() throws Exception {
        var mailbox = URI.create(cloud.mailboxUrl()).getPath();
        for (var path : new String[] {"/", "/start/watch", mailbox}) {
            var answer = send(HttpRequest.newBuilder(URI.create(cloud.baseUrl() + path)));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(cloud.baseUrl()).startsWith("http://127.0.0.2:");
        assertThat(send(HttpRequest.newBuilder(URI.create(start.joinUrl()))).body())
                .contains("No drill to join yet");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() throws Exception {
        var foreign = send(
                HttpRequest.newBuilder(URI.create(start.url() + "start/watch"))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                "Sec-Fetch-Site",
                "cross-site");
        var nobody = send(HttpRequest.newBuilder(URI.create(start.url() + "start/watch"))
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertThat(body("")).doesNotContain("Open the trainer");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguage() throws Exception {
        assertThat(get("", "Accept-Language", "de-AT,de;q=0.9").body())
                .contains("lang=\"de\"", "Selbst antworten")
                .doesNotContain("Answer one yourself");
    }
}
