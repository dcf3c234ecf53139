package dev.muster.scoring;

import dev.muster.drill.Message;

/** Reads a message and says which criteria it shows. What it finds becomes an event, so that a re-score needs no rater. */
public interface MessageRater {

    /** Name and version, for the log. */
    String version();

    /** @param context what the message answers or the crisis that it speaks of, possibly blank */
    Reading rate(Message message, String context);
}
