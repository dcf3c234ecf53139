package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One scripted event put to the team.
 *
 * @param from who says it
 * @param customer id of the simulated customer who says it, if one does
 * @param to roles that receive it
 * @param expects plan steps whose clock its release opens
 * @param acknowledge drill time after the release at which whoever has not acknowledged is reminded
 * @param options a decision between these is asked; empty if none is
 * @param fault the fault status from here on, if it changes
 * @param jump how far the scenario's own clock leaps ahead ('three days later'), if it does
 * @param guidance for trainer and evaluator
 */
public record Inject(
        String id,
        String title,
        Release release,
        Channel channel,
        String from,
        Optional<String> customer,
        List<String> to,
        String text,
        List<Attachment> attachments,
        List<String> expects,
        Optional<Duration> acknowledge,
        List<Option> options,
        Optional<FaultStatus> fault,
        Optional<Duration> jump,
        Guidance guidance) {

    public Inject {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        expects = List.copyOf(expects);
        options = List.copyOf(options);
    }

    /** The same event at another time, for others, expecting other steps. */
    public Inject with(Release otherRelease, List<String> otherTo, List<String> otherExpects) {
        return new Inject(
                id,
                title,
                otherRelease,
                channel,
                from,
                customer,
                otherTo,
                text,
                attachments,
                otherExpects,
                acknowledge,
                options,
                fault,
                jump,
                guidance);
    }
}
