package dev.muster.report;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.DurationWords;
import dev.muster.drill.Progress;
import dev.muster.drill.SentMessage;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.StepMark;
import dev.muster.scoring.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time line as a picture: the script, what went to the outside, and a lane for each role. Lengths are pixels.
 *
 * @param rows the same in words, for whoever does not see the picture
 */
public record Timeline(int width, int height, List<Tick> ticks, List<Line> lines, List<Lane> lanes, List<Row> rows) {

    private static final int WIDTH = 1180;
    private static final int LEFT = 152;
    private static final int RIGHT = 18;
    private static final int TOP = 30;
    private static final int ROW = 22;
    private static final int PADDING = 14;

    /** A minute on the axis. */
    public record Tick(int x, String label) {}

    /** A moment that concerns everybody: a pause, the end. */
    public record Line(int x, String label) {}

    public record Lane(String label, int y, int height, boolean odd, List<Bar> bars, List<Mark> marks) {
        public int middle() {
            return y + height / 2;
        }
    }

    /** Lateness or silence, from one moment to another. */
    public record Bar(String kind, int x, int y, int width, String words) {}

    /** @param kind the shape, and the class of its colour */
    public record Mark(String kind, int x, int y, String label, String words) {}

    public record Row(String time, String lane, String what) {}

    static Timeline of(Debriefing debriefing, Progress progress, Names names) {
        return new Composer(debriefing, progress, names).compose();
    }

    private record Item(Duration at, String kind, String label, String words) {}

    private record Span(Duration from, Duration to, String kind, String words) {}

    private static final class Composer {
        private final Debriefing debriefing;
        private final Progress progress;
        private final Names names;
        private final Duration horizon;
        private final List<Lane> lanes = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private int y = TOP;

        Composer(Debriefing debriefing, Progress progress, Names names) {
            this.debriefing = debriefing;
            this.progress = progress;
            this.names = names;
            var end = progress.log().end().orElse(debriefing.drill().length());
            this.horizon = end.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : end;
        }

        Timeline compose() {
            lane("Script", script(), List.of());
            lane("To the outside", outside(), silence());
            for (var role : debriefing.scenario().roles()) {
                lane(names.role(role), doings(role), lateness(role));
            }
            rows.sort(Comparator.comparing(Row::time));
            return new Timeline(WIDTH, y + 24, ticks(), lines(), lanes, rows);
        }

        private void lane(String label, List<Item> items, List<Span> spans) {
            var ends = new ArrayList<Integer>();
            var marks = new ArrayList<Mark>();
            for (var item : items) {
                var x = x(item.at());
                var row = 0;
                while (row < ends.size() && ends.get(row) > x) {
                    row++;
                }
                if (row == ends.size()) {
                    ends.add(0);
                }
                ends.set(row, x + (item.label().isEmpty() ? 15 : 21));
                marks.add(new Mark(item.kind(), x, y + PADDING / 2 + row * ROW + ROW / 2, item.label(), item.words()));
                rows.add(new Row(Words.clock(item.at()), label, item.words()));
            }
            var height = Math.max(1, ends.size()) * ROW + PADDING;
            var top = y;
            var bars = spans.stream()
                    .map(span -> new Bar(
                            span.kind(),
                            x(span.from()),
                            top + height - 6,
                            Math.max(3, x(span.to()) - x(span.from())),
                            span.words()))
                    .toList();
            lanes.add(new Lane(label, y, height, lanes.size() % 2 == 1, bars, marks));
            y += height;
        }

        private List<Item> script() {
            var items = new ArrayList<Item>();
            for (var one : progress.released()) {
                var prompt = one.event().prompt();
                var acknowledged = progress.acknowledgements(prompt.inject()).isEmpty() ? ", never acknowledged" : "";
                items.add(new Item(
                        one.at(),
                        one.event().late() ? "inject late" : "inject",
                        String.valueOf(items.size() + 1),
                        "Inject %d, “%s”%s%s"
                                .formatted(
                                        items.size() + 1,
                                        prompt.title(),
                                        one.event().late() ? ", came late" : "",
                                        acknowledged)));
            }
            return items;
        }

        private List<Item> outside() {
            return progress.correspondence().sent().stream()
                    .filter(SentMessage::external)
                    .map(sent -> new Item(
                            sent.at(),
                            sent.approvalSkipped() ? "message skipped" : "message",
                            names.message(sent.id()).substring(1),
                            "Message %s to %s (%s)%s"
                                    .formatted(
                                            names.message(sent.id()),
                                            sent.message().audience().label().replace('-', ' '),
                                            sent.message().channel().label(),
                                            sent.approvalSkipped() ? ", not approved" : "")))
                    .toList();
        }

        private List<Span> silence() {
            return debriefing.scorecard().cadence().stream()
                    .filter(cadence -> cadence.evaluated() && cadence.mark() < 1)
                    .map(cadence -> new Span(
                            cadence.silentFrom(),
                            cadence.silentFrom().plus(cadence.longestSilence()),
                            "silence",
                            "Longest silence, " + DurationWords.of(cadence.longestSilence())))
                    .peek(span -> rows.add(new Row(Words.clock(span.from()), "To the outside", span.words())))
                    .toList();
        }

        private List<Item> doings(String role) {
            var items = new ArrayList<Item>();
            progress.log()
                    .all(DrillEvent.Response.class)
                    .filter(one -> one.event().role().equals(role))
                    .forEach(one -> items.add(new Item(one.at(), kind(one.event()), "", words(one.event()))));
            missed(role)
                    .forEach(step -> items.add(new Item(
                            step.due().orElse(horizon), "missed", "", "Missed: “%s” was due".formatted(step.title()))));
            items.sort(Comparator.comparing(Item::at));
            return items;
        }

        private String words(DrillEvent.Response response) {
            return Words.capital(new EventWords(names).say(response).what());
        }

        private static String kind(DrillEvent.Response response) {
            return switch (response) {
                case DrillEvent.Acknowledged ignored -> "seen";
                case DrillEvent.MessageDrafted ignored -> "draft";
                case DrillEvent.MessageSent ignored -> "out";
                case DrillEvent.MessageApproved ignored -> "approved";
                case DrillEvent.MessageRefused ignored -> "refused";
                case DrillEvent.ActionReported ignored -> "action";
                case DrillEvent.DecisionMade ignored -> "decision";
                case DrillEvent.Assigned ignored -> "note";
                case DrillEvent.NoteTaken ignored -> "note";
                case DrillEvent.QuestionAsked ignored -> "note";
                case DrillEvent.HandedOver ignored -> "note";
            };
        }

        private Stream<StepMark> missed(String owner) {
            var undone = Set.of(StepOutcome.MISSED, StepOutcome.CLAIMED);
            return debriefing.scorecard().steps().stream()
                    .filter(step -> step.owner().equals(owner) && undone.contains(step.outcome()))
                    .filter(step -> step.due().isPresent());
        }

        private List<Span> lateness(String owner) {
            return debriefing.scorecard().steps().stream()
                    .filter(step -> step.owner().equals(owner) && step.outcome() == StepOutcome.LATE)
                    .filter(step -> progress.clocks(step.step()).size() == 1)
                    .filter(step -> step.due().isPresent() && step.done().isPresent())
                    .filter(step -> step.done().get().compareTo(step.due().get()) > 0)
                    .map(step -> new Span(
                            step.due().get(),
                            step.done().get(),
                            "lateness",
                            "Late: “%s”, by %s"
                                    .formatted(
                                            step.title(),
                                            DurationWords.of(step.done()
                                                    .get()
                                                    .minus(step.due().get())))))
                    .peek(span -> rows.add(new Row(Words.clock(span.from()), names.role(owner), span.words())))
                    .toList();
        }

        private List<Line> lines() {
            var lines = new ArrayList<Line>();
            for (var entry : debriefing.log()) {
                var label =
                        switch (entry.event()) {
                            case DrillEvent.Paused ignored -> "paused";
                            case DrillEvent.EmergencyCalled ignored -> "real emergency";
                            case DrillEvent.Ended ignored -> "end";
                            case DrillEvent.InjectReleased released ->
                                released.jump()
                                        .map(by -> DurationWords.of(by) + " later")
                                        .orElse("");
                            default -> "";
                        };
                if (!label.isEmpty()) {
                    lines.add(new Line(x(entry.drillTime()), label));
                    rows.add(new Row(Words.clock(entry.drillTime()), "Drill", Words.capital(label)));
                }
            }
            return lines;
        }

        private List<Tick> ticks() {
            var every =
                    horizon.toMinutes() > 240 ? 60 : horizon.toMinutes() > 120 ? 30 : horizon.toMinutes() > 45 ? 10 : 5;
            var ticks = new ArrayList<Tick>();
            for (var minute = 0L; minute <= horizon.toMinutes(); minute += every) {
                ticks.add(new Tick(x(Duration.ofMinutes(minute)), "%d:%02d".formatted(minute / 60, minute % 60)));
            }
            return ticks;
        }

        private int x(Duration at) {
            var share = Math.max(0, Math.min(1, (double) at.toMillis() / horizon.toMillis()));
            return LEFT + (int) Math.round(share * (WIDTH - LEFT - RIGHT));
        }
    }
}
