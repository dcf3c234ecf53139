package dev.muster.cli;

import dev.muster.drill.io.DrillExport;
import dev.muster.drill.io.MalformedJson;
import dev.muster.rating.Evaluation;
import dev.muster.rating.LexicalRater;
import dev.muster.rating.TrainedRater;
import dev.muster.rating.WrittenMessage;
import dev.muster.scoring.Corrections;
import dev.muster.scoring.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rate",
        description = {
            "Reads messages and says which of the sixteen criteria each shows, with the words that show it; offline.",
            "FILE has a message a line: {\"id\", \"channel\", \"context\", \"text\"}. Each gets a line in the same order:"
                    + " {\"id\", \"criteria\", \"evidence\", \"probability\"}, with \"unsure\" where a person should confirm,"
                    + " and a \"remark\" where a message could not be rated or looks padded."
        },
        mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "Messages, one JSON object a line; or, with --corrections, a drill's log.")
    private Path file;

    @ArgGroup
    private Instead instead = new Instead();

    @Spec
    private CommandSpec spec;

    /** What is done instead of rating; one at a time. */
    private static final class Instead {
        @Option(
                names = "--evaluate",
                description =
                        "FILE is labelled (\"shows\" in each line): prints how well the rater agrees with the labels.")
        private boolean evaluate;

        @Option(
                names = "--corrections",
                description =
                        "FILE is an exported drill (LOG.json): prints the messages whose marks an evaluator corrected,"
                                + " as labelled lines to train on.")
        private boolean corrections;

        @Option(
                names = "--rules",
                hidden = true,
                description = "Prints what the wording rules alone see: a sign that the training program weighs.")
        private boolean rules;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        if (instead.corrections) {
            print(corrected());
        } else if (instead.rules) {
            print(seenByRules());
        } else if (instead.evaluate) {
            print(evaluated());
        } else {
            print(rated());
        }
        return CommandLine.ExitCode.OK;
    }

    private List<String> rated() throws IOException {
        var rater = new TrainedRater();
        return messages().stream()
                .map(message -> RatedLine.of(message.id(), rater.rate(message.text(), message.context())))
                .toList();
    }

    private List<String> evaluated() throws IOException {
        var rater = new TrainedRater();
        var evaluation = new Evaluation();
        var number = 0;
        var messages = messages();
        if (messages.isEmpty()) {
            throw new Finding("%s:1:1: there is no message in it".formatted(file));
        }
        for (var message : messages) {
            number++;
            var labels = message.shows()
                    .orElseThrow(() ->
                            new Finding("%s: message '%s' has no labels (\"shows\")".formatted(file, message.id())));
            evaluation.add(labels, rater.rate(message.text(), message.context()));
        }
        return EvaluationTable.of(rater.version(), number, evaluation);
    }

    private List<String> seenByRules() throws IOException {
        var lexical = new LexicalRater();
        return messages().stream()
                .map(message -> RatedLine.of(message.id(), Reading.of(lexical.rate(message.text()))))
                .toList();
    }

    private List<String> corrected() throws IOException {
        try {
            var export = DrillExport.read(text());
            return Corrections.of(export.plan(), export.scenario(), export.events()).stream()
                    .map(one -> RatedLine.of(export.drill().id(), one))
                    .toList();
        } catch (MalformedJson e) {
            throw new Finding("%s:1:1: %s".formatted(file, e.getMessage()));
        }
    }

    /** All that cannot be read are told at once. */
    private List<WrittenMessage> messages() throws IOException {
        // A text may have line separators of Unicode in it; a line ends with a newline alone.
        var lines = text().lines().toList();
        var messages = new ArrayList<WrittenMessage>();
        var wrong = new ArrayList<String>();
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                try {
                    messages.add(WrittenMessage.parse(line));
                } catch (IllegalArgumentException e) {
                    wrong.add("%s:%d:1: %s".formatted(file, number, e.getMessage()));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new Finding(wrong);
        }
        return messages;
    }

    private String text() throws IOException {
        try {
            return withoutMark(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new Finding("%s:1:1: not UTF-8 text".formatted(file));
        }
    }

    /** Without the mark that some editors put before a text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }
}
