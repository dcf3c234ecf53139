package dev.muster.scoring.io;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.drill.io.MalformedJson;
import dev.muster.drill.io.RecordJson;
import dev.muster.scoring.Scorecard;

/** A scorecard as JSON, for the store, the API and {@code ./muster score --json}. Points are written unrounded. */
public final class ScorecardJson {

    private static final RecordJson<Scorecard> SCORECARD = RecordJson.of(Scorecard.class);

    private ScorecardJson() {}

    public static String write(Scorecard scorecard) {
        return SCORECARD.write(scorecard);
    }

    public static JsonNode writeTree(Scorecard scorecard) {
        return SCORECARD.writeTree(scorecard);
    }

    /** On several lines, for people. */
    public static String writePretty(Scorecard scorecard) {
        return RecordJson.text(SCORECARD.writeTree(scorecard), true);
    }

    /** @throws MalformedJson if the text is no scorecard of this version */
    public static Scorecard read(String json) {
        return SCORECARD.read(json);
    }
}
