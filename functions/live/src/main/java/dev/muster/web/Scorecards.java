package dev.muster.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.Drill;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.io.RecordJson;
import dev.muster.drill.port.DrillStore;
import dev.muster.scoring.Scorecard;
import dev.muster.web.Problem.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A drill's scorecard as trainers and leaders read it, and what both need to find it. */
final class Scorecards {

    private static final Pattern DRILL_ID = Pattern.compile("d-[a-z0-9-]{1,62}");

    private Scorecards() {}

    /** The drill that the path names. */
    static Drill drill(DrillStore store, Route.Call call) {
        return Optional.of(call.request().parameter("drill"))
                .filter(id -> DRILL_ID.matcher(id).matches())
                .flatMap(store::drill)
                .orElseThrow(Problem::notFound);
    }

    /** When and by whom the scorecard was released; empty while it is provisional. */
    static Optional<LogEntry> released(DrillStore store, Drill drill) {
        return store.entry(drill.id(), Entries.SCORECARD_RELEASED);
    }

    /**
     * The scorecard as it was kept, with what happened to it since: it was made before anybody could release it.
     *
     * @param released the entry that released it, if one did
     */
    static Response answer(DrillStore store, Drill drill, Optional<LogEntry> released) {
        var scorecard = store.scorecard(drill.id())
                .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, new Refusal("no-scorecard", List.of())));
        var json = (ObjectNode) RecordJson.parse(scorecard);
        json.put("drill", drill.id());
        released.ifPresent(entry -> json.put("status", Scorecard.Status.RELEASED.label())
                .put("releasedAt", entry.at().toString()));
        return Response.json(200, json);
    }
}
