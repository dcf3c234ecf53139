package dev.muster.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.Corrections.Corrected;
import dev.muster.scoring.Reading;
import java.util.List;
import java.util.TreeMap;

/** Lines of JSON about messages: what a rater says of one, and what an evaluator put right. */
final class RatedLine {

    private RatedLine() {}

    static String of(String id, Reading reading) {
        var line = JsonNodeFactory.instance.objectNode().put("id", id);
        var criteria = line.putObject("criteria");
        var evidence = line.putObject("evidence");
        var probability = line.putObject("probability");
        var unsure = line.putArray("unsure");
        new TreeMap<>(reading.marks()).forEach((criterion, mark) -> {
            criteria.put(criterion.label(), mark.present());
            probability.put(criterion.label(), Math.round(mark.probability() * 1000) / 1000.0);
            putWords(evidence, criterion, mark);
            if (mark.unsure()) {
                unsure.add(criterion.label());
            }
        });
        reading.remark().ifPresent(remark -> line.put("remark", remark));
        return line.toString();
    }

    private static void putWords(ObjectNode evidence, Criterion criterion, CriterionMark mark) {
        if (mark.present()) {
            put(evidence, criterion, mark.quotes());
        }
    }

    /** As the training program reads it. The author is the role in that drill; no person is named. */
    static String of(String drill, Corrected corrected) {
        var message = corrected.message().message();
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("id", drill + "-" + corrected.number())
                .put("author", drill + "-" + message.role())
                .put("channel", message.channel().label())
                .put("context", corrected.context())
                .put("text", message.text());
        var shows = line.putObject("shows");
        new TreeMap<Criterion, List<String>>(corrected.shows())
                .forEach((criterion, words) -> put(shows, criterion, words));
        return line.toString();
    }

    private static void put(ObjectNode node, Criterion criterion, List<String> words) {
        var array = node.putArray(criterion.label());
        words.forEach(array::add);
    }
}
