package dev.muster.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.scenario.Criterion;
import dev.muster.scenario.Filling;
import dev.muster.scenario.Responses;
import dev.muster.scenario.io.Library;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalRaterTest {

    private static final int LONG = 50_000;

    private final LexicalRater rater = new LexicalRater();

    @TestFactory
    Stream<DynamicTest> eachSentenceShowsWhatPeopleWouldSayItShows() throws Exception {
        try (var in = getClass().getResourceAsStream("sentences.txt")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(this::sentence);
        }
    }

    private DynamicTest sentence(String line) {
        var expected = line.startsWith("+");
        var parts = line.substring(1).split("\\|", 2);
        var criterion = Criterion.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
        var text = parts[1].strip();
        return DynamicTest.dynamicTest(line, () -> assertThat(shown(text).contains(criterion))
                .as("%s in: %s", criterion.label(), text)
                .isEqualTo(expected));
    }

    @Test
    void everyCriterionIsJudgedInEveryText() {
        assertThat(rater.rate("Hello.")).containsOnlyKeys(Criterion.values());
    }

    @Test
    void nothingIsFoundInAnEmptyText() {
        assertThat(shown("")).isEmpty();
        assertThat(shown(" \n\t ")).isEmpty();
    }

    @Test
    void theQuotesAreWordsOfTheTextAsItStands() {
        var text = "Hello all.\nWe’re so sorry — 1,200 of you were charged twice.  Next update at 10:30, here.";

        var marks = rater.rate(text);

        assertThat(marks.get(Criterion.APOLOGY).quotes()).containsExactly("We’re so sorry");
        assertThat(marks.values().stream().flatMap(mark -> mark.quotes().stream()))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(text).contains(quote));
    }

    @Property(tries = 300)
    void anyTextIsRatedWithQuotesFromIt(@ForAll @StringLength(max = 300) String text) {
        assertThat(rater.rate(text).values()).allSatisfy(mark -> {
            assertThat(mark.probability()).isBetween(0.0, 0.95);
            assertThat(mark.quotes()).allSatisfy(quote -> assertThat(text).contains(quote));
            assertThat(mark.present()).isEqualTo(!mark.quotes().isEmpty());
        });
    }

    @Test
    void aProbabilityIsOnTheSideOfItsMark() {
        assertThat(rater.rate("We are sorry. Our site is down since nine. No comment.")
                        .values())
                .allSatisfy(mark -> assertThat(mark.probability() > 0.5).isEqualTo(mark.present()));
    }

    @Test
    void theSameTextGetsTheSameMarks() {
        var text = "We're sorry that 1,200 of you were charged twice. Next update at ten.";

        assertThat(new LexicalRater().rate(text)).isEqualTo(rater.rate(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "sorry ",
                "we are ",
                "\"",
                "we we we, if ",
                "! ",
                "data ",
                "1 2 ",
                ".\n",
                "é",
                "we will call you "
            })
    void aVeryLongTextIsRatedInAMomentWhateverItRepeats(String part) {
        var text = part.repeat(LONG / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> rater.rate(text));
    }

    @Test
    void whatAStrangerSaidIsNotTheWriters() {
        assertThat(shown("> we are so sorry\n> this is your own fault, deal with it\nOur site is back."))
                .doesNotContain(Criterion.APOLOGY, Criterion.BLAME, Criterion.HEATED);
    }

    @Test
    void aMessageThatIsQuotedAsAWholeIsItsWriters() {
        assertThat(shown("\"We are so sorry, the site is down since nine.\"")).contains(Criterion.APOLOGY);
    }

    @Test
    void theRehearsedTeamSpeaksBetterThanTheUnrehearsedOne() {
        var library = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

        var good = external(library, "good");
        var poor = external(library, "poor");

        assertThat(share(good, true)).isGreaterThan(2 * share(poor, true));
        assertThat(share(poor, false)).isGreaterThan(5 * share(good, false));
    }

    @Test
    void aRuleThatCannotBeReadIsNamedByItsLine() {
        assertThatThrownBy(() -> RuleTable.parse("[apology]\n+ 0.8 sorry\n+ 0.8 {nobody}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("criteria.rules:3: ");
    }

    private Set<Criterion> shown(String text) {
        return rater.rate(text).entrySet().stream()
                .filter(mark -> mark.getValue().present())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Criterion.class)));
    }

    private List<String> external(Library library, String team) {
        return Filling.fill(library.responses("data-breach", team), library.scenario("data-breach")).answers().stream()
                .filter(answer -> answer.doing() instanceof Responses.Doing.Message)
                .map(answer -> (Responses.Doing.Message) answer.doing())
                .filter(message -> message.audience().external())
                .map(Responses.Doing.Message::text)
                .toList();
    }

    /** How many positive, or negative, criteria a message shows on average. */
    private double share(List<String> texts, boolean positive) {
        return texts.stream()
                .mapToLong(text -> shown(text).stream()
                        .filter(one -> one.positive() == positive)
                        .count())
                .average()
                .orElseThrow();
    }
}
