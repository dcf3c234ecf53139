package dev.muster.start;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.LogEntry;
import dev.muster.drill.io.DrillExport;
import dev.muster.scenario.AdaptedResponses;
import dev.muster.scenario.AdaptedTeam;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A drill that a recorded team answers, as the drill has it: scenario and plan from its snapshots, variables filled.
 *
 * @param lead approves what people draft; empty if nobody may
 * @param findings what is worth knowing before watching
 */
public record PlayedDrill(Scenario scenario, RecordedTeam team, Optional<StandInLead> lead, List<String> findings) {

    /**
     * @param trainer the API as a trainer
     * @param responses which of the scenario's recordings plays
     * @param people members whom people play
     */
    public static PlayedDrill join(
            MusterApi trainer, String drill, Library library, String responses, Set<String> people) {
        var export = DrillExport.read(trainer.text("/drills/" + drill + "/export"));
        var team = AdaptedTeam.of(library.team(export.drill().team()), export.plan())
                .team();
        var fitted = AdaptedResponses.of(library.responses(export.scenario().id(), responses), export.plan());
        var recorded = Filling.fill(fitted.responses(), export.scenario());
        var members = members(trainer, drill);
        var players = new RecordedTeam(recorded, team, members, people);
        return new PlayedDrill(
                export.scenario(),
                players,
                StandInLead.of(export.plan(), team, members, people),
                Stream.concat(fitted.findings().stream(), players.findings().stream())
                        .toList());
    }

    /** Answers what is answered by now. */
    public void answer(Collection<LogEntry> log, Duration drillTime) {
        team.answer(log, drillTime);
        lead.ifPresent(it -> it.approve(log));
    }

    /** The API as each member, by member id. */
    private static Map<String, MusterApi> members(MusterApi trainer, String drill) {
        var apis = new HashMap<String, MusterApi>();
        for (JsonNode link : trainer.get("/drills/" + drill + "/links").path("links")) {
            var token = LocalSigner.tokenOf(link.path("url").asText());
            apis.put(link.path("member").asText(), trainer.as(token));
        }
        return apis;
    }
}
