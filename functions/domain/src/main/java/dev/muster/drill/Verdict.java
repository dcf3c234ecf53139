package dev.muster.drill;

/**
 * Whether a condition holds, and the facts that say so.
 *
 * @param facts words for the log and the report, for example 'the step holding-statement was 5 min overdue'
 */
public record Verdict(Truth truth, String facts) {

    /** UNKNOWN while a sent message is not rated. */
    public enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    public boolean holds() {
        return truth == Truth.TRUE;
    }

    public boolean unknown() {
        return truth == Truth.UNKNOWN;
    }
}
