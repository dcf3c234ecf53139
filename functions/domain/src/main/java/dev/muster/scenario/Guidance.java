package dev.muster.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a script says to trainer and evaluator about an inject. Responders never see it. Each part is empty if the script
 * says nothing.
 *
 * @param outcome what a good team does now: the MSEL's expected outcome
 * @param learning the MSEL's learning points
 * @param controller who plays the inject: the MSEL's responsible controller
 * @param notes what stood in columns of a spreadsheet that Muster does not know, by column, in their order
 */
public record Guidance(String outcome, String learning, String controller, Map<String, String> notes) {

    public static final Guidance NONE = new Guidance("", "", "", Map.of());

    public Guidance {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }
}
