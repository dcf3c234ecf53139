package dev.muster.scenario;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The organisation's crisis plan: what a drill is scored against.
 *
 * @param speakers roles that may speak to the outside ('one voice'); empty means any
 * @param realContact whom to call when the emergency is real
 * @param variables what the organisation puts in the place of a scenario's variables, by name
 * @param templates prepared messages
 */
public record Plan(
        String id,
        String title,
        int version,
        String owner,
        LocalDate reviewed,
        String realContact,
        Bands bands,
        List<Role> roles,
        Set<String> speakers,
        Approval approval,
        Optional<Cadence> cadence,
        List<Contact> contacts,
        Map<String, String> variables,
        List<MessageTemplate> templates,
        List<Step> steps) {

    /** The id of the plan that Muster brings along, for whoever has no plan yet. */
    public static final String DEFAULT = "default";

    private static final String CRISIS_LEAD = "crisis-lead";

    public Plan {
        roles = List.copyOf(roles);
        speakers = Set.copyOf(speakers);
        contacts = List.copyOf(contacts);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        templates = List.copyOf(templates);
        steps = List.copyOf(steps);
    }

    /** Whether it is the one that Muster brings along, and not the organisation's own. */
    public boolean isDefault() {
        return id.equals(DEFAULT);
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    public Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** What this plan does where somebody's script asks for this step: that step, else all that stand for it. */
    public List<Step> stepsFor(String id) {
        return step(id).map(List::of).orElseGet(() -> steps.stream()
                .filter(step -> step.standsFor().contains(id))
                .toList());
    }

    /** Who acts where somebody's script asks for this role: that role, else the first that stands for it. */
    public Optional<Role> roleFor(String id) {
        return role(id).or(() ->
                roles.stream().filter(role -> role.standsFor().contains(id)).findFirst());
    }

    /** Who acts where the plan has nobody: whoever leads in the crisis. */
    public Role standIn() {
        return roleFor(CRISIS_LEAD).orElseGet(roles::getFirst);
    }
}
