package dev.muster.scenario;

/** Somebody whom the plan tells the team to reach, and how. */
public record Contact(String name, String how) {}
