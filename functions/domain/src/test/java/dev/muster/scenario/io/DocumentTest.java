package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void everyValueKnowsWhereItStands() {
        var document = read("""
                title: Water in the cellar
                roles: [crisis-lead, communications]
                injects:
                  - id: water
                    text: |
                      It rises.
                """);
        assertThat(document.placeOf(new Pointer("/title"))).isEqualTo(new Place(1, 8));
        assertThat(document.placeOfKey(new Pointer("/title"))).isEqualTo(new Place(1, 1));
        assertThat(document.placeOf(new Pointer("/roles/1"))).isEqualTo(new Place(2, 22));
        assertThat(document.placeOf(new Pointer("/injects/0"))).isEqualTo(new Place(4, 5));
        assertThat(document.placeOf(new Pointer("/injects/0/text"))).isEqualTo(new Place(5, 11));
        assertThat(document.placeOfKey(new Pointer("/injects/0/text"))).isEqualTo(new Place(5, 5));
    }

    @Test
    void whatIsMissingIsPlacedWhereItWouldStand() {
        assertThat(read("a:\n  b: 1\n").placeOf(new Pointer("/a/c/d"))).isEqualTo(new Place(2, 3));
    }

    @Test
    void columnsCountCharactersWhateverTheirScript() {
        var document = read("{\"שלום\": 1, \"👩‍👧 🏴\": 2}");
        assertThat(document.placeOf(new Pointer("/שלום"))).isEqualTo(new Place(1, 10));
        assertThat(document.placeOf(new Pointer("/👩‍👧 🏴"))).isEqualTo(new Place(1, 22));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "aa"})
    void anEmojiMayLieAnywhere(String before) {
        var text = before + "🌊".repeat(5_000);
        assertThat(read("text: " + text).root().path("text").textValue()).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        var document = read("\uFEFFtitle: Water\n");
        assertThat(document.root().path("title").textValue()).isEqualTo("Water");
        assertThat(document.placeOf(new Pointer("/title"))).isEqualTo(new Place(1, 8));
    }

    @Test
    void jsonIsReadAsWell() {
        var document = read("{\n\t\"title\": \"\\ud83d\\ude00 \\/\",\n\t\"version\":1\n}\n");
        assertThat(document.root().path("title").textValue()).isEqualTo("😀 /");
        assertThat(document.root().path("version").intValue()).isEqualTo(1);
        assertThat(document.placeOf(new Pointer("/version"))).isEqualTo(new Place(3, 12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-09-01 | "2026-09-01"
                    12:30      | "12:30"
                    PT5M       | "PT5M"
                    yes        | "yes"
                    off        | "off"
                    1_000      | "1_000"
                    010        | 10
                    0x1F       | 31
                    -7         | -7
                    1.5        | 1.5
                    3e2        | 300.0
                    True       | true
                    ~          | null
                    '"true"'   | "true"
                    !!str 7    | "7"
                    12345678901234567890 | 12345678901234567890
                    """)
    void plainWordsHaveTheTypesOfYaml12(String written, String read) {
        assertThat(read("a: " + written).root().path("a").toString()).isEqualTo(read);
    }

    @Test
    void anAliasStandsForItsValueAndIsPlacedWhereItStands() {
        var document = read("""
                one: &times [PT1M, PT2M]
                two: *times
                """);
        assertThat(document.root().path("two").toString()).isEqualTo("[\"PT1M\",\"PT2M\"]");
        assertThat(document.placeOf(new Pointer("/two/1"))).isEqualTo(new Place(2, 6));
    }

    @Test
    void anAliasBombIsRefusedAtTheAliasThatGoesTooFar() {
        var bomb = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var level = 1; level < 10; level++) {
            var aliases = String.join(", ", Collections.nCopies(10, "*a" + (level - 1)));
            bomb.append("a%1$d: &a%1$d [%2$s]\n".formatted(level, aliases));
        }
        assertThat(refusalOf(bomb.toString()))
                .containsExactly("any.yaml:6:20: with alias *a4 the file stands for more than 1,048,576 characters;"
                        + " write out what is needed");
    }

    @Test
    void aLongTextBehindManyAliasesIsABombToo() {
        var bomb = "text: &text " + "x".repeat(500_000) + "\nmore: [*text, *text]\n";
        assertThat(refusalOf(bomb))
                .containsExactly("any.yaml:2:15: with alias *text the file stands for more than 1,048,576 characters;"
                        + " write out what is needed");
    }

    @Test
    void aliasesCannotBuildWhatIsTooDeep() {
        var text = new StringBuilder("a0: &a0 [ha]\n");
        for (var level = 1; level < 100; level++) {
            text.append("a%1$d: &a%1$d [*a%2$d]\n".formatted(level, level - 1));
        }
        assertThat(refusalOf(text.toString()))
                .containsExactly("any.yaml:32:12: values nest deeper than 32 levels; write it flatter");
    }

    @Test
    void anAliasWithinItsOwnValueIsRefused() {
        assertThat(refusalOf("a: &a\n  b: *a\n"))
                .containsExactly("any.yaml:2:6: alias *a, but no value before it is marked &a");
    }

    @Test
    void whatNestsTooDeepIsRefused() {
        assertThat(refusalOf("[".repeat(100_000)))
                .containsExactly("any.yaml:1:34: values nest deeper than 32 levels; write it flatter");
    }

    @Test
    void doubleKeysAndKeysThatAreNoTextAreAllReported() {
        var document = read("a: 1\n7: 2\na: 3\n\"a\": 4\n");
        assertThat(document.flaws())
                .extracting(Problem::toString)
                .containsExactly(
                        "any.yaml:2:1: a key must be text, found 7; write \"7\" in quotes",
                        "any.yaml:3:1: key \"a\" again, first on line 1; keep one of them",
                        "any.yaml:4:1: key \"a\" again, first on line 1; keep one of them");
    }

    @Test
    void tagsAreRefused() {
        assertThat(read("a: !!java.net.URL [x]\nb: !mine x\n").flaws())
                .extracting(Problem::toString)
                .containsExactly(
                        "any.yaml:1:4: tag !!java.net.URL is not understood; remove it",
                        "any.yaml:2:4: tag !mine is not understood; remove it");
    }

    @Test
    void numbersWithoutAValueAreRefused() {
        assertThat(read("a: .inf\nb: 1e999\n").flaws())
                .extracting(Problem::toString)
                .containsExactly(
                        "any.yaml:1:4: .inf is no number that can be used here",
                        "any.yaml:2:4: 1e999 is no number that can be used here");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(refusalOf("a: 1\n---\nb: 2\n"))
                .containsExactly("any.yaml:2:1: a second document starts here; give each a file of its own");
    }

    @Test
    void aKeyMustBeText() {
        assertThat(refusalOf("? [a, b]\n: 1\n"))
                .containsExactly("any.yaml:1:3: a key must be text, found a list, a mapping or an alias");
    }

    @Test
    void bytesThatAreNoUtf8AreNamedWithTheirPlace() {
        var latin1 = "title: A\nfrom: Zoë\n".getBytes(ISO_8859_1);
        var refusal = catchThrowableOfType(InvalidDocument.class, () -> Document.of("latin.yaml", latin1));
        assertThat(refusal)
                .hasMessage("latin.yaml:2:9: not UTF-8 text: byte 0xEB at offset 17; save the file as UTF-8");
    }

    @Test
    void textThatEndsWithinACharacterIsNoUtf8() {
        var cut = Arrays.copyOf("a: é".getBytes(UTF_8), 4);
        var refusal = catchThrowableOfType(InvalidDocument.class, () -> Document.of("cut.yaml", cut));
        assertThat(refusal).hasMessage("cut.yaml:1:4: not UTF-8 text: byte 0xC3 at offset 3; save the file as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
                    a:⏎→b: 1             ¦ 2:1: a tab cannot indent YAML; use spaces
                    a: "open⏎b: 2        ¦ 1:4: the quote that opens here is never closed; close it
                    a: 'open             ¦ 1:4: the quote that opens here is never closed; close it
                    a: @lice             ¦ 1:4: text cannot begin with @; put it in quotes
                    a: "c:\\Users"       ¦ 1:9: the escape here is cut short; write \\\\ for a backslash, or use single quotes
                    a: "c:\\qsers"       ¦ 1:8: \\q means nothing in double quotes; write \\\\q, or use single quotes
                    a: [1, 2⏎b: 3        ¦ 1:4: the bracket that opens here is not closed, or a comma is missing behind one of its values
                    a: {b: 1⏎            ¦ 1:4: the bracket that opens here is not closed, or a comma is missing behind one of its values
                    a: b: c              ¦ 1:5: no value can begin at this colon; indent the line like its neighbours, or put text that holds a colon in quotes
                    a:⏎  b: 1⏎ c: 2      ¦ 3:2: this belongs to nothing above; indent it like its neighbours, and look for a quote too many
                    a: 'it's'            ¦ 1:8: this belongs to nothing above; indent it like its neighbours, and look for a quote too many
                    a: 1⏎b               ¦ 2:1: a key without a value; write "key: value", with a space after the colon
                    a: 1⏎...⏎b           ¦ 3:1: nothing may follow the end of the document; remove it
                    a: >b⏎  c            ¦ 1:5: only + or - and one digit may follow | or >; begin the text on the next line
                    """)
    void badYamlIsExplainedWhereItBegins(String yaml, String expected) {
        var text = yaml.replace('⏎', '\n').replace('→', '\t');
        assertThat(refusalOf(text)).containsExactly("any.yaml:" + expected);
    }

    @Test
    void controlCharactersAreRefusedWhereTheyStand() {
        assertThat(refusalOf("a: 1\nb: x\u0007\n"))
                .containsExactly("any.yaml:2:5: character U+0007 cannot stand in a text file; remove it");
    }

    private static Document read(String text) {
        return Document.of("any.yaml", text.getBytes(UTF_8));
    }

    private static List<String> refusalOf(String text) {
        return catchThrowableOfType(InvalidDocument.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
