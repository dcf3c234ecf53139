package dev.muster.scenario.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Digits in groups, with what stands between them.
 *
 * @param text the whole text
 * @param spans where each group stands
 */
record Digits(String text, List<Span> spans) {

    private static final Pattern GROUP = Pattern.compile("\\d+");

    /** As much as somebody writes between "call" and the number. */
    private static final int LOOK_BACK = 40;

    record Span(int start, int end) {}

    static Digits of(String text, int start, int end) {
        var groups = new ArrayList<Span>();
        GROUP.matcher(text)
                .region(start, end)
                .results()
                .forEach(group -> groups.add(new Span(group.start(), group.end())));
        return new Digits(text, groups);
    }

    int groups() {
        return spans.size();
    }

    Digits part(int first, int last) {
        return new Digits(text, spans.subList(first, last + 1));
    }

    /** Where it begins, with the bracket or plus in front. */
    int start() {
        var start = spans.getFirst().start();
        while (start > 0 && "+(".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    int end() {
        return spans.getLast().end();
    }

    boolean plus() {
        return text.substring(start(), spans.getFirst().start()).contains("+");
    }

    String written() {
        return text.substring(spans.getFirst().start(), end());
    }

    /** The groups with one space between them. */
    String spaced() {
        return String.join(" ", parts());
    }

    /** Without what stands between them, and without a zero in brackets: +44 (0)20 is +44 20. */
    String digits() {
        var written = written();
        return plus()
                ? written.replaceFirst("^(\\d{1,3}) ?\\(0\\)", "$1").replaceAll("\\D", "")
                : written.replaceAll("\\D", "");
    }

    /** What stands before it on its line. */
    String before() {
        var before = text.substring(Math.max(0, start() - LOOK_BACK), start());
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private List<String> parts() {
        return spans.stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
