package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.muster.browser.Chromium.Device;
import dev.muster.drill.DrillEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two trainers and four responders at once, from the start of a drill to its end, with what goes wrong on a real day. */
@InChromium
class WholeDrillTest {

    private static final String FIRST = "doors-dead";
    private static final String CUSTOMERS = "medicine";
    private static final String ANSWER =
            "Mr Mbemba, door 14 at Quayside is opened by hand within three minutes; I am sorry. Misaki, 020 7946 0611";
    private static final String STATEMENT =
            "None of our doors opens since 17:49. We are sorry and work on it. Next word here at 18:15.";

    private static final String NOTE = "The line was lost at 17:53.";
    private static final double FIVE_SECONDS = 5_000;

    private Chromium chromium;
    private Stage stage;
    private String drill;
    private Page trainer;
    private Page second;
    private Page lead;
    private Page voice;
    private Page care;
    private Page operations;

    @BeforeEach
    void everybodyComes() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        chromium = Chromium.launch();
        stage = Stage.open();
        drill = stage.drill("micro-first-answer", 10);
        trainer = console("first");
        second = console("second");
        lead = phone("m-ana");
        voice = phone("m-tunde");
        care = phone("m-misaki");
        operations = phone("m-olena");
    }

    @AfterEach
    void everybodyGoes() {
        chromium.close();
        stage.close();
    }

    private Page console(String account) {
        var page = chromium.open(Device.DESKTOP, stage.signer().trainer(account));
        page.navigate(stage.address("/drills/" + drill));
        return page;
    }

    private Page phone(String member) {
        return chromium.open(Device.PHONE, stage.linkOf(drill, member));
    }

    @Test
    void eachThingCountsOnceWhateverHappensOnTheWay() {
        whatComesInAppearsByItself();
        theClockGoesAtTheTrainersSpeed();
        aDoubleClickCountsOnce();
        whatIsTypedSurvivesAReload();
        whatIsSentWithoutALineArrivesOnce();
        aDraftIsApproved();
        aPauseIsSeenByTheOtherTrainerAndAnOutdatedCommandIsRefusedKindly();
        aRealEmergencyStopsEverybody();
        theDrillIsPlayedToItsEnd();
        theLogHasEachThingOnce();
    }

    private void whatComesInAppearsByItself() {
        for (var page : List.of(lead, voice, operations)) {
            assertThat(page.locator("#i-" + FIRST)).isVisible();
        }
        assertThat(care.locator("#i-" + CUSTOMERS)).isVisible();
        assertThat(trainer.locator("#came-" + CUSTOMERS)).isVisible();
    }

    /** From here on nothing is in a hurry, so that a slow machine plays the same drill. */
    private void theClockGoesAtTheTrainersSpeed() {
        trainer.locator("#more-clock > summary").click();
        trainer.locator("#form-speed-1 button").click();
        Stage.until("the speed is 1", () -> count(event -> event instanceof DrillEvent.SpeedChanged) == 1);
    }

    private void aDoubleClickCountsOnce() {
        operations.locator("#acts-" + FIRST + " form button").dblclick();
        assertThat(operations.locator("#acts-" + FIRST + " form")).hasCount(0);
    }

    private void whatIsTypedSurvivesAReload() {
        care.locator("#acts-" + CUSTOMERS + " a[data-sheet=write]").click();
        care.locator("#form-write textarea").pressSequentially(ANSWER.substring(0, 30));
        care.reload();
        assertThat(care.locator("#form-write textarea")).hasValue(ANSWER.substring(0, 30));
    }

    private void whatIsSentWithoutALineArrivesOnce() {
        care.locator("#form-write textarea").fill(ANSWER);
        care.context().setOffline(true);
        care.locator("#form-write .acts button").click();
        assertThat(care.locator("#outbox")).containsText(ANSWER.substring(0, 30));
        care.locator("#tabs a[href='#more']").click();
        care.locator("#more a[data-sheet=note]").click();
        care.locator("#form-note textarea").fill(NOTE);
        care.locator("#form-note .acts button").click();
        assertThat(care.locator("#outbox")).containsText(NOTE);
        assertThat(count(event -> messageOf(event, "m-misaki"))).isZero();
        care.context().setOffline(false);
        Stage.until("the answer is sent", () -> count(event -> messageOf(event, "m-misaki")) == 1);
        assertThat(care.locator("#outbox")).isHidden();
    }

    private void aDraftIsApproved() {
        voice.locator("#tabs a[data-sheet=write]").click();
        voice.locator("#form-write select[name=channel]").selectOption("social");
        voice.locator("#form-write select[name=audience]").selectOption("public");
        voice.locator("#form-write textarea").fill(STATEMENT);
        voice.locator("#form-write .acts button").click();
        var draft = lead.locator("#drafts article");
        assertThat(draft).containsText(STATEMENT);
        draft.locator("button[value=approve]").click();
        assertThat(lead.locator("#drafts article")).hasCount(0);
        assertThat(trainer.locator("#live")).containsText(STATEMENT);
    }

    private void aPauseIsSeenByTheOtherTrainerAndAnOutdatedCommandIsRefusedKindly() {
        second.route(Pattern.compile("/drills/d-"), WholeDrillTest::onlySend);
        trainer.locator("#pause-reason").fill("The lights went out");
        trainer.locator("#button-pause").click();
        assertThat(trainer.locator("#clock")).containsText("The lights went out");
        assertThat(lead.locator("#notices")).containsText("The lights went out");

        second.locator("#pause-reason").fill("I had not seen it");
        second.locator("#button-pause").click();
        assertThat(second.locator("#notice")).containsText("Somebody else acted");
        second.unroute(Pattern.compile("/drills/d-"));
        assertThat(second.locator("#clock")).containsText("The lights went out");

        second.locator("#button-resume").click();
        assertThat(trainer.locator("#button-pause")).isVisible();
    }

    /** Somebody whose page does not hear what is new. */
    private static void onlySend(Route route) {
        if (route.request().method().equals("GET")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    private void aRealEmergencyStopsEverybody() {
        operations.locator("#real > summary").click();
        operations.locator("#real input[name=words]").fill("Smoke in the server room");
        operations.locator("#real button").click();
        for (var page : List.of(operations, lead, voice, care)) {
            assertThat(page.locator("#stop")).isVisible();
            page.evaluate("scrollTo(0, document.body.scrollHeight)");
            assertThat(page.locator("#stop .contact")).isInViewport();
        }
        for (var page : List.of(trainer, second)) {
            assertThat(page.locator("#clock")).containsText("Smoke in the server room");
        }
        trainer.locator("#button-resume").click();
        assertThat(second.locator("#button-pause")).isVisible();
        assertThat(lead.locator("#stop")).hasCount(0, new HasCountOptions().setTimeout(FIVE_SECONDS));
    }

    private void theDrillIsPlayedToItsEnd() {
        stage.playToTheEnd(drill);
        assertThat(care.locator("#mine")).containsText(ANSWER);
        assertThat(lead.locator("#state")).isVisible();
        assertThat(trainer.locator("#live")).containsText("Scorecard");
    }

    private void theLogHasEachThingOnce() {
        var log = stage.log(drill).stream().map(entry -> entry.event()).toList();
        assertThat(acknowledgements("m-olena")).isEqualTo(1);
        assertThat(count(event -> messageOf(event, "m-misaki"))).isEqualTo(1);
        assertThat(count(event -> messageOf(event, "m-tunde"))).isEqualTo(1);
        assertThat(count(event -> event instanceof DrillEvent.MessageApproved)).isEqualTo(1);
        assertThat(log)
                .filteredOn(DrillEvent.Paused.class::isInstance)
                .containsExactly(new DrillEvent.Paused("first", "The lights went out"));
        assertThat(count(event -> event instanceof DrillEvent.EmergencyCalled it
                        && it.by().equals("m-olena")))
                .isEqualTo(1);
        assertThat(log).filteredOn(DrillEvent.Resumed.class::isInstance).hasSize(2);
        assertThat(count(event -> event instanceof DrillEvent.Ended)).isEqualTo(1);
        var settled = log.stream().flatMap(WholeDrillTest::settled).toList();
        assertThat(settled).doesNotHaveDuplicates().contains(FIRST, CUSTOMERS, "master-open", "queue-posts");
    }

    private long acknowledgements(String member) {
        return count(event ->
                event instanceof DrillEvent.Acknowledged it && it.member().equals(member));
    }

    private static Stream<String> settled(DrillEvent event) {
        return switch (event) {
            case DrillEvent.InjectReleased it -> Stream.of(it.prompt().inject());
            case DrillEvent.InjectWithheld it -> Stream.of(it.inject());
            default -> Stream.empty();
        };
    }

    private static boolean messageOf(DrillEvent event, String member) {
        return switch (event) {
            case DrillEvent.MessageDrafted it -> it.member().equals(member);
            case DrillEvent.MessageSent it -> it.member().equals(member);
            default -> false;
        };
    }

    private long count(Predicate<DrillEvent> wanted) {
        return stage.log(drill).stream()
                .filter(entry -> wanted.test(entry.event()))
                .count();
    }
}
