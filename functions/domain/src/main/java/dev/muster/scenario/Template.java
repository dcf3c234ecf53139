package dev.muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for variables: <code>{{company}}</code>. It names values and does nothing else: no expressions, no
 * logic, no look-ups, so that nothing in a scenario can run. <code>\{{</code> stands for two braces.
 */
public record Template(String text) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** An escaped opening, a complete place, or an opening that nothing closes on its line. */
    private static final Pattern PLACE =
            Pattern.compile("(?<escape>\\\\\\{\\{)|\\{\\{(?<inside>[^{}\\n]*)}}|(?<open>\\{\\{)");

    /**
     * A place for a variable.
     *
     * @param written as it stands in the text, with its braces
     * @param name what it names; not a name that a variable can have, if its author mistyped
     */
    public record Slot(String written, String name) {

        public boolean wellFormed() {
            return NAME.matcher(name).matches();
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The places in the text, in order. One that is not closed has the empty name. */
    public List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        var places = PLACE.matcher(text);
        while (places.find()) {
            if (places.group("escape") == null) {
                var inside = places.group("inside");
                slots.add(new Slot(places.group(), inside == null ? "" : inside.strip()));
            }
        }
        return slots;
    }

    /** The text with the values put in. A place without a value stays as it is written. */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            if (place.group("escape") != null) {
                return "{{";
            }
            var inside = place.group("inside");
            var value = inside == null ? null : values.get(inside.strip());
            return Matcher.quoteReplacement(value == null ? place.group() : value);
        });
    }
}
