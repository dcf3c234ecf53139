package dev.muster.start;

import dev.muster.scenario.Role;
import java.util.List;
import java.util.Optional;

/**
 * What the start page shows.
 *
 * @param plan what was uploaded last
 * @param roles from which the newcomer chooses one
 * @param refusal why what was just asked for did not happen; empty if nothing was refused
 */
public record StartContent(
        Optional<Standing> watch,
        Optional<Standing> answer,
        Optional<Standing> own,
        Optional<OwnPlan> plan,
        List<Role> roles,
        Links links,
        String refusal) {

    /**
     * Where else there is something to see.
     *
     * @param leader from the API's root on
     */
    public record Links(String leader, String mailbox) {}
}
