package dev.muster.scenario.io;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in a trainer's words what the YAML parser says in a parser's. */
final class SyntaxError {

    /** The first entry whose pattern is found in the parser's words gives the message; $1 is the pattern's group. */
    private static final List<Entry> DICTIONARY = List.of(
            entry("found character '.t\\(TAB\\)'", "a tab cannot indent YAML; use spaces"),
            entry("found character '(.+?)' that cannot start", "text cannot begin with $1; put it in quotes"),
            entryAtOpening(
                    "quoted scalar\n.*unexpected end of stream", "the quote that opens here is never closed; close it"),
            entry(
                    "unknown escape character (.)",
                    "\\$1 means nothing in double quotes; write \\\\$1, or use single quotes"),
            entry(
                    "expected escape sequence",
                    "the escape here is cut short; write \\\\ for a backslash, or use single quotes"),
            entryAtOpening(
                    "flow sequence\n|flow mapping\n",
                    "the bracket that opens here is not closed, or a comma is missing behind one of its values"),
            entryAtOpening("simple key\n", "a key without a value; write \"key: value\", with a space after the colon"),
            entry(
                    "mapping values are not allowed here",
                    "no value can begin at this colon; indent the line like its neighbours, or put text that holds a colon in quotes"),
            entry(
                    "expected <block end>",
                    "this belongs to nothing above; indent it like its neighbours, and look for a quote too many"),
            entry("expected '<document start>'", "nothing may follow the end of the document; remove it"),
            entry("block scalar\n", "only + or - and one digit may follow | or >; begin the text on the next line"));

    private record Entry(Pattern parser, String trainer, boolean atOpening) {}

    private SyntaxError() {}

    static InvalidDocument in(SourceText source, YamlEngineException error) {
        return switch (error) {
            case MarkedYamlEngineException marked -> marked(source, marked);
            case ReaderException reader -> unprintable(source, reader);
            default -> new InvalidDocument(source.file(), Place.START, "not YAML 1.2: " + error.getMessage());
        };
    }

    private static InvalidDocument marked(SourceText source, MarkedYamlEngineException error) {
        var words = Optional.ofNullable(error.getContext()).orElse("") + "\n" + error.getProblem();
        for (var entry : DICTIONARY) {
            var found = entry.parser().matcher(words);
            if (found.find()) {
                var message = found.groupCount() == 0
                        ? entry.trainer()
                        : entry.trainer().replace("$1", found.group(1));
                return new InvalidDocument(source.file(), place(error, entry.atOpening()), message);
            }
        }
        return new InvalidDocument(
                source.file(), place(error, false), "not YAML: " + words.strip().replace("\n", ", "));
    }

    /** The parser notices a missing end only where it gives up; the place that helps is where the thing begins. */
    private static Place place(MarkedYamlEngineException error, boolean atOpening) {
        var mark = atOpening ? error.getContextMark() : Optional.<Mark>empty();
        return mark.or(error::getProblemMark).map(YamlComposer::place).orElse(Place.START);
    }

    private static InvalidDocument unprintable(SourceText source, ReaderException error) {
        var before = source.text().codePoints().limit(error.getPosition());
        var place =
                Place.after(before.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
        var message = "character U+%04X cannot stand in a text file; ".formatted(error.getCodePoint())
                + (error.getCodePoint() == 0 ? "this is a binary file" : "remove it");
        return new InvalidDocument(source.file(), place, message);
    }

    private static Entry entry(String parser, String trainer) {
        return new Entry(Pattern.compile(parser), trainer, false);
    }

    private static Entry entryAtOpening(String parser, String trainer) {
        return new Entry(Pattern.compile(parser), trainer, true);
    }
}
