package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.LogEntry;
import dev.muster.drill.Refusal;
import dev.muster.drill.port.Notification;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.Recorded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerQuestionTest {

    private final RehearsalRoom room =
            new RehearsalRoom().schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team());
    private LogEntry question;

    @BeforeEach
    void boAsks() {
        room.minutes(2);
        var asked = room.responds("bo", "voice", new Intent.Ask("Do the lawyers agree?", Optional.empty()));
        question = ((Recorded.Accepted) asked).entry();
    }

    private Noted answer(String by, String text, boolean toAll) {
        return room.answer.answer(room.drill(), by, question.id(), text, toAll);
    }

    @Test
    void whoeverAskedIsTold() {
        answer("trainer", "They do.", false);
        room.minutes(3);

        assertThat(told("bo")).singleElement().satisfies(message -> assertThat(message.text())
                .contains("Do the lawyers agree?", "They do."));
        assertThat(told("ana")).isEmpty();
    }

    @Test
    void everybodyIsToldWhatIsAnsweredToAll() {
        answer("trainer", "They do.", true);
        room.minutes(3);

        assertThat(told("bo")).hasSize(1);
        assertThat(told("ana")).hasSize(1);
    }

    @Test
    void theFirstAnswerCountsAndItsRepetitionIsTheSame() {
        assertThat(answer("trainer", "They do.", false)).isInstanceOf(Noted.Accepted.class);
        assertThat(answer("trainer", " They do. ", false)).isInstanceOf(Noted.Accepted.class);
        assertThat(answer("other", "They do not.", false))
                .isEqualTo(new Noted.Refused(new Refusal("answered-before", List.of())));

        assertThat(room.events(DrillEvent.QuestionAnswered.class))
                .containsExactly(new DrillEvent.QuestionAnswered("trainer", question.id(), "They do.", false));
    }

    @Test
    void onlyAQuestionIsAnswered() {
        assertThat(room.answer.answer(room.drill(), "trainer", "started", "Yes.", false))
                .isEqualTo(new Noted.Unknown(new Refusal("no-question", List.of("started"))));
        assertThat(room.store.entry(DRILL, "answer.started")).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredThoughTheDrillIsOver() {
        room.interrupt.stop(DRILL, "trainer", "enough");

        assertThat(answer("trainer", "They do.", false)).isInstanceOf(Noted.Accepted.class);
    }

    private List<Notification> told(String member) {
        return room.sentTo(member, Notification.Kind.ANNOUNCEMENT)
                .filter(message -> message.subject().equals("The controller answers"))
                .toList();
    }
}
