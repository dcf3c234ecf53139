package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document. Each carries its id under the key of its kind: {@code scenario: data-breach}. */
enum DocumentKind {
    /** Comes first: recorded responses name their scenario too. */
    RESPONSES,
    SCENARIO,
    PLAN,
    TEAM;

    /** For messages: what may stand at the top of a file. */
    static final String ALL =
            "a scenario (scenario: …), a plan (plan: …), a team (team: …) or responses (responses: …)";

    static Optional<DocumentKind> of(JsonNode root) {
        return Arrays.stream(values()).filter(kind -> root.has(kind.key())).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
