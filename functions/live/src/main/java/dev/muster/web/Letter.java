package dev.muster.web;

import dev.muster.drill.Prompt;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text taken apart as its channel shows it.
 *
 * @param subject of an e-mail, or the headline of a piece of news; empty if there is none
 * @param text the rest
 */
record Letter(String subject, String text) {

    /** Scripts are wrapped near the hundredth column: a line that long goes on in the next one. */
    private static final Pattern WRAPPED = Pattern.compile("(?m)(^.{90,})\\n(?=\\S)");

    private static final String SUBJECT = "Subject:";

    /** German scripts name it so. */
    private static final String BETREFF = "Betreff:";

    static Letter of(Prompt prompt) {
        var text = WRAPPED.matcher(prompt.text().strip()).replaceAll("$1 ");
        return switch (prompt.channel()) {
            case EMAIL -> mail(text);
            case NEWS -> news(text);
            default -> new Letter("", text);
        };
    }

    private static Letter mail(String text) {
        var lines = text.lines().toList();
        var at = lines.stream().filter(Letter::isSubject).findFirst().map(lines::indexOf);
        return at.map(line -> new Letter(
                        lines.get(line)
                                .substring(lines.get(line).indexOf(':') + 1)
                                .strip(),
                        without(lines, line)))
                .orElse(new Letter("", text));
    }

    private static boolean isSubject(String line) {
        return line.startsWith(SUBJECT) || line.startsWith(BETREFF);
    }

    private static String without(List<String> lines, int line) {
        var before = String.join("\n", lines.subList(0, line));
        var after = String.join("\n", lines.subList(line + 1, lines.size()));
        return (before + "\n" + after).strip();
    }

    private static Letter news(String text) {
        var headline = text.lines().findFirst().orElse("").strip();
        return new Letter(
                headline,
                text.substring(Math.min(text.length(), headline.length())).strip());
    }
}
