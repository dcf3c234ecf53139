package dev.muster.rating;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Holds what a rater says of labelled messages against the labels. A criterion that was not judged counts as not shown. */
public final class Evaluation {

    private static final int BINS = 10;
    private static final CriterionMark NOT_JUDGED = new CriterionMark(false, 0, List.of());

    private final Map<Criterion, Agreement> agreements = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Agreement> sureAgreements = new EnumMap<>(Criterion.class);
    private final int[] marks = new int[BINS];
    private final int[] shown = new int[BINS];
    private final double[] claimed = new double[BINS];
    private int unsure;
    private int quoted;
    private int quotedRight;

    public Evaluation() {
        for (var criterion : Criterion.values()) {
            agreements.put(criterion, Agreement.NOTHING);
            sureAgreements.put(criterion, Agreement.NOTHING);
        }
    }

    /**
     * Marks of like probability.
     *
     * @param claimed the mean of their probabilities; {@code shown} the share that is labelled as shown
     */
    public record Bin(int marks, double claimed, double shown) {}

    /** @param labels the criteria that are shown, each with the words that show it */
    public void add(Map<Criterion, List<String>> labels, Reading reading) {
        for (var criterion : Criterion.values()) {
            add(criterion, reading.marks().getOrDefault(criterion, NOT_JUDGED), labels);
        }
    }

    private void add(Criterion criterion, CriterionMark mark, Map<Criterion, List<String>> labels) {
        var labelled = labels.containsKey(criterion);
        agreements.compute(criterion, (one, so) -> so.plus(mark.present(), labelled));
        if (mark.unsure()) {
            unsure++;
        } else {
            sureAgreements.compute(criterion, (one, so) -> so.plus(mark.present(), labelled));
        }
        var bin = Math.min(BINS - 1, (int) (mark.probability() * BINS));
        marks[bin]++;
        claimed[bin] += mark.probability();
        shown[bin] += labelled ? 1 : 0;
        if (labelled && mark.present() && !labels.get(criterion).isEmpty()) {
            quoted++;
            quotedRight += overlap(mark.quotes(), labels.get(criterion)) ? 1 : 0;
        }
    }

    /** Whether a quote shares at least half the words of the shorter one with a labelled one. */
    private static boolean overlap(List<String> quotes, List<String> labelled) {
        return quotes.stream().anyMatch(one -> labelled.stream().anyMatch(other -> overlap(one, other)));
    }

    private static boolean overlap(String one, String other) {
        var words = new ArrayList<>(words(one));
        var others = words(other);
        var shorter = Math.min(words.size(), others.size());
        words.retainAll(Set.copyOf(others));
        return words.size() * 2 >= shorter;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+"));
    }

    public Agreement of(Criterion criterion) {
        return agreements.get(criterion);
    }

    /** The mean over the sixteen criteria. */
    public double mean(ToDoubleFunction<Agreement> figure) {
        return mean(agreements, figure);
    }

    /** The same over the marks of which the rater was sure. */
    public double meanOfSure(ToDoubleFunction<Agreement> figure) {
        return mean(sureAgreements, figure);
    }

    private static double mean(Map<Criterion, Agreement> agreements, ToDoubleFunction<Agreement> figure) {
        return agreements.values().stream().mapToDouble(figure).average().orElseThrow();
    }

    /** Share of the marks that a person should confirm. */
    public double shareUnsure() {
        var all = Arrays.stream(marks).sum();
        return all == 0 ? 0 : (double) unsure / all;
    }

    /** Of the criteria that are rightly found, the share whose quoted words overlap the labelled ones. */
    public double shareOfRightQuotes() {
        return quoted == 0 ? 0 : (double) quotedRight / quoted;
    }

    /** From 0 to 1 in ten steps; a reliable rater claims what is shown. */
    public List<Bin> reliability() {
        var bins = new ArrayList<Bin>();
        for (var i = 0; i < BINS; i++) {
            var count = Math.max(1, marks[i]);
            bins.add(new Bin(marks[i], claimed[i] / count, (double) shown[i] / count));
        }
        return bins;
    }

    /** The mean distance between claimed and shown, weighed by the number of marks. */
    public double calibrationError() {
        var all = Math.max(1, Arrays.stream(marks).sum());
        return reliability().stream()
                        .mapToDouble(bin -> bin.marks() * Math.abs(bin.claimed() - bin.shown()))
                        .sum()
                / all;
    }
}
