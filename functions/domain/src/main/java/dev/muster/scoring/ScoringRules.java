package dev.muster.scoring;

/**
 * The numbers of one version of the formula: how much of a step's quality each part is worth. A part that a step does
 * not ask for is left out, and the others grow in proportion.
 *
 * @param covered something to show is there
 * @param owner it was done in the role that the plan names
 * @param channels it went out on the channels that the plan demands
 * @param criteria it shows what the plan demands, and nothing that the plan forbids
 */
record ScoringRules(String version, double covered, double owner, double channels, double criteria) {

    /** The shares are Muster's own; docs/scoring.md says why. */
    static final ScoringRules CURRENT = new ScoringRules("1", 0.4, 0.1, 0.2, 0.3);
}
