package dev.muster.scenario.sheet.team;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Member;
import dev.muster.scenario.Team;
import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.ExportedWorkbook;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Sheet;
import dev.muster.scenario.sheet.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a team as a list of people, with a second table for what holds for all of them. */
public final class ExportTeam {

    static final String PEOPLE = "People";
    static final String TEAM = "Team";

    private ExportTeam() {}

    public static ExportedWorkbook of(Team team) {
        var people = new ArrayList<List<String>>();
        people.add(TeamColumn.WRITTEN.stream().map(TeamColumn::heading).toList());
        team.members().forEach(member -> people.add(cells(member)));
        var charter = team.charter();
        var whole = List.of(
                List.of("Field", "Value"),
                List.of(TeamField.NAME.heading(), team.name()),
                List.of(TeamField.ZONE.heading(), team.zone().getId()),
                List.of(TeamField.CHARTER_VERSION.heading(), String.valueOf(charter.version())),
                List.of(TeamField.PURPOSE.heading(), charter.purpose()),
                List.of(TeamField.NAMES_PEOPLE.heading(), charter.namesPeople() ? "yes" : "no"),
                List.of(TeamField.RETENTION.heading(), charter.retention().toString()));
        return new ExportedWorkbook(
                new Workbook(team.id(), List.of(sheet(PEOPLE, people), sheet(TEAM, whole)), List.of()),
                team.name(),
                Map.of(
                        PEOPLE, new ExportedWorkbook.Layout(1, TeamColumn.WRITTEN.size()),
                        TEAM, new ExportedWorkbook.Layout(1, 2)));
    }

    private static List<String> cells(Member member) {
        return List.of(
                member.id(),
                member.name(),
                String.join(", ", member.roles()),
                String.join(", ", member.deputyFor()),
                member.email().orElse(""),
                member.phone().orElse(""),
                member.chat().orElse(""),
                member.language(),
                String.join(", ", member.reach().stream().map(Channel::label).toList()));
    }

    private static Sheet sheet(String name, List<List<String>> rows) {
        return new Sheet(
                name,
                false,
                Stream.iterate(0, index -> index < rows.size(), index -> index + 1)
                        .map(index -> new Row(
                                index + 1,
                                rows.get(index).stream().map(Cell::of).toList()))
                        .toList());
    }
}
