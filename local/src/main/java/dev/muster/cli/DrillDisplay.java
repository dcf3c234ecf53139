package dev.muster.cli;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.scenario.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows a drill as it happens: on a terminal a time line that is drawn anew in place with the latest happenings below it,
 * elsewhere a plain line for each happening.
 */
final class DrillDisplay {

    private static final int BAR = 60;
    private static final int TAIL = 12;

    /** Cuts what is wider than the terminal: a line that wraps would be two when the next drawing counts them. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintWriter out;
    private final Scenario scenario;
    private final Happening happening;
    private final boolean terminal;
    private final Set<String> shown = new HashSet<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private int drawn;

    DrillDisplay(PrintWriter out, Scenario scenario, boolean terminal) {
        this.out = out;
        this.scenario = scenario;
        this.happening = new Happening(scenario);
        this.terminal = terminal;
    }

    /** Shows what is new. */
    void show(Collection<LogEntry> log, Duration drillTime) {
        for (var entry : log) {
            if (shown.add(entry.id())) {
                happening.of(entry).ifPresent(this::add);
            }
        }
        if (terminal) {
            draw(log, drillTime);
        }
        out.flush();
    }

    private void add(String line) {
        if (terminal) {
            tail.addLast(line);
            if (tail.size() > TAIL) {
                tail.removeFirst();
            }
        } else {
            out.println(line);
        }
    }

    private void draw(Collection<LogEntry> log, Duration drillTime) {
        var lines = List.of(
                "EXERCISE  %s  %s of %s"
                        .formatted(scenario.title(), Happening.clock(drillTime), Happening.clock(scenario.duration())),
                "[" + timeLine(log, drillTime) + "]  > inject  < answer",
                "%d injects out, %d answers in".formatted(released(log), answers(log)),
                "");
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A");
        }
        lines.forEach(this::redraw);
        tail.forEach(this::redraw);
        out.print("\u001b[J");
        drawn = lines.size() + tail.size();
    }

    private void redraw(String line) {
        out.print("\u001b[2K" + CUT + line + WRAP + "\n");
    }

    private String timeLine(Collection<LogEntry> log, Duration drillTime) {
        var line = new StringBuilder();
        for (var column = 0; column < BAR; column++) {
            line.append(column <= column(drillTime) ? '-' : ' ');
        }
        for (var entry : log) {
            mark(line, entry);
        }
        return line.toString();
    }

    private void mark(StringBuilder line, LogEntry entry) {
        var column = column(entry.drillTime());
        if (entry.event() instanceof DrillEvent.InjectReleased) {
            line.setCharAt(column, '>');
        } else if (entry.event() instanceof DrillEvent.Response && line.charAt(column) != '>') {
            line.setCharAt(column, '<');
        }
    }

    private int column(Duration drillTime) {
        var share = (double) drillTime.toMillis() / scenario.duration().toMillis();
        return (int) Math.max(0, Math.min(BAR - 1, Math.floor(share * BAR)));
    }

    private static long released(Collection<LogEntry> log) {
        return log.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.InjectReleased)
                .count();
    }

    private static long answers(Collection<LogEntry> log) {
        return log.stream()
                .filter(entry -> entry.event() instanceof DrillEvent.Response)
                .count();
    }
}
