package dev.muster.drill.port;

import dev.muster.drill.Drill;

/** Makes signed links. */
public interface Links {

    /** A link that lets this member, and nobody else, see and answer this drill's prompts. */
    String responder(Drill drill, String member);
}
