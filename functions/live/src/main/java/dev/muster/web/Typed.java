package dev.muster.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed into one form of a page that was not done, and is shown again, so that nothing is typed twice.
 *
 * @param fields as the form sent them; none if nothing is to be shown again
 */
public record Typed(Map<String, List<String>> fields) {

    static final Typed NOTHING = new Typed(Map.of());

    /** Which form it was: the values of the fields that tell forms of one page apart. */
    private static final List<String> NAMES =
            List.of(Form.DO, "command", "inject", "question", "message", "criterion", "objective");

    static Typed of(Form form) {
        return new Typed(form.fields());
    }

    /** What the page's address says beside the page's own. */
    static Typed of(Map<String, String> query) {
        var fields = new HashMap<String, List<String>>();
        query.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.keySet().removeAll(NAMES);
        return new Typed(fields);
    }

    /** What was typed into this form, if it was this one. */
    public Typed in(String... names) {
        var theirs = NAMES.stream().flatMap(name -> first(name).stream()).toList();
        return theirs.size() >= names.length && theirs.subList(0, names.length).equals(List.of(names)) ? this : NOTHING;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** What stands in a field: what was typed, or else the page's own value. */
    public String or(String name, String own) {
        return first(name).orElse(own);
    }

    /** Whether something is ticked: as it was sent, or else as the page has it. */
    public boolean ticked(String name, String value, boolean own) {
        return isEmpty() ? own : fields.getOrDefault(name, List.of()).contains(value);
    }

    private Optional<String> first(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }
}
