package dev.muster.web;

import dev.muster.drill.DurationWords;
import dev.muster.scenario.ScenarioClock;
import dev.muster.scenario.preview.TimeLine;
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
    private final int end;

    private WideChart(LaneChart.Subject subject) {
        this.subject = subject;
        var untimed = subject.line().lines().stream().anyMatch(one -> one.at().isEmpty());
        this.end = WIDTH - MARGIN - (untimed ? (UNTIMED_IN_A_ROW + 1) * ROW : 0);
    }

    static LaneChart of(LaneChart.Subject subject) {
        return new WideChart(subject).drawn();
    }

    private LaneChart drawn() {
        var lanes = new ArrayList<Lane>();
        var marks = new ArrayList<Mark>();
        var y = AXIS;
        for (var role : subject.scenario().roles()) {
            var height = Math.max(1, addMarks(role, y + PADDING / 2, marks)) * ROW + PADDING;
            lanes.add(new Lane(subject.name(role), 0, y, WIDTH, height, lanes.size() % 2 == 1));
            y += height;
        }
        return new LaneChart(WIDTH, y + 8, lanes, moments(), leaps(), marks);
    }

    /** Side by side where there is room, one below the other where there is not; says how many rows that takes. */
    private int addMarks(String role, int top, List<Mark> marks) {
        var ends = new ArrayList<Integer>();
        var untimed = 0;
        for (var one : subject.line().lines()) {
            if (one.inject().to().contains(role)) {
                var x = one.at().isPresent() ? x(one.at().get()) : end + ROW + ROW * (untimed++ % UNTIMED_IN_A_ROW);
                marks.add(subject.mark(one.inject(), x, top + rowFor(x, ends) * ROW + ROW / 2));
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

    private int x(Duration at) {
        var from = NAMES + MARGIN / 2;
        return from
                + (int) ((end - from)
                        * at.toSeconds()
                        / Math.max(1, subject.scenario().duration().toSeconds()));
    }

    private List<Moment> moments() {
        var clock = ScenarioClock.of(subject.scenario());
        return Stream.iterate(
                        Duration.ZERO, at -> at.compareTo(subject.scenario().duration()) <= 0, at -> at.plus(step()))
                .map(at -> new Moment(
                        x(at),
                        LaneChart.clock(at),
                        clock.map(own -> own.words(at)).orElse("")))
                .toList();
    }

    private Duration step() {
        var minutes = subject.scenario().duration().toMinutes();
        return Duration.ofMinutes(minutes <= 20 ? 2 : minutes <= 45 ? 5 : minutes <= 150 ? 10 : 1 + minutes / 12);
    }

    private List<Moment> leaps() {
        return subject.line().lines().stream()
                .filter(one -> one.at().isPresent())
                .flatMap(one -> leap(one).stream())
                .toList();
    }

    private Optional<Moment> leap(TimeLine.Line line) {
        return line.inject().jump().map(by -> new Moment(x(line.at().orElseThrow()), "+" + DurationWords.of(by), ""));
    }
}
