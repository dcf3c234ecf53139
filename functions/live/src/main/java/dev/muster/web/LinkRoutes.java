package dev.muster.web;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.Participant;
import dev.muster.drill.port.DrillStore;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links that a trainer hands out and takes back. */
final class LinkRoutes {

    private final DrillStore store;
    private final LinkSigner links;
    private final Optional<String> base;
    private final Revocations revocations;
    private final SignOut signOut;
    private final Clock clock;

    /** @param base the public URL of the API; empty if it is the address that the caller used */
    LinkRoutes(DrillStore store, Clock clock, LinkSigner links, Optional<String> base) {
        this.store = store;
        this.links = links;
        this.base = base;
        this.clock = clock;
        this.revocations = new Revocations(store, clock);
        this.signOut = new SignOut(revocations, Role.TRAINER, base);
    }

    List<Route> routes() {
        return List.of(
                trainer("GET", "/api/v1/drills/{drill}/links", "readLinks", this::readLinks),
                trainer("POST", "/api/v1/drills/{drill}/links/{member}/revocation", "revokeLink", this::revokeLink),
                trainer("POST", "/api/v1/drills/{drill}/join-links", "makeJoinLink", this::makeJoinLink),
                trainer("POST", "/api/v1/drills/{drill}/join-links/revocation", "revokeJoinLinks", this::revokeJoin),
                trainer("POST", "/api/v1/sign-out", "signOut", signOut::answer),
                trainer("GET", "/drills/{drill}/links", "openLinks", this::openLinks),
                trainer("POST", "/drills/{drill}/links", "sendLinksForm", this::sendLinksForm));
    }

    // ---- the page

    private Response openLinks(Call call) {
        return page(call, 200, Notice.done(call.request()));
    }

    private Response page(Call call, int status, Notice notice) {
        var view = View.of(call.request());
        var page = LinksPage.of(drill(call), store, signer(call), clock.instant(), view.words(), notice);
        return Pages.links(status, view, page);
    }

    private Response sendLinksForm(Call call) {
        var form = Form.of(call.request());
        var done = form.one(Form.DO).orElse("");
        try {
            switch (done) {
                case "revoke" -> revokeLink(of(form.one("member").orElseThrow(Problem::notFound), call));
                case "revoke-join" -> revocations.ofJoinLinks(drill(call), signer(call));
                default -> throw Problem.unknownForm();
            }
        } catch (Problem problem) {
            if (problem.kind() == Kind.NOT_FOUND) {
                throw problem;
            }
            return page(
                    call,
                    problem.kind().status(),
                    Notice.of(problem, call.request().words()));
        }
        return Response.seeOther("links?done=" + done);
    }

    /** As the API is asked for it. */
    private static Call of(String member, Call call) {
        var drill = call.request().parameter("drill");
        var request = call.request().withParameters(Map.of("drill", drill, "member", member));
        return new Call(request.withJson(instance.objectNode(), request.key()), call.caller());
    }

    // ---- the API

    private static Route trainer(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.TRAINER, operationId, handler);
    }

    private Response readLinks(Call call) {
        var drill = drill(call);
        var participants = store.roster(drill.id()).participants();
        var signer = signer(call);
        return TrainerRoutes.list("links", participants, one -> link(one, signer.responder(drill, one.id())));
    }

    private Response revokeLink(Call call) {
        expectNothing(call);
        var drill = drill(call);
        var member = call.request().parameter("member");
        var url = revocations.ofMember(drill, member, signer(call));
        var participant = store.participant(drill.id(), member).orElseThrow(Problem::notFound);
        return Response.json(200, link(participant, url));
    }

    private Response makeJoinLink(Call call) {
        expectNothing(call);
        return joinLink(signer(call).joiner(drill(call)));
    }

    private Response revokeJoin(Call call) {
        expectNothing(call);
        return joinLink(revocations.ofJoinLinks(drill(call), signer(call)));
    }

    private static void expectNothing(Call call) {
        Body.read(call.request(), body -> body);
    }

    private static ObjectNode link(Participant participant, String url) {
        var json = instance.objectNode();
        json.put("member", participant.id()).put("name", participant.member().name());
        participant.member().roles().forEach(json.putArray("roles")::add);
        return json.put("url", url);
    }

    private static Response joinLink(LinkSigner.JoinLink link) {
        return Response.json(
                200,
                instance.objectNode()
                        .put("url", link.url())
                        .put("expiresAt", link.expiresAt().toString()));
    }

    private LinkSigner signer(Call call) {
        return links.under(base.orElse(call.request().origin()));
    }

    private Drill drill(Call call) {
        return Scorecards.drill(store, call);
    }
}
