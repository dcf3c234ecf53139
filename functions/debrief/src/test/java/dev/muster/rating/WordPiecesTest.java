package dev.muster.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.rating.WordPieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WordPiecesTest {

    private static final WordPieces PIECES = WordPieces.load("pieces.txt");

    /** The file was written by the tokenizer with which the network was trained. */
    @TestFactory
    Stream<DynamicTest> theNetworkReadsWhatItWasTrainedOn() throws IOException {
        try (var in = getClass().getResourceAsStream("word-pieces.jsonl")) {
            var json = JsonMapper.builder().build();
            var tests = new ArrayList<DynamicTest>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var expected = json.readTree(line);
                tests.add(DynamicTest.dynamicTest(expected.path("text").toString(), () -> same(expected)));
            }
            return tests.stream();
        }
    }

    private static void same(JsonNode expected) {
        var text = expected.path("text").asText();
        var pieces = PIECES.of(text);

        assertThat(pieces).extracting(Piece::id).isEqualTo(list(expected.path("ids"), JsonNode::asInt));
        assertThat(pieces)
                .extracting(piece -> text.substring(piece.start(), piece.end()))
                .isEqualTo(list(expected.path("words"), JsonNode::asText));
    }

    private static <T> List<T> list(JsonNode array, java.util.function.Function<JsonNode, T> of) {
        var list = new ArrayList<T>();
        array.forEach(one -> list.add(of.apply(one)));
        return list;
    }

    @Property(tries = 300)
    void thePiecesOfAnyTextStandInItOneAfterTheOther(@ForAll String text) {
        var last = 0;
        for (var piece : PIECES.of(text)) {
            assertThat(piece.start()).isGreaterThanOrEqualTo(Math.min(last, piece.start()));
            assertThat(piece.end()).isBetween(piece.start() + 1, text.length());
            last = piece.end();
        }
    }
}
