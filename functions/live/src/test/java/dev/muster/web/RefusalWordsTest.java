package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a responder is refused has words in each language. */
class RefusalWordsTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyCodeOfTheRulesHasWords(String language) throws IOException {
        assertThat(codes()).hasSizeGreaterThan(15);
        var words = Words.of(Locale.of(language));
        assertThat(codes()).allSatisfy(code -> assertThat(words.say(new Refusal(code, List.of("a", "b"))))
                .isNotBlank()
                .doesNotContain("{"));
    }

    @Test
    void factsStandInTheWords() {
        var refusal = new Refusal("too-long", List.of(4_000, 4_001));
        assertThat(Words.of(Locale.ENGLISH).say(refusal)).isEqualTo("At most 4,000 characters, found 4,001.");
        assertThat(Words.of(Locale.GERMAN).say(refusal)).isEqualTo("Höchstens 4.000 Zeichen, gefunden 4.001.");
    }

    private static List<String> codes() throws IOException {
        var rules = Path.of(System.getProperty("muster.root"))
                .resolve("functions/domain/src/main/java/dev/muster/drill/respond");
        try (var files = Files.list(rules)) {
            return files.flatMap(RefusalWordsTest::codesIn).distinct().toList();
        }
    }

    private static Stream<String> codesIn(Path file) {
        try {
            return CODE.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
