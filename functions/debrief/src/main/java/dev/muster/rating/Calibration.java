package dev.muster.rating;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.scenario.Criterion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes honest probabilities of the network's log-odds and the wording rules' hits, and says from which on a criterion counts as
 * shown. Both were fitted on authors that the network had not seen; the training program writes the file.
 *
 * @param version of the network
 */
record Calibration(String version, Map<String, Scale> criteria) {

    /**
     * @param rule what a hit of the wording rules adds to the log-odds
     * @param threshold probability from which on the criterion counts as shown
     */
    record Scale(double slope, double shift, double rule, double threshold) {

        /** @param hit whether the wording rules see the criterion, too */
        double probability(double logOdds, boolean hit) {
            return 1 / (1 + Math.exp(-(slope * logOdds + shift + (hit ? rule : 0))));
        }
    }

    static Calibration load() {
        try (var in = Calibration.class.getResourceAsStream("calibration.json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Criterion, Scale> scales() {
        var scales = new EnumMap<Criterion, Scale>(Criterion.class);
        for (var criterion : Criterion.values()) {
            scales.put(criterion, criteria.get(criterion.label()));
        }
        return scales;
    }
}
