package dev.muster.scenario;

/** A role of the plan, held by people of a team. */
public record Role(String id, String name, String duties) {}
