package dev.muster.drill;

import java.util.List;

/**
 * Why something that somebody wanted does not happen, without the words: whoever shows it finds them by the code, in the
 * language of the reader.
 *
 * @param code for example {@code not-started}
 * @param facts what the words name, such as a number or a role
 */
public record Refusal(String code, List<Object> facts) {

    public Refusal {
        facts = List.copyOf(facts);
    }
}
