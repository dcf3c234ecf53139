package dev.muster.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.muster.drill.io.DrillExport;
import dev.muster.drill.io.MalformedJson;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.Scorer;
import dev.muster.scoring.io.ScorecardJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "score", description = "Scores an exported drill again, offline.", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    private static final long MAX_BYTES = 100L * 1024 * 1024;

    @Parameters(
            paramLabel = "LOG.json",
            description = "Scenario, plan and events in one file, as the API exports them.")
    private Path file;

    @Option(names = "--json", description = "Prints the whole scorecard as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no file '%s'.".formatted(file));
        }
        var export = read();
        var scorecard = Scorer.score(export.plan(), export.scenario(), export.events());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(ScorecardJson.write(scorecard));
        } else {
            print(scorecard, out);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private DrillExport read() throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw finding("%,d bytes, at most %,d".formatted(Files.size(file), MAX_BYTES));
        }
        try {
            return DrillExport.read(Files.readString(file));
        } catch (MalformedJson e) {
            throw finding(e);
        } catch (CharacterCodingException e) {
            throw finding("not UTF-8 text; expected an exported drill (JSON)");
        }
    }

    /** A syntax error has its line and column; a wrong value is named by its path in the document. */
    private Finding finding(MalformedJson malformed) {
        if (malformed.getCause() instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            var at = syntax.getLocation();
            return finding(at.getLineNr(), at.getColumnNr(), withoutParser(syntax.getOriginalMessage()));
        }
        return finding(malformed.getMessage());
    }

    private Finding finding(String words) {
        return finding(1, 1, words);
    }

    private Finding finding(int line, int column, String words) {
        return new Finding("%s:%d:%d: %s".formatted(file, line, column, words));
    }

    /** What the parser says of the text, and not what it says of itself. */
    private static String withoutParser(String words) {
        return words.replaceAll(" \\(start marker at .*", "");
    }

    private static void print(Scorecard scorecard, PrintWriter out) {
        var rating = scorecard.rating().map(it -> it.label()).orElse("-");
        out.printf(
                Locale.ROOT,
                "%s, version %d, against the plan '%s', version %d%s (scorer %s, %d entries)%n",
                scorecard.scenario(),
                scorecard.scenarioVersion(),
                scorecard.plan(),
                scorecard.planVersion(),
                scorecard.defaultPlan() ? ", Muster's default plan and not your own" : "",
                scorecard.scorer(),
                scorecard.revision());
        for (var objective : scorecard.objectives()) {
            var mark = objective.rating().map(it -> it.label()).orElse("-");
            var score = objective.score().map("%.1f"::formatted).orElse("-");
            out.printf(Locale.ROOT, "  %s  %5s  %s%n", mark, score, objective.title());
        }
        out.printf(
                Locale.ROOT,
                "score %.1f rating %s %s%n",
                scorecard.score(),
                rating,
                scorecard.status().label());
    }
}
