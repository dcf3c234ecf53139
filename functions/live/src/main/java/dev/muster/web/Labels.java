package dev.muster.web;

import dev.muster.drill.Prompt;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names channels, audiences and the plan's roles and steps as people on a page read them. */
final class Labels {

    private final View view;
    private final Plan plan;

    Labels(View view, Plan plan) {
        this.view = view;
        this.plan = plan;
    }

    String channel(Channel channel) {
        return view.say("channel." + channel.label());
    }

    String audience(Audience audience) {
        return view.say("audience." + audience.label());
    }

    /** What responders read in place of a prompt's title. */
    String heading(Prompt prompt) {
        return view.say("prompt.heading." + prompt.channel().label(), prompt.from());
    }

    String role(String id) {
        return plan.role(id).map(Role::name).orElse(id);
    }

    String roles(Collection<String> ids) {
        return ids.stream().map(this::role).collect(Collectors.joining(", "));
    }
}
