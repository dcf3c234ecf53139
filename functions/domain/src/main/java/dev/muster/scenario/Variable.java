package dev.muster.scenario;

/**
 * A name or number of a scenario that an organisation replaces with its own.
 *
 * @param name what stands between braces in the scenario's texts: {@code {{company}}}
 * @param value what stands in its place: the scenario's own default, or what a drill chose
 * @param description what it is, for whoever chooses; empty if the name says it
 */
public record Variable(String name, String value, String description) {}
