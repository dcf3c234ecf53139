package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scripted event put to the team.
 *
 * @param to roles that receive it
 * @param expects plan steps whose clock its release opens
 * @param acknowledge drill time after the release at which whoever has not acknowledged is reminded
 * @param options a decision between these is asked; empty if none is
 * @param fault the fault status from here on, if it changes
 */
public record Inject(
        String id,
        String title,
        Release release,
        Channel channel,
        String from,
        List<String> to,
        String text,
        List<String> expects,
        Optional<Duration> acknowledge,
        List<Option> options,
        Optional<FaultStatus> fault) {

    public Inject {
        to = List.copyOf(to);
        expects = List.copyOf(expects);
        options = List.copyOf(options);
    }
}
