package dev.muster.scenario.content;

/**
 * A number, an address or a name in a text by which somebody real may be reached.
 *
 * @param start index of its first character
 * @param end index behind its last character
 * @param message what it is, and what to write instead
 */
public record WayOut(int start, int end, String message) {}
