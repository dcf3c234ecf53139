package dev.muster.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {

    private static final Map<String, String> WHOLE = Map.of(
            "AWS_REGION", "eu-central-1",
            "MUSTER_TABLE", "muster",
            "MUSTER_DRILL_QUEUE", "https://sqs.example/drills",
            "MUSTER_DEBRIEF_QUEUE", "https://sqs.example/debrief",
            "MUSTER_TOPIC", "arn:aws:sns:eu-central-1:000000000000:muster",
            "MUSTER_SIGNING_KEYS", "muster-keys",
            "MUSTER_BLOBS", "muster-blobs",
            "MUSTER_BASE_URL", "https://muster.example");

    static Stream<Function<Map<String, String>, Object>> functions() {
        return Stream.of(
                TickFunction::new,
                InjectFunction::new,
                TrainerFunction::new,
                ResponderFunction::new,
                LeaderFunction::new);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionStartsFromItsEnvironment(Function<Map<String, String>, Object> function) {
        assertThat(function.apply(WHOLE)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionNamesTheVariableThatItMisses(Function<Map<String, String>, Object> function) {
        for (var missing : new String[] {"AWS_REGION", "MUSTER_TABLE", "MUSTER_DRILL_QUEUE"}) {
            var environment = new HashMap<>(WHOLE);
            environment.remove(missing);
            assertThatThrownBy(() -> function.apply(environment)).hasMessageContaining(missing);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void onlyWhoeverSendsLinksUnaskedNeedsToKnowTheAddress(Function<Map<String, String>, Object> function) {
        var environment = new HashMap<>(WHOLE);
        environment.put("MUSTER_BASE_URL", "");
        if (isInject(function)) {
            assertThatThrownBy(() -> function.apply(environment)).hasMessageContaining("MUSTER_BASE_URL");
        } else {
            assertThat(function.apply(environment)).isNotNull();
        }
    }

    private static boolean isInject(Function<Map<String, String>, Object> function) {
        return function.apply(WHOLE) instanceof InjectFunction;
    }
}
