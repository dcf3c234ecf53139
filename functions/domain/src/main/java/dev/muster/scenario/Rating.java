package dev.muster.scenario;

/** How an objective was performed. The four ratings are HSEEP's; where the bands lie is the plan's. */
public enum Rating {
    /** Performed without challenges. */
    P,
    /** Performed with some challenges. */
    S,
    /** Performed with major challenges. */
    M,
    /** Unable to be performed. */
    U;

    /** @param score 0 to 100 */
    public static Rating of(double score, Bands bands) {
        if (score >= bands.p()) {
            return P;
        }
        if (score >= bands.s()) {
            return S;
        }
        return score >= bands.m() ? M : U;
    }

    /** Whoever misses a critical step is rated M at best. */
    public Rating cappedBy(boolean missedCritical) {
        return missedCritical && compareTo(M) < 0 ? M : this;
    }

    public String label() {
        return name();
    }
}
