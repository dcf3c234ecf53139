package dev.muster.web;

import dev.muster.web.LaneChart.Lane;
import dev.muster.web.LaneChart.Mark;
import dev.muster.web.LaneChart.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws time from top to bottom for narrow screens: a line for each inject, and room where nothing comes for a while. */
final class NarrowChart {

    private static final int WIDTH = 344;
    private static final int TIMES = 46;
    private static final int NAMES = 138;
    private static final int LONGEST_NAME = 20;
    private static final int ROW = 26;

    /** A pixel a minute, and no more than this. */
    private static final int LONGEST_GAP = 24;

    private final LaneChart.Subject subject;
    private final List<String> roles;
    private final int lane;

    private final List<Moment> moments = new ArrayList<>();
    private final List<Moment> leaps = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int y = NAMES;

    private NarrowChart(LaneChart.Subject subject) {
        this.subject = subject;
        this.roles = subject.roles();
        this.lane = (WIDTH - TIMES) / Math.max(1, roles.size());
    }

    static LaneChart of(LaneChart.Subject subject) {
        return new NarrowChart(subject).drawn();
    }

    private LaneChart drawn() {
        var before = Duration.ZERO;
        for (var one : subject.spots()) {
            y += gap(before, one);
            before = one.at().orElse(before);
            draw(one);
            y += ROW;
        }
        return new LaneChart(
                WIDTH, y + 6, new LaneChart.Axis(NAMES, y, subject.length()), lanes(), moments, leaps, marks);
    }

    private static int gap(Duration before, LaneChart.Spot spot) {
        var minutes = spot.at().orElse(before).minus(before).toMinutes();
        return Math.clamp(minutes - 2, 0, LONGEST_GAP);
    }

    private void draw(LaneChart.Spot spot) {
        var middle = y + ROW / 2;
        var label = spot.at()
                .map(at -> (spot.planned() ? "" : "~") + LaneChart.clock(at))
                .orElse("–");
        moments.add(new Moment(middle, label, ""));
        spot.jump()
                .ifPresent(by -> leaps.add(new Moment(y, "+" + subject.words().exactDuration(by), "")));
        for (var nr = 0; nr < roles.size(); nr++) {
            if (spot.to().contains(roles.get(nr))) {
                marks.add(spot.mark(TIMES + nr * lane + lane / 2, middle));
            }
        }
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1))
                                .strip() + "…";
    }

    private List<Lane> lanes() {
        var lanes = new ArrayList<Lane>();
        for (var role : roles) {
            var nr = lanes.size();
            lanes.add(new Lane(
                    shortened(subject.names().apply(role)), TIMES + nr * lane, NAMES, lane, y - NAMES, nr % 2 == 1));
        }
        return lanes;
    }
}
