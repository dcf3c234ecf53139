package dev.muster.scenario.io;

import dev.muster.scenario.Inject;
import java.util.regex.Pattern;

/**
 * Warns of a text that was wrapped by hand in a block that keeps its line breaks: on a screen that is wider or narrower
 * than its author's, sentences break in their middle.
 */
final class LineBreakAdvice {

    /** Whoever breaks lines for the sake of meaning breaks them sooner, at the end of a sentence, or for the next item. */
    private static final Pattern WITHIN_A_SENTENCE = Pattern.compile("(?m)^.{60,}[\\p{L}\\p{N},]\\n\\p{Ll}(?![.):])");

    private static final int SHOWN = 20;

    private LineBreakAdvice() {}

    static void sentencesAreWhole(ScenarioRules.Script script, Spot root) {
        var injects = script.scenario().injects();
        for (var index = 0; index < injects.size(); index++) {
            look(injects.get(index), root.in("injects").item(index).in("text"));
        }
    }

    private static void look(Inject inject, Spot text) {
        var found = WITHIN_A_SENTENCE.matcher(inject.text());
        if (found.find()) {
            var line = found.group().lines().findFirst().orElseThrow();
            text.warn(
                    line,
                    "a line ends in the middle of a sentence, and will on every screen: \"… %s\"; begin the text with > in place"
                                    .formatted(line.substring(line.length() - SHOWN)
                                            .strip())
                            + " of |, with one blank line for a new line and two for a new paragraph");
        }
    }
}
