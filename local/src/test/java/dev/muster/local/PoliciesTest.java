package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.io.RecordJson;
import dev.muster.live.LeaderFunction;
import dev.muster.live.ResponderFunction;
import dev.muster.live.TrainerFunction;
import dev.muster.local.Gatekeeper.TablePolicy;
import dev.muster.scenario.Inject;
import dev.muster.scenario.io.Library;
import dev.muster.start.LocalSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions behind the API do with the table what their roles in the template allow, and ask for nothing else. */
class PoliciesTest {

    private static final Path TEMPLATE =
            Path.of(System.getProperty("muster.root", "..")).resolve("template.yaml");

    private final LocalCloud cloud = LocalCloud.start(LocalCloud.Options.of(TEMPLATE));
    private final LocalSigner signer = LocalSigner.of(cloud);
    private Guarded trainers;
    private Guarded responders;
    private Guarded leaders;

    /** A function whose calls to the table pass a gatekeeper. */
    private record Guarded(Gatekeeper gate, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {}

    @BeforeEach
    void guards() throws IOException {
        trainers = guarded("Trainer", TrainerFunction::new);
        responders = guarded("Responder", ResponderFunction::new);
        leaders = guarded("Leader", LeaderFunction::new);
    }

    private Guarded guarded(
            String name,
            Function<Map<String, String>, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> made)
            throws IOException {
        var environment = new HashMap<>(cloud.environment(name + "Function"));
        var policy = TablePolicy.of(Template.read(TEMPLATE), name + "Role");
        var gate = new Gatekeeper(policy, environment.get("AWS_ENDPOINT_URL_DYNAMODB"));
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", gate.address());
        return new Guarded(gate, made.apply(environment));
    }

    @AfterEach
    void stops() {
        Stream.of(trainers, responders, leaders)
                .forEach(guarded -> guarded.gate().close());
        cloud.close();
    }

    @Test
    void everyDoorDoesItsWorkWithTheRightsOfItsRole() throws InterruptedException {
        var trainer = signer.trainerToken("ines");
        var leader = LocalSigner.tokenOf(signer.leader("olga"));
        var drill = runningDrill(trainer);
        var path = "/api/v1/drills/" + drill;
        var injects = Library.onClassPath().scenario("data-breach").injects();

        var joiner = tokenIn(done(trainers, "POST", path + "/join-links", trainer, "{}"));
        var member = tokenIn(done(responders, "POST", "/api/v1/join", joiner, "{'member':'m-olena'}"));
        var holder = holderOf("legal", done(responders, "GET", "/api/v1/join", joiner, ""));
        var substitute = "{'name':'Max','role':'legal','insteadOf':'%s'}".formatted(holder);
        done(responders, "POST", "/api/v1/join", joiner, substitute);
        done(responders, "GET", "/api/v1/my/drill", member, "");
        done(responders, "POST", "/api/v1/my/notes", member, "{'text':'I am in'}");
        done(responders, "POST", "/api/v1/my/questions", member, "{'text':'Which store?'}");
        var unknown = answer(responders, "POST", "/api/v1/my/acknowledgements", member, "{'inject':'no-such'}");
        assertThat(unknown.getStatusCode()).isEqualTo(404);
        shown(responders, "/r/" + member, "");
        shown(responders, "/j/" + joiner, "");

        for (var read : List.of("", "/log", "/export", "/links")) {
            done(trainers, "GET", path + read, trainer, "");
        }
        Stream.of("/drills", "/drills/" + drill, "/drills/" + drill + "/links")
                .forEach(page -> shown(trainers, page, trainer));
        done(trainers, "POST", path + "/observations", trainer, "{'text':'Calm'}");
        command(drill, trainer, about("skip", injects.getLast()));
        command(drill, trainer, about("release", injects.get(injects.size() - 2)));
        command(drill, trainer, "'command':'pause','reason':'Coffee'");
        command(drill, trainer, "'command':'resume'");
        done(trainers, "POST", path + "/links/m-ana/revocation", trainer, "{}");
        done(trainers, "POST", path + "/join-links/revocation", trainer, "{}");
        done(trainers, "PUT", "/api/v1/hold", trainer, "{'reason':'Storm'}");
        done(trainers, "DELETE", "/api/v1/hold", trainer, "");

        done(leaders, "GET", "/api/v1/readiness", leader, "");
        done(leaders, "PUT", "/api/v1/leader-hold", leader, "{'reason':'Storm'}");
        done(leaders, "DELETE", "/api/v1/leader-hold", leader, "");
        done(responders, "POST", "/api/v1/my/emergency", member, "");

        for (var other : List.of(trainer, leader)) {
            assertThat(answer(responders, "GET", "/api/v1/my/drill", other, "").getStatusCode())
                    .isEqualTo(403);
        }
        assertThat(answer(leaders, "GET", "/api/v1/readiness", member, "").getStatusCode())
                .isEqualTo(403);
        done(leaders, "POST", "/api/v1/leader-sign-out", leader, "{}");
        done(trainers, "POST", "/api/v1/sign-out", trainer, "{}");

        assertThat(Stream.of(trainers, responders, leaders).flatMap(guarded -> guarded.gate().refused().stream()))
                .isEmpty();
        assertThat(Stream.of(trainers, responders, leaders)
                        .map(guarded -> guarded.gate().idle()))
                .allSatisfy(idle -> assertThat(idle).isEmpty());
    }

    private String runningDrill(String trainer) throws InterruptedException {
        var wanted = "{'scenario':'data-breach','team':'crew','startsAt':'now'}";
        var drill = done(trainers, "POST", "/api/v1/drills", trainer, wanted)
                .path("id")
                .asText();
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!done(trainers, "GET", "/api/v1/drills/" + drill, trainer, "")
                .path("state")
                .asText()
                .equals("running")) {
            assertThat(Instant.now()).as("the drill starts").isBefore(patience);
            Thread.sleep(100);
        }
        return drill;
    }

    private void command(String drill, String trainer, String fields) {
        var path = "/api/v1/drills/" + drill;
        var epoch = done(trainers, "GET", path, trainer, "").findValue("epoch").asLong();
        done(trainers, "POST", path + "/commands", trainer, "{%s,'epoch':%d}".formatted(fields, epoch));
    }

    private static String about(String command, Inject inject) {
        return "'command':'%s','inject':'%s','reason':'Late'".formatted(command, inject.id());
    }

    private static String holderOf(String role, JsonNode join) {
        for (var member : join.path("members")) {
            if (member.path("roles").toString().contains('"' + role + '"')) {
                return member.path("id").asText();
            }
        }
        throw new AssertionError("nobody holds " + role);
    }

    private static String tokenIn(JsonNode answer) {
        return LocalSigner.tokenOf(answer.path("url").asText());
    }

    private static void shown(Guarded guarded, String path, String token) {
        assertThat(answer(guarded, "GET", path, token, "").getStatusCode())
                .as(path)
                .isEqualTo(200);
    }

    /** @param body with single quotes for double ones */
    private static JsonNode done(Guarded guarded, String method, String path, String token, String body) {
        var answer = answer(guarded, method, path, token, body);
        assertThat(answer.getStatusCode())
                .as(
                        "%s %s: %s, refused: %s",
                        method, path, answer.getBody(), guarded.gate().refused())
                .isBetween(200, 204);
        return answer.getStatusCode() == 204 ? RecordJson.parse("{}") : RecordJson.parse(answer.getBody());
    }

    private static APIGatewayV2HTTPResponse answer(
            Guarded guarded, String method, String path, String token, String body) {
        var headers = Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var context = RequestContext.builder()
                .withRequestId("request")
                .withDomainName("gateway.example")
                .withHttp(RequestContext.Http.builder()
                        .withMethod(method)
                        .withPath(path)
                        .build())
                .build();
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(headers)
                .withBody(body.isEmpty() ? null : body.replace('\'', '"'))
                .withRequestContext(context)
                .build();
        return guarded.function().handleRequest(event, null);
    }
}
