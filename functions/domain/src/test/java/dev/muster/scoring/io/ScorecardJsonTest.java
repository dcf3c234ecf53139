package dev.muster.scoring.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.AnyValue;
import dev.muster.scoring.Scorecard;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScorecardJsonTest {

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void aScorecardReadsBackAsItWasWritten(@ForAll("scorecards") Scorecard scorecard) {
        assertThat(ScorecardJson.read(ScorecardJson.write(scorecard))).isEqualTo(scorecard);
        assertThat(ScorecardJson.read(ScorecardJson.writePretty(scorecard))).isEqualTo(scorecard);
    }

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return AnyValue.of(Scorecard.class);
    }
}
