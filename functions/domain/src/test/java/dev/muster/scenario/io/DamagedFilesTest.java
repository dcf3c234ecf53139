package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to a file, a trainer gets an answer with a place in the file, never a stack trace. */
class DamagedFilesTest {

    private static final Path LIBRARY = Path.of(System.getProperty("muster.root"), "scenarios");

    private static final List<String> FILES = List.of(
            "plans/default.yaml", "data-breach/scenario.yaml", "data-breach/responses/poor.yaml", "teams/crew.yaml");

    private static final List<String> SPLINTERS = List.of(
            "\"", "'", "\t", "\n", ": ", "- ", "[", "{", "}", "&a ", "*a", "!!x ", "#", "|", ">", "%", "\u0000", "🌊",
            "? ", "---\n", "...\n", "<<: ", "\\", "~", "null", "1e999", "PT", "P1Y", "-PT5M", "\uFEFF", "\u2028");

    private static final List<JsonNode> WRONG_VALUES = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(1e300),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("P99999999999999D"),
            JsonNodeFactory.instance.textNode("startex"),
            JsonNodeFactory.instance.textNode("checked"),
            JsonNodeFactory.instance.textNode("holding-statement"),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode().add(1).add("legal"),
            JsonNodeFactory.instance.objectNode().put("step-done", "x").put("not", 1),
            JsonNodeFactory.instance.objectNode().put("id", "x"));

    private static Path folder;

    @BeforeContainer
    static void aFolder() throws IOException {
        folder = Files.createTempDirectory("damaged");
    }

    @AfterContainer
    static void noFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("damaged.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 100)
    void aFileWithLettersGoneOrAddedIsAnswered(@ForAll("files") String file, @ForAll Random random) {
        var text = new StringBuilder(text(file));
        for (var wounds = random.nextInt(1, 4); wounds > 0; wounds--) {
            var start = random.nextInt(text.length());
            var end = Math.min(text.length(), start + random.nextInt(6));
            text.replace(start, end, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
        isAnswered(text.toString().getBytes(UTF_8));
    }

    @Property(tries = 50)
    void aFileWithBytesChangedIsAnswered(@ForAll("files") String file, @ForAll Random random) {
        var bytes = text(file).getBytes(UTF_8);
        for (var wounds = random.nextInt(1, 4); wounds > 0; wounds--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        isAnswered(bytes);
    }

    @Property(tries = 150)
    void aFileWithValuesExchangedIsAnswered(@ForAll("files") String file, @ForAll Random random) {
        var root = Document.of(file, text(file).getBytes(UTF_8)).root();
        for (var wounds = random.nextInt(1, 4); wounds > 0; wounds--) {
            exchange(root, random);
        }
        isAnswered(root.toString().getBytes(UTF_8));
    }

    private static void exchange(JsonNode root, Random random) {
        var holders = new ArrayList<JsonNode>();
        collectHolders(root, holders);
        var value = WRONG_VALUES.get(random.nextInt(WRONG_VALUES.size()));
        switch (holders.get(random.nextInt(holders.size()))) {
            case ArrayNode list -> list.set(random.nextInt(list.size()), value.deepCopy());
            case ObjectNode object -> {
                var keys = new ArrayList<String>();
                object.fieldNames().forEachRemaining(keys::add);
                var key = keys.get(random.nextInt(keys.size()));
                if (random.nextInt(4) == 0) {
                    object.remove(key);
                } else {
                    object.set(key, value.deepCopy());
                }
            }
            case JsonNode other -> throw new IllegalStateException("holds nothing: " + other);
        }
    }

    private static void collectHolders(JsonNode node, List<JsonNode> holders) {
        if (!node.isEmpty()) {
            holders.add(node);
        }
        node.forEach(child -> collectHolders(child, holders));
    }

    private static void isAnswered(byte[] bytes) {
        var file = folder.resolve("damaged.yaml");
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var lines = new String(bytes, UTF_8).split("\\R", -1).length;
        assertThat(Validation.validate(List.of(file), Library.at(LIBRARY))).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.line()).isBetween(1, lines + 1);
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).isNotBlank().doesNotContain("\n").hasSizeLessThan(2_000);
        });
    }

    private static String text(String file) {
        try {
            return Files.readString(LIBRARY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }
}
