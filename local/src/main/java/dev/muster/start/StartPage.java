package dev.muster.start;

import dev.muster.local.LocalCloud;
import dev.muster.scenario.sheet.SheetLimits;
import dev.muster.start.MusterApi.ProblemAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The page on which newcomers begin, in four steps. It makes whoever opens it a trainer, so this machine alone gets it.
 */
final class StartPage {

    /** A form's fields around an uploaded file. */
    private static final int AROUND = 64 * 1024;

    private static final String ROOT = "../";

    private final Practices practices;
    private final PlanReader plans;
    private final StartContent.Links links;
    private final LocalSigner signer;

    StartPage(Practices practices, PlanReader plans, StartContent.Links links, LocalSigner signer) {
        this.practices = practices;
        this.plans = plans;
        this.links = links;
        this.signer = signer;
    }

    void serveOn(LocalCloud cloud) {
        cloud.serveHere("/", Visit.readHere(visit -> show(visit, 200, "")));
        cloud.serveHere("/start/start.css", Visit.readHere(StartPage::style));
        cloud.serveHere("/start/watch", Visit.done(this::watch));
        cloud.serveHere("/start/own", Visit.done(this::watchOwn));
        cloud.serveHere("/start/answer", Visit.done(this::answer));
        cloud.serveHere("/start/resume", Visit.done(this::resume));
        cloud.serveHere("/start/plan", Visit.done(this::upload));
    }

    private void show(Visit visit, int status, String refusal) throws IOException {
        visit.with("Set-Cookie", signer.links().trainerCookie(StartHere.ACCOUNT));
        var content = new StartContent(
                practices.standing(Practice.WATCH),
                practices.standing(Practice.ANSWER),
                practices.standing(Practice.OWN_PLAN),
                practices.plan(),
                practices.roles(),
                links,
                refusal);
        visit.show(status, "start.jte", Map.of("page", content));
    }

    private static void style(Visit visit) throws IOException {
        try (var in = Objects.requireNonNull(StartPage.class.getResourceAsStream("start.css"))) {
            visit.send(200, "text/css; charset=utf-8", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    // ---- what its buttons do

    private void watch(Visit visit) throws IOException {
        unlessRefused(
                visit,
                () -> ROOT + "drills/" + practices.begin(Practice.WATCH, "").drill());
    }

    private void watchOwn(Visit visit) throws IOException {
        var plan = practices.plan().filter(OwnPlan::usable);
        if (plan.isEmpty()) {
            show(visit, 400, visit.view().say("start.plan.none"));
            return;
        }
        unlessRefused(
                visit, () -> ROOT + "drills/" + practices.beginOn(plan.get()).drill());
    }

    private void answer(Visit visit) throws IOException {
        var role = visit.field("role");
        if (practices.roles().stream().noneMatch(known -> known.id().equals(role))) {
            show(visit, 400, visit.view().say("start.answer.no-role"));
            return;
        }
        unlessRefused(visit, () -> ROOT + practices.begin(Practice.ANSWER, role).myLink());
    }

    private void resume(Visit visit) throws IOException {
        var wanted = visit.field("practice");
        unlessRefused(visit, () -> {
            for (var practice : Practice.values()) {
                if (practice.name().equals(wanted)) {
                    practices.resume(practice);
                }
            }
            return ROOT;
        });
    }

    private void upload(Visit visit) throws IOException {
        var body = visit.body(SheetLimits.FILE + AROUND);
        if (body.isEmpty()) {
            show(visit, 413, visit.view().say("start.plan.too-large", SheetLimits.FILE / (1024 * 1024)));
            return;
        }
        var upload = Upload.in(visit.header("Content-Type").orElse(""), body.get());
        if (upload.isEmpty()) {
            show(visit, 400, visit.view().say("start.plan.no-file"));
            return;
        }
        practices.keep(plans.read(upload.get()));
        visit.leadTo(ROOT + "#own");
    }

    /** Something that the API may refuse, and where it leads. */
    private interface Doing {
        String done() throws IOException;
    }

    private void unlessRefused(Visit visit, Doing doing) throws IOException {
        try {
            visit.leadTo(doing.done());
        } catch (ProblemAnswer refused) {
            show(visit, refused.status(), refused.getMessage());
        }
    }
}
