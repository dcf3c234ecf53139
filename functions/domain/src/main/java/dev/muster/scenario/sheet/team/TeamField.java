package dev.muster.scenario.sheet.team;

import dev.muster.scenario.sheet.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a team's sheet says of the team as a whole. The first name is Muster's own. */
enum TeamField {
    NAME("Team", "Team name", "Crew", "Name of the team", "Mannschaft"),
    ZONE("Time zone", "Zone", "Timezone", "Zeitzone"),
    CHARTER_VERSION("Charter version"),
    PURPOSE("Charter purpose", "Purpose", "Zweck"),
    NAMES_PEOPLE("Reports name people"),
    RETENTION("Retention");

    private final List<String> names;

    TeamField(String... names) {
        this.names = List.of(names);
    }

    String heading() {
        return names.getFirst();
    }

    static Optional<TeamField> of(String words) {
        var plain = Words.plain(words);
        return Arrays.stream(values())
                .filter(field -> field.names.stream().map(Words::plain).anyMatch(plain::equals))
                .findFirst();
    }
}
