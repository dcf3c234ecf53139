package dev.muster.drill;

import java.util.List;

/**
 * Why something is not done, for a page or an answer to put into words of the reader's language.
 *
 * @param code what was wrong, in lower case with hyphens, such as {@code not-started}; the words stand under
 *     {@code refusal.<code>}
 * @param facts what the words are filled with, in their order: texts and numbers
 */
public record Refusal(String code, List<Object> facts) {
    public Refusal {
        facts = List.copyOf(facts);
    }
}
