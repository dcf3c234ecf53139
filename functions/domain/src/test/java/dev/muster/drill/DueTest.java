package dev.muster.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.AnyValue;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aKeyOfEachKindReadsBackAsWhatItWasMadeFrom(@ForAll("oneOfEachKind") List<Due> dues) {
        assertThat(dues).allSatisfy(due -> assertThat(Due.parse(due.key())).contains(due));
    }

    @Provide
    Arbitrary<List<Due>> oneOfEachKind() {
        var kinds = AnyValue.records(Due.class)
                .map(kind -> AnyValue.of(kind).map(Due.class::cast))
                .toList();
        return Combinators.combine(kinds).as(dues -> dues);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lunch", "lunch#12", "ask", "ask#inject.alarm", "ask#inject.alarm#soon", "#"})
    void whatIsNoKeyIsNothingThatFallsDue(String key) {
        assertThat(Due.parse(key)).isEmpty();
    }
}
