package dev.muster.scenario.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.regex.Pattern;

/** A value of a document that a rule looks at. A rule that finds it wanting rejects it there. */
final class Spot {

    private final Document document;
    private final Pointer at;
    private final Collection<Problem> problems;

    /** @param problems takes what is rejected */
    Spot(Document document, Collection<Problem> problems) {
        this(document, Pointer.ROOT, problems);
    }

    private Spot(Document document, Pointer at, Collection<Problem> problems) {
        this.document = document;
        this.at = at;
        this.problems = problems;
    }

    Spot in(String key) {
        return new Spot(document, at.to(key), problems);
    }

    Spot item(int index) {
        return new Spot(document, at.to(index), problems);
    }

    /** The item of this list that reads so. Sets do not keep their order, so that rules know no index. */
    Spot item(String text) {
        var items = node();
        for (var index = 0; index < items.size(); index++) {
            if (items.get(index).asText().equals(text)) {
                return item(index);
            }
        }
        return this;
    }

    /** The value at this JSON pointer, counted from here. */
    Spot at(String pointer) {
        return new Spot(document, new Pointer(at.text() + pointer), problems);
    }

    boolean has(String key) {
        return node().hasNonNull(key);
    }

    /** The value as its author wrote it. */
    String written() {
        return node().asText();
    }

    int line() {
        return document.placeOf(at).line();
    }

    /** Whether anything in the document was. */
    boolean rejected() {
        return problems.stream().anyMatch(Problem::isError);
    }

    void reject(String message) {
        problems.add(Problem.at(document.file(), document.placeOf(at), message));
    }

    /** Rejects the words {@code excerpt} within this text, at the line on which they stand. */
    void reject(String excerpt, String message) {
        problems.add(Problem.at(document.file(), document.placeOf(at, excerpt), message));
    }

    /** Says what its author would regret, without refusing it. */
    void warn(String message) {
        problems.add(Problem.warning(document.file(), document.placeOf(at), message));
    }

    /** Warns of the words {@code excerpt} within this text, at the line on which they stand. */
    void warn(String excerpt, String message) {
        problems.add(Problem.warning(document.file(), document.placeOf(at, excerpt), message));
    }

    /** Warns of the characters from {@code start} to {@code end} of this text, at the line on which they stand. */
    void warn(String text, int start, int end, String message) {
        var excerpt = text.substring(start, end);
        var before = text.substring(0, start).split(Pattern.quote(excerpt), -1).length - 1;
        problems.add(Problem.warning(document.file(), document.placeOf(at, excerpt, before), message));
    }

    void warnKey(String message) {
        problems.add(Problem.warning(document.file(), document.placeOfKey(at), message));
    }

    void rejectKey(String message) {
        problems.add(Problem.at(document.file(), document.placeOfKey(at), message));
    }

    private JsonNode node() {
        return document.root().at(at.text());
    }
}
