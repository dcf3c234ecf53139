package dev.muster.scenario;

/** One way to decide, and what comes of it (shown after the drill). */
public record Option(String id, String text, String consequence) {}
