package dev.muster.drill.conduct;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillEvent;
import dev.muster.drill.Entries;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.DrillStore;
import java.time.Clock;
import java.util.List;

/** A trainer answers what a responder asked the controller. The first answer counts. */
public final class AnswerQuestion {

    private final DrillStore store;
    private final Clock clock;
    private final NoteOnce noteOnce;

    public AnswerQuestion(DrillStore store, Waker waker, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.noteOnce = new NoteOnce(store, waker);
    }

    /**
     * Answers, be the drill suspended or over. Whoever asked is told, or everybody.
     *
     * @param question id of the log entry that asks
     * @param toAll whether everybody reads it, rather than whoever asked
     */
    public Noted answer(Drill drill, String by, String question, String text, boolean toAll) {
        return store.entry(drill.id(), question)
                .filter(entry -> entry.event() instanceof DrillEvent.QuestionAsked)
                .map(asked -> answer(drill, asked, new DrillEvent.QuestionAnswered(by, question, text.strip(), toAll)))
                .orElseGet(() -> new Noted.Unknown(new Refusal("no-question", List.of(question))));
    }

    private Noted answer(Drill drill, LogEntry asked, DrillEvent.QuestionAnswered answer) {
        var entry = Entries.after(asked, Entries.answer(asked.id()), drill, clock.instant(), answer);
        var tell = FollowUps.tell(drill.id(), entry);
        var answered = new Refusal("answered-before", List.of());
        return noteOnce.note(drill.id(), entry, List.of(tell), answer::equals, answered);
    }
}
