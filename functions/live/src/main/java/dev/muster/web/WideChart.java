package dev.muster.web;

import dev.muster.web.LaneChart.Lane;
import dev.muster.web.LaneChart.Mark;
import dev.muster.web.LaneChart.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws time from left to right, as far apart as it is; what has no time stands behind the end. */
final class WideChart {

    private static final int WIDTH = 1180;
    private static final int NAMES = 148;
    private static final int AXIS = 40;
    private static final int ROW = 25;
    private static final int PADDING = 10;
    private static final int MARGIN = 36;
    private static final int UNTIMED_IN_A_ROW = 3;

    private final LaneChart.Subject subject;
    private final LaneChart.Axis axis;

    private WideChart(LaneChart.Subject subject) {
        this.subject = subject;
        var untimed = subject.spots().stream().anyMatch(one -> one.at().isEmpty());
        this.axis = new LaneChart.Axis(
                NAMES + MARGIN / 2, WIDTH - MARGIN - (untimed ? (UNTIMED_IN_A_ROW + 1) * ROW : 0), subject.length());
    }

    static LaneChart of(LaneChart.Subject subject) {
        return new WideChart(subject).drawn();
    }

    private LaneChart drawn() {
        var lanes = new ArrayList<Lane>();
        var marks = new ArrayList<Mark>();
        var y = AXIS;
        for (var role : subject.roles()) {
            var height = Math.max(1, addMarks(role, y + PADDING / 2, marks)) * ROW + PADDING;
            lanes.add(new Lane(subject.names().apply(role), 0, y, WIDTH, height, lanes.size() % 2 == 1));
            y += height;
        }
        return new LaneChart(WIDTH, y + 8, axis, lanes, moments(), leaps(), marks);
    }

    /** Side by side where there is room, one below the other where there is not; says how many rows that takes. */
    private int addMarks(String role, int top, List<Mark> marks) {
        var ends = new ArrayList<Integer>();
        var untimed = 0;
        for (var one : subject.spots()) {
            if (one.to().contains(role)) {
                var x = one.at().isPresent()
                        ? axis.at(one.at().get())
                        : axis.to() + ROW + ROW * (untimed++ % UNTIMED_IN_A_ROW);
                marks.add(one.mark(x, top + rowFor(x, ends) * ROW + ROW / 2));
            }
        }
        return ends.size();
    }

    private static int rowFor(int x, List<Integer> ends) {
        var row = 0;
        while (row < ends.size() && ends.get(row) > x) {
            row++;
        }
        if (row == ends.size()) {
            ends.add(0);
        }
        ends.set(row, x + ROW + 3);
        return row;
    }

    private List<Moment> moments() {
        return Stream.iterate(Duration.ZERO, at -> at.compareTo(subject.length()) <= 0, at -> at.plus(step()))
                .map(at -> new Moment(
                        axis.at(at),
                        LaneChart.clock(at),
                        subject.clock().map(own -> own.words(at)).orElse("")))
                .toList();
    }

    private Duration step() {
        var minutes = subject.length().toMinutes();
        return Duration.ofMinutes(minutes <= 20 ? 2 : minutes <= 45 ? 5 : minutes <= 150 ? 10 : 1 + minutes / 12);
    }

    private List<Moment> leaps() {
        return subject.spots().stream()
                .filter(one -> one.at().isPresent())
                .flatMap(one -> leap(one).stream())
                .toList();
    }

    private Optional<Moment> leap(LaneChart.Spot spot) {
        return spot.jump()
                .map(by -> new Moment(
                        axis.at(spot.at().orElseThrow()), "+" + subject.words().exactDuration(by), ""));
    }
}
