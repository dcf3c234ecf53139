package dev.muster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.drill.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words GERMAN = Words.of(Locale.GERMAN);
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern FACT = Pattern.compile("\\{\\d");

    @Test
    void theBrowserChoosesTheLanguage() {
        assertThat(Words.preferred("de-CH,de;q=0.9,en;q=0.8").language()).isEqualTo("de");
        assertThat(Words.preferred("fr, en;q=0.3, de;q=0.7").language()).isEqualTo("de");
        assertThat(Words.preferred("fr").language()).isEqualTo("en");
        assertThat(Words.preferred("de;q=0").language()).isEqualTo("en");
        assertThat(Words.preferred(";;;=").language()).isEqualTo("en");
    }

    @Test
    void bothLanguagesSayTheSameThingsOfTheSameFacts() {
        assertThat(GERMAN.keys()).containsExactlyInAnyOrderElementsOf(Words.ENGLISH.keys());
        assertThat(Words.ENGLISH.keys()).allSatisfy(key -> {
            assertThat(facts(GERMAN.pattern(key))).as(key).isEqualTo(facts(Words.ENGLISH.pattern(key)));
            assertThat(new MessageFormat(GERMAN.pattern(key)).format(new Object[] {1, 2, 3, 4, 5}))
                    .as(key)
                    .isNotBlank();
        });
    }

    private static TreeSet<String> facts(String pattern) {
        var facts = new TreeSet<String>();
        FACT.matcher(pattern).results().forEach(it -> facts.add(it.group()));
        return facts;
    }

    /** A page that says what nobody wrote would fail only when somebody opens it. */
    @Test
    void whatPagesSaySomebodyWrote() throws IOException {
        var live = Path.of(System.getProperty("muster.root")).resolve("functions/live/src/main");
        try (var files = Files.walk(live)) {
            for (var file :
                    files.filter(Files::isRegularFile).filter(WordsTest::speaks).toList()) {
                assertThat(said(Files.readString(file))).as(file.toString()).isSubsetOf(Words.ENGLISH.keys());
            }
        }
    }

    private static boolean speaks(Path file) {
        return Stream.of(".jte", ".java").anyMatch(file.toString()::endsWith);
    }

    private static TreeSet<String> said(String source) {
        var keys = new TreeSet<String>();
        SAID.matcher(source).results().forEach(it -> keys.add(it.group(1)));
        return keys;
    }

    @Test
    void whatNobodyWroteIsAnErrorAndNotAnEmptyPlace() {
        assertThatThrownBy(() -> Words.ENGLISH.say("no.such.words"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.words");
    }

    @Test
    void timesAndNumbersAreWrittenAsTheLanguageWritesThem() {
        var at = Instant.parse("2026-11-22T13:05:00Z");
        var zone = ZoneId.of("Europe/Berlin");
        assertThat(Words.ENGLISH.time(at, zone)).isEqualTo("14:05");
        assertThat(GERMAN.dateAndTime(at, zone)).contains("22.11.2026", "14:05");
        assertThat(Words.ENGLISH.duration(Duration.ofSeconds(119))).isEqualTo("1 min");
        assertThat(GERMAN.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfTheReader() {
        var refusal = new Refusal("wrong-link", List.of());
        assertThat(Words.ENGLISH.say(refusal)).isEqualTo("Your link does not let you do this.");
        assertThat(GERMAN.say(refusal)).isEqualTo("Ihr Link erlaubt das nicht.");
    }
}
