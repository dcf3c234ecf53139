package dev.muster.scenario;

/**
 * The lowest score, on 0 to 100, that still earns a rating. The ratings P/S/M/U are HSEEP's, the percentage bands are
 * Muster's own and the plan's to change.
 */
public record Bands(double p, double s, double m) {

    public static final Bands DEFAULT = new Bands(80, 66, 50);

    public Bands {
        if (!(100 >= p && p > s && s > m && m > 0)) {
            throw new IllegalArgumentException(
                    "bands must fall from P to M within 100 and 0, found P %s, S %s, M %s".formatted(p, s, m));
        }
    }
}
