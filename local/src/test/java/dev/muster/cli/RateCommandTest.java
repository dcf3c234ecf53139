package dev.muster.cli;

import static dev.muster.cli.Ran.muster;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        var entry = rated.deepCopy();
        ((ObjectNode) entry).put("id", "overruled").put("at", "2100-01-01T00:00:00Z");
        var event = (ObjectNode) entry.path("event");
        event.put("rater", "evaluator");
        event.putObject("marks")
                .putObject("heated")
                .put("present", true)
                .put("probability", 1)
                .putArray("quotes")
                .add("so");
        events.add(entry);
        var file = Files.writeString(folder.resolve("log.json"), log.toString());

        var ran = muster("rate", "--corrections", file);

        assertThat(ran.err()).isEmpty();
        var line = JSON.readTree(ran.out());
        assertThat(line.path("id").asText()).endsWith("-" + message);
        assertThat(line.path("shows").path("heated").path(0).asText()).isEqualTo("so");
        assertThat(line.path("text").asText()).isNotBlank();
        assertThat(line.path("author").asText()).doesNotContain("m-");
    }

    @Test
    void correctionsOfWhatIsNoDrillAreAFinding() throws IOException {
        assertThat(muster("rate", "--corrections", write("{}")).exit()).isEqualTo(1);
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("messages.jsonl"), String.join("\n", lines));
    }
}
