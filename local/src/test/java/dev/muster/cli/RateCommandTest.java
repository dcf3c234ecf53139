package dev.muster.cli;

import static dev.muster.cli.Ran.muster;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.scenario.Criterion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void eachMessageGetsALineInTheSameOrderWithTheWordsAsEvidence() throws IOException {
        var file = write(
                "{\"id\":\"z\",\"channel\":\"sms\",\"context\":\"\",\"text\":\"We are so sorry. Next update at 14:00.\"}",
                "",
                "{\"id\":\"a\",\"channel\":\"sms\",\"context\":\"\",\"text\":\"Es tut uns sehr leid, wir sind für Sie da.\"}");

        var ran = muster("rate", file);

        assertThat(ran.exit()).isZero();
        var lines = ran.out().lines().toList();
        assertThat(lines).hasSize(2);
        var first = JSON.readTree(lines.getFirst());
        assertThat(first.path("id").asText()).isEqualTo("z");
        assertThat(first.path("criteria").size()).isEqualTo(16);
        assertThat(first.path("criteria").path("apology").asBoolean()).isTrue();
        assertThat(first.path("criteria").path("blame").asBoolean(true)).isFalse();
        assertThat(first.path("evidence").path("apology").path(0).asText()).contains("sorry");
        assertThat(first.path("evidence").has("blame")).isFalse();
        var second = JSON.readTree(lines.getLast());
        assertThat(second.path("criteria").isEmpty()).isTrue();
        assertThat(second.path("remark").asText()).startsWith("not rated");
    }

    @Test
    void linesThatCannotBeReadAreNamedAllAtOnce() throws IOException {
        var ran = muster("rate", write("{\"id\":\"a\",\"text\":\"x\"}", "nonsense", "{\"id\":\"b\"}"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("messages.jsonl:2:1: no JSON", "messages.jsonl:3:1: expected a text as \"text\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"a\",\"text\":\"x\"} more | no JSON",
                "{\"id\":\"a\",\"text\":\"x\",\"context\":{}} | expected a text as \"context\"",
                "{\"id\":\"a\",\"text\":\"x\",\"shows\":{\"apology\":\"sorry\"}} | expected a list of words",
                "{\"id\":\"a\",\"text\":\"x\",\"shows\":{\"charm\":[]}} | expected one of [acknowledges",
            })
    void aLineThatIsAlmostRightIsNotGuessedAt(String line, String words) throws IOException {
        assertThat(muster("rate", write(line)).err()).contains("messages.jsonl:1:1: ", words);
    }

    @Test
    void aLineEndsWithANewlineAlone() throws IOException {
        var ran = muster("rate", write("\uFEFF{\"id\":\"a\",\"text\":\"Fine.\u2028We are sorry.\"}"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(1);
    }

    @Test
    void nothingIsMeasuredOnNothing() throws IOException {
        assertThat(muster("rate", "--evaluate", write("")).err())
                .contains("messages.jsonl:1:1: there is no message in it");
    }

    @Test
    void onlyOneThingIsDoneAtATime() throws IOException {
        assertThat(muster("rate", "--evaluate", "--corrections", write("")).exit())
                .isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        assertThat(muster("rate", folder.resolve("none")).exit()).isEqualTo(2);
    }

    @Test
    void theEvaluationHasAFigureForEachCriterionAndTheirMeans() throws IOException {
        var ran = muster(
                "rate",
                "--evaluate",
                write(
                        "{\"id\":\"a\",\"text\":\"We are so sorry.\",\"shows\":{\"apology\":[\"sorry\"]}}",
                        "{\"id\":\"b\",\"text\":\"What is your order number?\",\"shows\":{}}"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .containsPattern("apology +1 +1 +0 +0 +1\\.000 +1\\.000 +1\\.000 +1\\.000")
                .contains("macro F1", "mean kappa", "expected calibration error");
    }

    @Test
    void messagesWithoutLabelsCannotBeEvaluated() throws IOException {
        var ran = muster("rate", "--evaluate", write("{\"id\":\"a\",\"text\":\"x\"}"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("message 'a' has no labels");
    }

    @Test
    void whatAnEvaluatorCorrectedComesOutAsALabelledLine() throws IOException {
        var log = JSON.readTree(Path.of(System.getProperty("muster.root"), "docs/scoring-example.json")
                .toFile());
        var events = (ArrayNode) log.path("events");
        var rated = events.valueStream()
                .filter(entry -> entry.at("/event/type").asText().equals("message-rated"))
                .findFirst()
                .orElseThrow();
        var message = rated.at("/event/message").asText();
        var marks = (ObjectNode) rated.at("/event/marks");
        Stream.of(Criterion.values()).filter(one -> !marks.has(one.label())).forEach(one -> marks.putObject(one.label())
                .put("present", false)
                .put("probability", 0)
                .putArray("quotes"));
        var entry = (ObjectNode) rated.deepCopy();
        entry.put("id", "evaluation.ines.1");
        entry.putObject("event")
                .put("type", "mark-overruled")
                .put("by", "ines")
                .put("reason", "Ines heard it.")
                .putObject("ruling")
                .put("type", "on-criterion")
                .put("message", message)
                .put("criterion", "heated")
                .put("present", true);
        events.add(entry);
        var file = Files.writeString(folder.resolve("log.json"), log.toString());

        var ran = muster("rate", "--corrections", file);

        assertThat(ran.err()).isEmpty();
        var line = JSON.readTree(ran.out());
        assertThat(line.path("shows").has("heated")).isTrue();
        assertThat(line.path("text").asText()).isNotBlank();
        assertThat(ran.out()).doesNotContainIgnoringCase("ines").doesNotContain("m-", message);
    }

    @Test
    void correctionsOfWhatIsNoDrillAreAFinding() throws IOException {
        assertThat(muster("rate", "--corrections", write("{}")).exit()).isEqualTo(1);
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("messages.jsonl"), String.join("\n", lines));
    }
}
