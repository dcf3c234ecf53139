package dev.muster.scenario;

import java.util.List;

/**
 * A role of the plan, held by people of a team.
 *
 * @param standsFor ids of roles of the default plan in whose place it comes when a scenario of the library is played
 */
public record Role(String id, String name, String duties, List<String> standsFor) {

    public Role {
        standsFor = List.copyOf(standsFor);
    }
}
