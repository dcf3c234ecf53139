package dev.muster.drill;

import java.time.Instant;

/** Suspends all drills, starts, reminders and questionnaires until it is lifted. */
public record Hold(String by, String reason, Instant since) {}
