package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakAdviceTest {

    private final Library library = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

    @Test
    void aTextThatWasWrappedByHandIsNamedWithTheRemedy() {
        assertThat(warningsOf("""
                        Good morning, since a quarter past eight the pumps at the lower yard have
                        not answered. I have sent two people.
                        """))
                .singleElement()
                .asString()
                .contains(
                        "a line ends in the middle of a sentence",
                        "\"… the lower yard have\"",
                        "begin the text with >");
    }

    @Test
    void linesThatAreMeantAreLeftAlone() {
        assertThat(warningsOf("""
                        we ask you three things and need each of them answered before noon today:
                        a) who is in charge of the building at night, and where do we find them
                        b) where the key is
                        - how many people were in the building when the doors fell shut
                        @somebody.example: nobody. as ever
                        short lines, as in a chat
                        are fine
                        I have rung three times. You have not answered once, not even by a machine.
                        yours, Ada
                        """)).isEmpty();
    }

    @Test
    void noTextOfTheLibraryIsWrapped() {
        for (var id : library.scenarios()) {
            assertThat(library.scenario(id).injects())
                    .allSatisfy(inject -> assertThat(warningsOf(inject.text())).isEmpty());
        }
    }

    private List<Problem> warningsOf(String text) {
        var json = ScenarioFormat.write(library.scenario("micro-rumour"));
        ((ObjectNode) json.at("/injects/0")).put("text", text);
        var problems = new ArrayList<Problem>();
        LineBreakAdvice.sentencesAreWhole(
                new ScenarioRules.Script(ScenarioFormat.read(json), library.defaultPlan()),
                new Spot(Document.of("script.json", json.toString().getBytes(UTF_8)), problems));
        return problems;
    }
}
