package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.Progress;
import dev.muster.drill.io.RecordJson;
import dev.muster.drill.port.DrillStore;
import dev.muster.scenario.io.Library;
import dev.muster.web.Problem.Kind;
import dev.muster.web.Route.Call;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages from which trainers schedule and conduct drills. Their forms go to the very handlers of the API: the field
 * {@code do} names which, and all others are what the API takes. A form that was not done comes back with what was typed.
 */
final class TrainerPages {

    private static final String DRILL = "/drills/{drill}";

    private final DrillStore store;
    private final Clock clock;
    private final Library library;
    private final SignOut signOut;
    private final Map<String, Route.Handler> read;
    private final Map<String, Route.Handler> onDrills;
    private final Map<String, Route.Handler> onDrill;

    /**
     * @param read what the API lets read and a page links to: {@code report} and {@code export}
     * @param onDrills what the forms of the list of drills do, by the value of {@code do}
     * @param onDrill what the forms of a drill's console do
     */
    TrainerPages(
            DrillStore store,
            Clock clock,
            Library library,
            SignOut signOut,
            Map<String, Route.Handler> read,
            Map<String, Route.Handler> onDrills,
            Map<String, Route.Handler> onDrill) {
        this.store = store;
        this.clock = clock;
        this.library = library;
        this.signOut = signOut;
        this.read = read;
        this.onDrills = onDrills;
        this.onDrill = onDrill;
    }

    List<Route> routes() {
        return List.of(
                trainer("GET", "/drills", "openDrills", this::openDrills),
                trainer("POST", "/drills", "sendDrillsForm", this::sendDrillsForm),
                trainer("GET", DRILL, "openConsole", this::openConsole),
                trainer("POST", DRILL, "sendConsoleForm", this::sendConsoleForm),
                trainer("GET", DRILL + "/report", "openReport", read.get("report")),
                trainer("GET", DRILL + "/export", "openExport", read.get("export")));
    }

    private static Route trainer(String method, String path, String operationId, Route.Handler handler) {
        return Route.of(method, path, Role.TRAINER, operationId, handler);
    }

    // ---- the list

    private Response openDrills(Call call) {
        return drills(
                call, 200, Notice.done(call.request()), Typed.of(call.request().query()));
    }

    private Response drills(Call call, int status, Notice notice, Typed typed) {
        var page = DrillsPage.of(
                store.drills(),
                library,
                store.hold(),
                clock.instant(),
                call.request().words(),
                notice,
                typed);
        return Pages.drills(status, View.of(call.request()), page).tagged(page.seen());
    }

    private Response sendDrillsForm(Call call) {
        var form = Form.of(call.request());
        if (form.one(Form.DO).filter(SignOut.FORM::equals).isPresent()) {
            return signOut.page(call);
        }
        return sent(call, form, onDrills, "drills", (status, notice) -> drills(call, status, notice, Typed.of(form)));
    }

    // ---- the console

    private Response openConsole(Call call) {
        return console(call, Scorecards.drill(store, call), 200, Notice.done(call.request()), Typed.NOTHING);
    }

    private Response sendConsoleForm(Call call) {
        var drill = Scorecards.drill(store, call);
        var form = Form.of(call.request());
        return sent(
                call,
                form,
                onDrill,
                drill.id(),
                (status, notice) ->
                        console(call, store.drill(drill.id()).orElseThrow(), status, notice, Typed.of(form)));
    }

    private Response console(Call call, Drill drill, int status, Notice notice, Typed typed) {
        var script = store.scenario(drill.id());
        var words = call.request().words();
        var plan = store.plan(drill.id());
        var proceedings = store.proceedings(drill.id());
        var progress = Progress.of(plan, script, proceedings.log());
        var roster = proceedings.roster();
        var now = clock.instant();
        var facts = new ConsoleComposer(drill, plan, progress.scenario(), roster, proceedings.log(), now).compose();
        var scene = new Scene(drill, progress, facts, roster, store.hold(), now, words);
        var page = ConsolePage.of(scene, script, result(drill, words), notice, typed);
        return Pages.console(status, View.of(call.request()), page).tagged(page.seen());
    }

    private Optional<Result> result(Drill drill, Words words) {
        return drill.state().over()
                ? store.scorecard(drill.id())
                        .map(RecordJson::parse)
                        .map(json -> Result.of(
                                json, Scorecards.released(store, drill).isPresent(), words))
                : Optional.empty();
    }

    // ---- forms

    /** Shows the page again, with what was typed and why it was not done. */
    private interface Again {
        Response show(int status, Notice notice);
    }

    /** Does what the form asks; then leads on by another address, so that a reload sends nothing again. */
    private static Response sent(Call call, Form form, Map<String, Route.Handler> doings, String page, Again again) {
        var name = form.one(Form.DO).orElse("");
        var doing = Optional.ofNullable(doings.get(name)).orElseThrow(Problem::unknownForm);
        try {
            var answer = doing.answer(call);
            return onwards(answer, page, form.one("command").orElse(name));
        } catch (Problem problem) {
            if (problem.kind() == Kind.NOT_FOUND) {
                throw problem;
            }
            return again.show(
                    problem.kind().status(), Notice.of(problem, call.request().words()));
        }
    }

    private static Response onwards(Response answer, String page, String done) {
        var made = answer.headers().get("location");
        return Response.seeOther(
                made == null ? "%s?done=%s".formatted(page, done) : made.replaceFirst("^.*/api/v1/", ""));
    }
}
