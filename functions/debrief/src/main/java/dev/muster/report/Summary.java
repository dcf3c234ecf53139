package dev.muster.report;

import static java.util.Comparator.comparingDouble;

import dev.muster.drill.DurationWords;
import dev.muster.scenario.Rating;
import dev.muster.scoring.Debriefing;
import dev.muster.scoring.ObjectiveMark;
import dev.muster.scoring.Scorecard;
import dev.muster.scoring.StepMark;
import dev.muster.scoring.StepOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The report's first paragraphs: what the facts say, in plain words. */
final class Summary {

    private final Scorecard card;
    private final Names names;

    Summary(Debriefing debriefing, Names names) {
        this.card = debriefing.scorecard();
        this.names = names;
    }

    List<Page.Paragraph> paragraphs() {
        if (card.rating().isEmpty()) {
            return List.of(new Page.Paragraph(
                    "Nothing was evaluated.",
                    "The drill gave the team no reason to do a step of the plan, or it ended before the first deadline. The"
                            + " score of 0 says nothing about the team."));
        }
        return Stream.of(
                        paragraph(result(card.rating().get()), verdict()),
                        paragraph("What went well.", strengths()),
                        paragraph("What cost most.", costs()),
                        paragraph("How sure this is.", doubts()))
                .filter(paragraph -> !paragraph.text().isBlank())
                .toList();
    }

    private static Page.Paragraph paragraph(String lead, List<String> sentences) {
        return new Page.Paragraph(lead, String.join(" ", sentences));
    }

    private static String result(Rating rating) {
        return switch (rating) {
            case P -> "The team performed without challenges.";
            case S -> "The team performed with some challenges.";
            case M -> "The team performed with major challenges.";
            case U -> "The team was unable to perform what the plan demands.";
        };
    }

    private List<String> verdict() {
        var said = new ArrayList<String>();
        said.add("%s of 100 points, rated %s."
                .formatted(
                        Words.points(card.score()), card.rating().orElseThrow().label()));
        said.add(counts());
        if (!card.missedCritical().isEmpty()) {
            said.add("Critical and worth nothing: %s; whoever misses a critical step is rated M at best."
                    .formatted(Words.list(quoted(card.missedCritical()))));
        }
        return said;
    }

    private String counts() {
        var on = number(StepOutcome.ON_TIME);
        var parts = new ArrayList<String>();
        add(parts, number(StepOutcome.LATE), "late");
        add(parts, number(StepOutcome.PARTLY), "for some of the occasions only");
        add(parts, number(StepOutcome.CLAIMED), "only claimed");
        add(parts, number(StepOutcome.MISSED), "not at all");
        return "Of %s that counted, %d %s done in time%s."
                .formatted(
                        Words.count(card.coverage().evaluated(), "step", "steps"),
                        on,
                        on == 1 ? "was" : "were",
                        parts.isEmpty() ? "" : ", " + Words.list(parts));
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    private long number(StepOutcome outcome) {
        return card.steps().stream().filter(step -> step.outcome() == outcome).count();
    }

    private List<String> strengths() {
        var said = new ArrayList<String>();
        var rated = rated();
        if (!rated.isEmpty()) {
            var best = rated.getFirst();
            said.add("The strongest objective was “%s” (%s, %s)."
                    .formatted(
                            best.title(),
                            best.rating().orElseThrow().label(),
                            Words.points(best.score().orElseThrow())));
        }
        said.add(speed());
        var full = card.steps().stream()
                .filter(step -> step.possible() > 0 && step.mark() >= 0.99)
                .sorted(comparingDouble(StepMark::possible).reversed())
                .limit(3)
                .map(step -> "“" + step.title() + "”")
                .toList();
        if (!full.isEmpty()) {
            said.add("Full marks, among others, for %s.".formatted(Words.list(full)));
        }
        return said;
    }

    private String speed() {
        var first = card.times()
                .firstAcknowledgement()
                .map(time -> "The first acknowledgement came %s after the crisis was known"
                        .formatted(DurationWords.of(time)))
                .orElse("Nobody acknowledged anything");
        return card.times()
                .firstCustomerMessage()
                .map(time -> "%s, the first message to customers after %s.".formatted(first, DurationWords.of(time)))
                .orElse(first + ", and no message to customers went out.");
    }

    private List<String> costs() {
        var said = new ArrayList<String>();
        var costly = card.steps().stream()
                .filter(step -> step.possible() - step.points() > 0.05)
                .sorted(comparingDouble((StepMark step) -> step.possible() - step.points())
                        .reversed())
                .limit(3)
                .map(step -> "“%s” (%s of %s)"
                        .formatted(step.title(), Words.points(step.points()), Words.points(step.possible())))
                .toList();
        if (!costly.isEmpty()) {
            said.add("Points were lost above all on %s.".formatted(Words.list(costly)));
        }
        var rated = rated();
        if (rated.size() > 1) {
            var weakest = rated.getLast();
            said.add("The weakest objective was “%s” (%s, %s)."
                    .formatted(
                            weakest.title(),
                            weakest.rating().orElseThrow().label(),
                            Words.points(weakest.score().orElseThrow())));
        }
        card.cadence()
                .filter(cadence -> cadence.evaluated() && cadence.mark() < 1)
                .ifPresent(cadence -> said.add(
                        cadence.updates() == 0
                                ? "Customers and the public never heard from the team."
                                : "The outside heard from the team %s; the longest silence lasted %s, from %s on."
                                        .formatted(
                                                Words.count(cadence.updates(), "time", "times"),
                                                DurationWords.of(cadence.longestSilence()),
                                                Words.clock(cadence.silentFrom()))));
        if (card.counts().unapproved() > 0) {
            said.add("%s went out without the approval that the plan demands."
                    .formatted(Words.count(card.counts().unapproved(), "message", "messages")));
        }
        return said;
    }

    private List<String> doubts() {
        var said = new ArrayList<String>();
        card.planNote().ifPresent(said::add);
        if (card.status() == Scorecard.Status.PROVISIONAL) {
            said.add("The scorecard is provisional: no evaluator has released it yet.");
        }
        if (!card.unrated().isEmpty()) {
            said.add("%s not read yet.".formatted(Words.count(card.unrated().size(), "message is", "messages are")));
        }
        if (!card.raters().isEmpty()) {
            said.add(
                    "What messages show was found by %s and stands beside the words that it rests on; read those before you"
                                    .formatted(Words.list(card.raters()))
                            + " rely on a mark.");
        }
        return said;
    }

    /** The objectives that have a score, best first. */
    private List<ObjectiveMark> rated() {
        return card.objectives().stream()
                .filter(mark -> mark.score().isPresent())
                .sorted(Comparator.comparing(
                                (ObjectiveMark mark) -> mark.score().orElseThrow())
                        .reversed())
                .toList();
    }

    private List<String> quoted(List<String> steps) {
        return steps.stream().map(step -> "“" + names.step(step) + "”").toList();
    }
}
