package dev.muster.scoring;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Message;
import dev.muster.scenario.Criterion;
import java.util.Map;

/** Reads a message and says which criteria it shows. What it finds becomes an event, so that a re-score needs no rater. */
public interface MessageRater {

    /** Name and version, for the log. */
    String version();

    /** @param context what the message answers or the crisis that it speaks of, possibly blank */
    Map<Criterion, DrillEvent.CriterionMark> rate(Message message, String context);
}
