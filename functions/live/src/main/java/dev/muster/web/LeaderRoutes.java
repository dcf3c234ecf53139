package dev.muster.web;

import dev.muster.drill.conduct.Conducting;
import dev.muster.drill.conduct.HoldEverything;
import dev.muster.drill.port.DrillStore;
import dev.muster.web.Route.Call;
import java.util.List;
import java.util.Optional;

/** What leaders do: read what was released, and set or lift the hold; through the API or on their page. */
final class LeaderRoutes {

    private static final String PAGE = "/leader";

    private final DrillStore store;
    private final Optional<String> base;
    private final SignOut signOut;
    private final HoldEverything holdEverything;

    /** @param base the public URL of the API; empty if it is the address that the caller used */
    LeaderRoutes(Conducting conducting, Optional<String> base) {
        this.store = conducting.store();
        this.base = base;
        this.signOut = new SignOut(new Revocations(store, conducting.clock()), Role.LEADER, base);
        this.holdEverything = new HoldEverything(conducting);
    }

    List<Route> routes() {
        return List.of(
                leader("GET", "/api/v1/readiness", "readReadiness", call -> readReadiness()),
                leader("GET", "/api/v1/scorecards/{drill}", "readReleasedScorecard", this::readScorecard),
                leader("PUT", "/api/v1/leader-hold", "setLeaderHold", this::setHold),
                leader("DELETE", "/api/v1/leader-hold", "liftLeaderHold", call -> liftHold()),
                leader("POST", "/api/v1/leader-sign-out", "signOutLeader", signOut::answer),
                leader("GET", "/l/{token}", "openLeaderLink", this::openLink),
                leader("GET", PAGE, "openReadiness", this::openPage),
                leader("POST", PAGE, "sendReadinessForm", this::sendForm));
    }

    private static Route leader(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.LEADER, operationId, handler);
    }

    // ---- the API

    private Response readReadiness() {
        var json = Readiness.of(store).json();
        return Response.json(200, json).tagged(json);
    }

    private Response readScorecard(Call call) {
        var drill = Scorecards.drill(store, call);
        var released = Scorecards.released(store, drill);
        if (released.isEmpty()) {
            throw Problem.notFound();
        }
        return Scorecards.answer(store, drill, released);
    }

    private Response setHold(Call call) {
        var reason = Body.read(call.request(), Holding::reason);
        return Holding.found(Optional.of(holdEverything.declare(call.account().id(), reason)));
    }

    private Response liftHold() {
        holdEverything.lift();
        return Response.empty(204);
    }

    // ---- the page

    /** From here on the browser carries the token itself, which stands in no address of a page any more. */
    private Response openLink(Call call) {
        return Response.seeOther(".." + PAGE)
                .withCookie(SessionCookie.of(Role.LEADER, call.request().parameter("token"), base));
    }

    private Response openPage(Call call) {
        return page(call, 200, Notice.done(call.request()), Typed.NOTHING);
    }

    private Response page(Call call, int status, Notice notice, Typed typed) {
        var view = View.of(call.request());
        return Pages.leader(
                status, view, LeaderPage.of(Readiness.of(store), store.hold(), view.words(), notice, typed));
    }

    private Response sendForm(Call call) {
        var form = Form.of(call.request());
        var done = form.one(Form.DO).orElse("");
        try {
            return switch (done) {
                case SignOut.FORM -> signOut.page(call);
                case "hold" -> done(this::setHold, call, done);
                case "lift" -> done(lifting -> liftHold(), call, done);
                default -> throw Problem.unknownForm();
            };
        } catch (Problem problem) {
            var notice = Notice.of(problem, call.request().words());
            return page(call, problem.kind().status(), notice, Typed.of(form));
        }
    }

    /** Leads on by another address, so that a reload sends nothing again. */
    private static Response done(Route.Handler doing, Call call, String done) {
        doing.answer(call);
        return Response.seeOther("leader?done=" + done);
    }
}
