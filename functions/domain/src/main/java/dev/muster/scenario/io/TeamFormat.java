package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Charter;
import dev.muster.scenario.Member;
import dev.muster.scenario.Team;
import java.time.Duration;

/** The JSON form of a team, in files and in the database. */
public final class TeamFormat {

    private static final Duration RETENTION = Duration.ofDays(365);

    private TeamFormat() {}

    /** @throws Unreadable if this is no team */
    public static Team read(JsonNode json) {
        var team = FieldReader.of(json);
        return new Team(
                team.text("team"),
                team.text("name"),
                team.zone("zone"),
                charter(team.object("charter")),
                team.objects("members", TeamFormat::member));
    }

    public static ObjectNode write(Team team) {
        return FieldWriter.of("team", team.id())
                .put("name", team.name())
                .put("zone", team.zone().getId())
                .put("charter", charter(team.charter()))
                .objects("members", team.members(), TeamFormat::member)
                .node();
    }

    private static Charter charter(FieldReader charter) {
        return new Charter(
                charter.integer("version"),
                charter.text("purpose"),
                charter.flag("names-people"),
                charter.duration("retention", RETENTION));
    }

    private static JsonNode charter(Charter charter) {
        return FieldWriter.empty()
                .put("version", charter.version())
                .put("purpose", charter.purpose())
                .flag("names-people", charter.namesPeople())
                .put("retention", charter.retention())
                .node();
    }

    private static Member member(FieldReader member) {
        return new Member(
                member.text("id"),
                member.text("name"),
                member.optionalText("email"),
                member.optionalText("phone"),
                member.optionalText("chat"),
                member.text("language", "en"),
                member.texts("roles"),
                member.texts("deputy-for"),
                member.some("reach", Labels.CHANNELS));
    }

    private static JsonNode member(Member member) {
        return FieldWriter.of("id", member.id())
                .put("name", member.name())
                .putText("email", member.email())
                .putText("phone", member.phone())
                .putText("chat", member.chat())
                .put("language", member.language())
                .texts("roles", member.roles())
                .texts("deputy-for", member.deputyFor())
                .labels("reach", member.reach(), Labels.CHANNELS)
                .node();
    }
}
