package dev.muster.rating;

/**
 * How often a rater and the labels say the same of one criterion.
 *
 * @param both messages of which both say that they show it
 * @param raterOnly of which the rater alone says so; {@code labelOnly} the label alone; {@code neither} nobody
 */
public record Agreement(int both, int raterOnly, int labelOnly, int neither) {

    public static final Agreement NOTHING = new Agreement(0, 0, 0, 0);

    Agreement plus(boolean said, boolean labelled) {
        return new Agreement(
                both + (said && labelled ? 1 : 0),
                raterOnly + (said && !labelled ? 1 : 0),
                labelOnly + (!said && labelled ? 1 : 0),
                neither + (!said && !labelled ? 1 : 0));
    }

    public int labelled() {
        return both + labelOnly;
    }

    /** Of what the rater found, the share that is labelled so; 0 if it found nothing. */
    public double precision() {
        return share(both, both + raterOnly);
    }

    /** Of what is labelled so, the share that the rater found; 0 if nothing is. */
    public double recall() {
        return share(both, both + labelOnly);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return share(2.0 * both, 2.0 * both + raterOnly + labelOnly);
    }

    /** Cohen's kappa: agreement beyond chance, 1 at best. */
    public double kappa() {
        double all = both + raterOnly + labelOnly + neither;
        var agreed = share(both + neither, all);
        var said = share(both + raterOnly, all);
        var labelled = share(both + labelOnly, all);
        var chance = said * labelled + (1 - said) * (1 - labelled);
        return chance == 1 ? 1 : (agreed - chance) / (1 - chance);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
