package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.muster.browser.Chromium.Device;
import dev.muster.drill.DrillEvent;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has no mouse takes part and conducts like everybody else: each page here is touched by keys alone. */
@InChromium
class ByKeyboardTest {

    /** More than the longest page has. */
    private static final int STOPS = 400;

    private static final String CUSTOMER = "medicine";
    private static final String ANSWER = "We are sorry. Door 14 is opened by hand within three minutes.";

    private Chromium chromium;
    private Stage stage;
    private String drill;

    @BeforeEach
    void aDrillRuns() {
        chromium = Chromium.launch();
        stage = Stage.open();
        drill = stage.drill("micro-first-answer", 20);
        Stage.until("the first injects are out", () -> stage.released(drill) >= 2);
        stage.speed(drill, 1);
    }

    @AfterEach
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void aResponderOpensACardAcknowledgesItAndAnswers() {
        var page = chromium.open(Device.DESKTOP, stage.linkOf(drill, "m-misaki"));
        press(page, "#more-" + CUSTOMER + " > summary", "Enter");
        assertThat(page.locator("#more-" + CUSTOMER + " a[data-sheet=ask]")).isVisible();

        press(page, "#acts-" + CUSTOMER + " form button", "Enter");
        until(event ->
                event instanceof DrillEvent.Acknowledged it && it.member().equals("m-misaki"));

        press(page, "#acts-" + CUSTOMER + " a[data-sheet=write]", "Enter");
        assertThat(page.locator("#form-write textarea")).isFocused();
        page.keyboard().type(ANSWER);
        press(page, "#form-write .acts button", "Enter");
        until(event -> event instanceof DrillEvent.MessageSent it
                && it.message().text().equals(ANSWER));
    }

    @Test
    void aTrainerPausesResumesAndReleases() {
        var page = chromium.open(Device.DESKTOP, stage.signer().trainer("t"));
        page.navigate(stage.address("/drills/" + drill));
        press(page, "#button-pause", "Enter");
        until(DrillEvent.Paused.class::isInstance);

        press(page, "#button-resume", "Enter");
        until(DrillEvent.Resumed.class::isInstance);

        var before = stage.released(drill);
        press(page, "#next [id^=release-]", "Space");
        Stage.until("one more inject is out", () -> stage.released(drill) == before + 1);
    }

    /** Goes on with the tab key until it stands there, with a ring around it that eyes can follow, and presses a key. */
    private static void press(Page page, String wanted, String key) {
        page.locator(wanted).first().waitFor();
        for (var stops = 0; stops < STOPS; stops++) {
            page.keyboard().press("Tab");
            if (stands(page, wanted)) {
                assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                        .as("the ring around " + wanted)
                        .isNotEqualTo("none");
                page.keyboard().press(key);
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + wanted);
    }

    private static boolean stands(Page page, String wanted) {
        return (Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted);
    }

    private void until(Predicate<DrillEvent> happened) {
        Stage.until(
                "it is in the log", () -> stage.log(drill).stream().anyMatch(entry -> happened.test(entry.event())));
    }
}
