package dev.muster.rating;

import dev.muster.scoring.MessageRater;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Which rater reads: the trained one, unless the environment names a large model to ask first. */
public final class Raters {

    private static final String MODEL = "MUSTER_LARGE_MODEL";
    private static final String ENDPOINT = "MUSTER_LARGE_MODEL_ENDPOINT";
    private static final String KEY = "AWS_BEARER_TOKEN_BEDROCK";
    private static final String REGION = "AWS_REGION";

    private Raters() {}

    /** @throws IllegalArgumentException if a large model is named without the key or the place to ask it */
    public static MessageRater of(Map<String, String> environment) {
        var trained = new TrainedRater();
        return Optional.ofNullable(environment.get(MODEL))
                .filter(model -> !model.isBlank())
                .<MessageRater>map(
                        model -> new LargeModelRater(model, endpoint(environment), needed(environment, KEY), trained))
                .orElse(trained);
    }

    private static URI endpoint(Map<String, String> environment) {
        var named = environment.getOrDefault(ENDPOINT, "");
        return URI.create(
                !named.isBlank()
                        ? named
                        : "https://bedrock-runtime.%s.amazonaws.com".formatted(needed(environment, REGION)));
    }

    private static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is set, so %s is needed, too".formatted(MODEL, name));
        }
        return value;
    }
}
