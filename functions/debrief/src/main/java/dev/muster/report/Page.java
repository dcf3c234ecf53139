package dev.muster.report;

import java.util.List;
import java.util.Optional;

/**
 * What the report's template shows: words and numbers as they are printed, in the order in which they stand.
 *
 * @param style the style sheet, the only thing that is printed as it is
 * @param policy what a browser may load: nothing but that style sheet
 */
public record Page(
        String style,
        String policy,
        Head head,
        List<Fact> facts,
        List<Paragraph> summary,
        List<Figure> figures,
        Timeline timeline,
        List<Objective> objectives,
        List<PhaseRow> phases,
        List<Balance> won,
        List<Balance> lost,
        List<Group> groups,
        Optional<Cadence> cadence,
        List<Practice> unexercised,
        List<Practice> unshown,
        List<String> checked,
        List<Inject> injects,
        List<Decision> decisions,
        List<Written> messages,
        List<Observation> observations,
        List<Event> log) {

    /** @param rating empty if nothing was evaluated */
    public record Head(
            String title,
            String when,
            String team,
            String score,
            Optional<String> rating,
            String verdict,
            String status) {}

    /** @param lead the words that it opens with, set apart */
    public record Paragraph(String lead, String text) {}

    public record Fact(String name, String value) {}

    /** @param tone good, fair, bad or plain */
    public record Figure(String name, String value, String note, String tone) {}

    /** @param score printed; {@code width} is the same on 0 to 100 */
    public record Objective(
            String title,
            Optional<String> rating,
            String words,
            String score,
            int width,
            String evaluated,
            String note) {}

    public record PhaseRow(
            String title,
            String score,
            int width,
            String points,
            int onTime,
            int late,
            int partly,
            int missed,
            int open) {}

    /** What one step, or the cadence, won or lost, and by what. */
    public record Balance(String title, String anchor, String amount, String of, int width, List<String> why) {}

    /** The steps of one phase. */
    public record Group(String title, String anchor, List<Step> steps) {}

    public record Step(
            String anchor,
            String title,
            String owner,
            String outcome,
            String tone,
            boolean critical,
            String points,
            String possible,
            String times,
            List<Reason> reasons) {}

    public record Reason(
            String rule, String words, List<String> quotes, List<Link> entries, String won, String possible) {}

    /** A way to a line of the event log. */
    public record Link(String anchor, String label) {}

    public record Cadence(
            String demanded, String updates, String silence, String points, String possible, List<Reason> reasons) {}

    public record Practice(String practice, String steps) {}

    /**
     * An inject that came, was withheld, or was not brought about.
     *
     * @param script when the script wanted it; empty if always
     * @param why what decided in this drill
     */
    public record Inject(
            String number,
            String title,
            String channel,
            String to,
            String released,
            String script,
            String why,
            boolean late,
            String acknowledged) {}

    /** @param consequence what the script says comes of it; blank if nothing */
    public record Decision(String inject, String when, String who, String option, String reason, String consequence) {}

    /** @param rulings what evaluators say of its marks */
    public record Written(
            String anchor,
            String number,
            String when,
            String who,
            String to,
            String fate,
            String text,
            List<Mark> marks,
            List<String> rulings) {}

    /** @param objective what it is about; empty if about none */
    public record Observation(String when, String who, String objective, String text) {}

    /**
     * @param good whether it speaks for the message
     * @param unsure whether a person should confirm it
     */
    public record Mark(String criterion, boolean good, boolean unsure, List<String> quotes) {}

    public record Event(String anchor, int number, String wall, String drill, String who, String what, String words) {}
}
