package dev.muster.start;

import java.util.List;

/**
 * What a newcomer uploaded as the own plan, and what was made of it.
 *
 * @param file as its owner calls it
 * @param report row by row; for a file that is no plan, what is wrong with it
 * @param id the plan's id; empty if the file is no plan
 * @param json the plan, as exports have it; empty if the file is no plan
 */
public record OwnPlan(String file, List<Line> report, String id, String json) {

    public OwnPlan {
        report = List.copyOf(report);
    }

    /**
     * @param kind of {@link dev.muster.scenario.sheet.Remark.Kind}, in lower case, or {@code wrong}
     * @param place in the file, as its owner finds it
     */
    public record Line(String kind, String place, String message) {}

    static OwnPlan unusable(String file, List<Line> wrong) {
        return new OwnPlan(file, wrong, "", "");
    }

    public boolean usable() {
        return !json.isEmpty();
    }
}
