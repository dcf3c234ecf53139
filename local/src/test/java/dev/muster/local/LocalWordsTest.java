package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** As the words of the live pages. */
class LocalWordsTest {

    private static final Words.Book BOOK = Words.Book.beside(LocalCloud.class);
    private static final Pattern SAID = Pattern.compile("\\bview\\(?\\)?\\.say\\([^\")]*\"([a-z0-9.-]+[a-z0-9])\"[,)]");
    private static final Pattern FACT = Pattern.compile("\\{\\d");

    @Test
    void bothLanguagesSayTheSameThingsOfTheSameFacts() {
        assertThat(BOOK.german().keys())
                .containsExactlyInAnyOrderElementsOf(BOOK.english().keys());
        assertThat(BOOK.english().keys())
                .allSatisfy(key -> assertThat(facts(BOOK.german().pattern(key)))
                        .as(key)
                        .isEqualTo(facts(BOOK.english().pattern(key))));
    }

    private static TreeSet<String> facts(String pattern) {
        var facts = new TreeSet<String>();
        FACT.matcher(pattern).results().forEach(it -> facts.add(it.group()));
        return facts;
    }

    @Test
    void whatPagesSaySomebodyWrote() throws IOException {
        var main = Path.of(System.getProperty("muster.root")).resolve("local/src/main");
        var said = new TreeSet<String>();
        try (var files = Files.walk(main)) {
            for (var file :
                    files.filter(it -> it.toString().matches(".*\\.(jte|java)")).toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(it -> said.add(it.group(1)));
            }
        }
        assertThat(said).hasSizeGreaterThan(20).isSubsetOf(BOOK.english().keys());
    }
}
