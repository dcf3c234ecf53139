package dev.muster.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs what is tested in Chromium where Chromium is, and where {@code MUSTER_REQUIRE} names it whether it is or not. */
final class ChromiumCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled(
                    "Chromium is at " + Chromium.executable().get());
        }
        return required()
                ? ConditionEvaluationResult.enabled("Chromium is required, and its absence a failure")
                : ConditionEvaluationResult.disabled("chromium: not found; install it, or name it in MUSTER_CHROMIUM");
    }

    private static boolean required() {
        var required = System.getenv().getOrDefault("MUSTER_REQUIRE", "");
        return java.util.List.of(required.split("[ ,]+")).contains("chromium");
    }
}
