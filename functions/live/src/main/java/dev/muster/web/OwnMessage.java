package dev.muster.web;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.scenario.Criterion;
import java.util.List;
import java.util.Map;

/**
 * A message that the responder wrote.
 *
 * @param state {@code draft}, {@code sent} or {@code refused}
 * @param reason why it was refused; empty if it was not
 * @param marks what was found in it; empty until the drill is over
 */
public record OwnMessage(
        String id, String state, String stateWords, String to, String text, String reason, List<Mark> marks) {

    /**
     * What was found in a message.
     *
     * @param good whether it speaks for the message: shown where it should be, not shown where it should not
     * @param unsure whether the machine rather guessed and nobody has confirmed it
     * @param quotes the words that show it
     */
    public record Mark(String criterion, boolean present, boolean good, boolean unsure, List<String> quotes) {}

    static OwnMessage of(MyDrill.Written written, View view, Labels labels) {
        var message = written.message();
        return new OwnMessage(
                message.id(),
                written.state(),
                view.say("message." + written.state()),
                view.say("message.to", labels.channel(message.channel()), labels.audience(message.audience())),
                message.text(),
                written.reason().orElse(""),
                written.marks().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> mark(entry.getKey(), entry.getValue(), view))
                        .toList());
    }

    private static Mark mark(Criterion criterion, CriterionMark mark, View view) {
        return new Mark(
                view.say("criterion." + criterion.label()),
                mark.present(),
                mark.present() == criterion.positive(),
                mark.unsure(),
                mark.quotes());
    }
}
