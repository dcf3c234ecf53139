package dev.muster.drill.conduct;

import static dev.muster.drill.conduct.RehearsalRoom.DRILL;
import static dev.muster.drill.conduct.RehearsalRoom.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.DrillEvent;
import dev.muster.drill.Due;
import dev.muster.drill.port.Notification;
import dev.muster.drill.respond.Intent;
import dev.muster.drill.respond.RecordResponse;
import dev.muster.drill.respond.Recorded;
import dev.muster.drill.respond.Recorded.Because;
import dev.muster.scenario.Audience;
import dev.muster.scenario.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What responders do is written down once, under the rules of the plan. */
class RespondTest {

    private final RehearsalRoom room = new RehearsalRoom()
            .schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team())
            .minutes(5);

    @Test
    void aResponseSentTwiceUnderItsKeyStandsOnce() {
        var first = room.responds("ana", "lead", new Intent.Note("calling the data centre"), "k-1");
        room.minutes(6);
        var second = room.responds("ana", "lead", new Intent.Note("calling the data centre"), "k-1");

        assertThat(room.events(DrillEvent.NoteTaken.class)).hasSize(1);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherResponseUnderAUsedKeyIsRefusedRatherThanSwallowed() {
        room.responds("ana", "lead", new Intent.Note("one"), "k-1");

        refused(room.responds("ana", "lead", new Intent.Note("two"), "k-1"), Because.TOO_LATE_OR_EARLY);
    }

    @Test
    void twoTeammatesMayUseTheSameKey() {
        room.responds("ana", "lead", new Intent.Note("one"), "k-1");
        room.responds("bo", "voice", new Intent.Note("two"), "k-1");

        assertThat(room.events(DrillEvent.NoteTaken.class)).hasSize(2);
    }

    @Test
    void anAcknowledgementCountsOnceForEachMemberWhateverItsKey() {
        accepted(room.responds("ana", "lead", new Intent.Acknowledge("alarm"), "k-1"));
        room.minutes(6);
        accepted(room.responds("ana", "lead", new Intent.Acknowledge("alarm"), "k-2"));

        assertThat(room.entries(DrillEvent.Acknowledged.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.at()).isEqualTo(NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void whatHasNotBeenReleasedCannotBeAcknowledgedAndItsExistenceIsNotGivenAway() {
        refused(room.responds("ana", "lead", new Intent.Acknowledge("choice")), Because.UNKNOWN);
        refused(room.responds("ana", "lead", new Intent.Acknowledge("no-such-inject")), Because.UNKNOWN);
    }

    @Test
    void whatWasReleasedToOthersIsNobodyElsesToAnswer() {
        room.minutes(16);

        refused(room.responds("ana", "lead", new Intent.Acknowledge("call")), Because.UNKNOWN);
        refused(room.responds("ana", "lead", answer("call")), Because.UNKNOWN);
        accepted(room.responds("bo", "voice", answer("call")));
    }

    @Test
    void whoeverStandsInForARoleAnswersWhatWasReleasedToIt() {
        room.minutes(16);

        accepted(room.responds("bo", "lead", new Intent.Acknowledge("alarm")));
        accepted(room.responds("bo", "lead", new Intent.Decide("choice", "stay", "the lead is on a plane")));
    }

    @Test
    void aMessageThatNeedsApprovalWaitsAsADraftUntilItIsApproved() {
        accepted(room.responds("bo", "voice", statement(false)));
        assertThat(room.events(DrillEvent.MessageSent.class)).isEmpty();

        accepted(room.responds("ana", "lead", new Intent.Approve(draft())));

        assertThat(room.events(DrillEvent.MessageApproved.class)).hasSize(1);
        assertThat(room.item(new Due.Rate(draft()))).isPresent();
    }

    @Test
    void aMessageThatNeedsNoneIsOutAtOnce() {
        accepted(room.responds("bo", "voice", message(Audience.CUSTOMERS, false)));

        assertThat(room.events(DrillEvent.MessageSent.class))
                .singleElement()
                .satisfies(sent -> assertThat(sent.approvalSkipped()).isFalse());
    }

    @Test
    void whoDoesNotWaitForApprovalIsNotStoppedButTheLogSaysSo() {
        accepted(room.responds("bo", "voice", statement(true)));

        assertThat(room.events(DrillEvent.MessageSent.class))
                .singleElement()
                .satisfies(sent -> assertThat(sent.approvalSkipped()).isTrue());
    }

    @Test
    void nobodyApprovesTheOwnDraftNorWithoutTheRole() {
        accepted(room.responds("bo", "voice", statement(false)));

        refused(room.responds("bo", "lead", new Intent.Approve(draft())), Because.FORBIDDEN);
        refused(room.responds("bo", "voice", new Intent.Approve(draft())), Because.FORBIDDEN);
    }

    @Test
    void ofAnApprovalAndARefusalTheFirstWins() {
        accepted(room.responds("bo", "voice", statement(false)));
        accepted(room.responds("ana", "lead", new Intent.Refuse(draft(), "numbers are wrong")));

        refused(room.responds("ana", "lead", new Intent.Approve(draft())), Because.TOO_LATE_OR_EARLY);
        assertThat(room.events(DrillEvent.MessageApproved.class)).isEmpty();
    }

    @Test
    void aDecisionTakesOneOfTheOptionsThatWereOffered() {
        room.minutes(16);

        refused(room.responds("ana", "lead", new Intent.Decide("choice", "flee", "why not")), Because.INVALID);
        accepted(room.responds("ana", "lead", new Intent.Decide("choice", "close", "people first")));
    }

    @Test
    void aRoleThatTheMemberDoesNotHoldIsRefused() {
        refused(room.responds("ana", "voice", new Intent.Note("as somebody else")), Because.FORBIDDEN);
        accepted(room.responds("bo", "lead", new Intent.Note("as the deputy")));
    }

    @Test
    void stepsAndRolesThatThePlanLacksAreRefused() {
        refused(room.responds("ana", "lead", new Intent.Report("no-such-step", "done")), Because.UNKNOWN);
        refused(
                room.responds(
                        "ana", "lead", new Intent.Assign("call", "no-such-role", Optional.empty(), Optional.empty())),
                Because.UNKNOWN);
        accepted(room.responds(
                "ana", "lead", new Intent.Assign("call", "voice", Optional.of("statement"), Optional.empty())));
    }

    // ---- passing on, asking, handing over

    @Test
    void whatIsPassedOnWithWorkIsTheirsToAnswerWhoReceiveForThatRole() {
        room.minutes(16);
        refused(room.responds("ana", "lead", answer("call")), Because.UNKNOWN);

        accepted(room.responds(
                "bo", "voice", new Intent.Assign("See to it", "lead", Optional.empty(), Optional.of("call"))));

        accepted(room.responds("ana", "lead", answer("call")));
    }

    @Test
    void nobodyPassesOnOrAsksAboutWhatIsNotTheirs() {
        refused(
                room.responds(
                        "ana", "lead", new Intent.Assign("Why?", "voice", Optional.empty(), Optional.of("journalist"))),
                Because.UNKNOWN);
        refused(room.responds("ana", "lead", new Intent.Ask("Why?", Optional.of("journalist"))), Because.UNKNOWN);
        refused(room.responds("ana", "lead", new Intent.HandOver("journalist")), Because.UNKNOWN);
    }

    @Test
    void theTrainerIsToldOfAQuestionAndTheTeamIsNot() {
        accepted(room.responds("ana", "lead", new Intent.Ask("Is the line open?", Optional.of("alarm"))));
        room.minutes(6);

        assertThat(room.sentTo(Notification.TRAINER, Notification.Kind.TRAINER))
                .filteredOn(one -> one.subject().equals("A question from lead"))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("On alarm: Is the line open?"));
        assertThat(room.sentTo("bo", Notification.Kind.ANNOUNCEMENT))
                .extracting(Notification::subject)
                .noneMatch(subject -> subject.contains("question"));
    }

    @Test
    void whoIsWithARealCustomerHandsTheInjectToTheDeputyWhoGetsItWithAnOwnLink() {
        accepted(room.responds("ana", "lead", new Intent.HandOver("alarm")));
        room.minutes(6);

        assertThat(room.events(DrillEvent.HandedOver.class))
                .containsExactly(new DrillEvent.HandedOver("ana", "lead", "alarm", Set.of("bo")));
        assertThat(room.sentTo("bo", Notification.Kind.INJECT))
                .filteredOn(one -> one.inject().equals(Optional.of("alarm")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.link()).contains("https://muster.example/r/bo");
                    assertThat(one.subject()).isEqualTo("Please take over: email from Somebody");
                    assertThat(one.text()).contains("Text of alarm");
                });
    }

    @Test
    void handingOverTwiceHandsOverOnce() {
        var first = room.responds("ana", "lead", new Intent.HandOver("alarm"));
        room.minutes(6);

        assertThat(room.responds("ana", "lead", new Intent.HandOver("alarm"))).isEqualTo(first);
        assertThat(room.events(DrillEvent.HandedOver.class)).hasSize(1);
    }

    @Test
    void whereNobodyCanStandInTheTrainerIsTold() {
        room.minutes(11);
        accepted(room.responds("bo", "voice", new Intent.HandOver("call")));
        room.minutes(12);

        assertThat(room.events(DrillEvent.HandedOver.class))
                .extracting(DrillEvent.HandedOver::to)
                .containsExactly(Set.of());
        assertThat(room.sentTo(Notification.TRAINER, Notification.Kind.TRAINER))
                .extracting(Notification::subject)
                .contains("Nobody can take over");
    }

    @Test
    void itDoesNotComeBackToWhoeverHandedItOver() {
        room.responds("ana", "lead", new Intent.HandOver("alarm"));

        room.responds("bo", "lead", new Intent.HandOver("alarm"));

        assertThat(room.events(DrillEvent.HandedOver.class).skip(1))
                .extracting(DrillEvent.HandedOver::to)
                .containsExactly(Set.of());
    }

    @Test
    void theStandInIsRemindedAndWhoeverHandedOverIsNot() {
        var early = new RehearsalRoom()
                .schedule(SmallCrisis.scenario(), SmallCrisis.plan(), SmallCrisis.team())
                .minutes(2);
        early.responds("ana", "lead", new Intent.HandOver("alarm"));
        early.minutes(6);

        assertThat(early.events(DrillEvent.Reminded.class))
                .containsExactly(new DrillEvent.Reminded("alarm", Set.of("bo")));
    }

    @Test
    void emptyAndOverlongTextIsRefusedWithWords() {
        refused(room.responds("ana", "lead", new Intent.Note("  ")), Because.INVALID);
        refused(
                room.responds("ana", "lead", new Intent.Note("x".repeat(RecordResponse.MAX_REMARK + 1))),
                Because.INVALID);
    }

    @Test
    void anAnswerAfterTheEndIsKeptAndNotCounted() {
        room.interrupt.stop(DRILL, "trainer", "enough");
        room.minutes(7);

        var answer = room.responds("ana", "lead", new Intent.Note("late"));

        assertThat(answer).isInstanceOfSatisfying(Recorded.Accepted.class, it -> assertThat(it.counted())
                .isFalse());
        assertThat(room.events(DrillEvent.NoteTaken.class)).hasSize(1);
    }

    @Test
    void noResponseIsEarlierThanWhatItRespondsTo() {
        room.minutes(10);
        var released = room.store.entry(DRILL, "inject.call").orElseThrow().at();
        room.clock.setBack(released.minusSeconds(2));

        var answer = room.responds("bo", "voice", new Intent.Acknowledge("call"));

        assertThat(answer).isInstanceOfSatisfying(Recorded.Accepted.class, it -> assertThat(
                        it.entry().at())
                .isEqualTo(released));
    }

    private String draft() {
        return room.events(DrillEvent.MessageDrafted.class)
                .findFirst()
                .orElseThrow()
                .message()
                .id();
    }

    private static Intent statement(boolean sendAnyway) {
        return message(Audience.PUBLIC, sendAnyway);
    }

    private static Intent answer(String inject) {
        return new Intent.Write(
                Channel.EMAIL, Audience.CUSTOMERS, "We call you back.", Optional.of(inject), Set.of(), false);
    }

    private static Intent message(Audience audience, boolean sendAnyway) {
        return new Intent.Write(
                Channel.WEB, audience, "We are down and on it.", Optional.empty(), Set.of(), sendAnyway);
    }

    private static void accepted(Recorded recorded) {
        assertThat(recorded).isInstanceOf(Recorded.Accepted.class);
    }

    private static void refused(Recorded recorded, Because because) {
        assertThat(recorded).isInstanceOfSatisfying(Recorded.Refused.class, it -> {
            assertThat(it.because()).isEqualTo(because);
            assertThat(it.why().code()).isNotBlank();
        });
    }
}
