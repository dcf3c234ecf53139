package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.muster.browser.Chromium.Device;
import dev.muster.start.MusterApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages as a drill changes them: paused with forms open, in a real emergency, after the end; in both languages. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MomentsOfADrillTest {

    private static final String ANSWER =
            "Mr Mbemba, we are sorry: door 14 at Quayside is opened by hand in three minutes. Next word at 18:15.";

    private Chromium chromium;
    private Stage stage;
    private String paused;
    private String emergency;
    private String over;

    /** A moment at which somebody looks at a page. */
    private enum Moment {
        PAUSED_WITH_OPEN_FORMS,
        DRAFT_TO_APPROVE,
        EMERGENCY,
        OVER_WITH_MARKS,
        JOINING,
        LINKS,
        DRILLS,
        SCENARIO,
        CONSOLE_PAUSED,
        CONSOLE_IN_EMERGENCY,
        CONSOLE_AFTER_THE_END
    }

    @BeforeAll
    void threeDrills() {
        chromium = Chromium.launch();
        stage = Stage.open();
        paused = begun();
        emergency = begun();
        over = begun();
        say(paused, "m-tunde", "communications", "public");
        stage.pause(paused, "The lights went out");
        stage.member(emergency, "m-olena")
                .post("/my/emergency", "k", MusterApi.object().put("words", "Smoke in the server room"));
        say(over, "m-misaki", "customer-care", "affected-customers");
        stage.playToTheEnd(over);
    }

    private String begun() {
        var drill = stage.drill("micro-first-answer", 20);
        Stage.until("the first injects are out", () -> stage.released(drill) >= 2);
        stage.speed(drill, 1);
        return drill;
    }

    private void say(String drill, String member, String role, String audience) {
        var message = MusterApi.object()
                .put("role", role)
                .put("channel", "social")
                .put("audience", audience)
                .put("text", ANSWER);
        stage.member(drill, member).post("/my/messages", "k", message);
    }

    @AfterAll
    void close() {
        chromium.close();
        stage.close();
    }

    private static Stream<Arguments> moments() {
        return Stream.of("en-GB", "de-DE")
                .flatMap(language -> Stream.of(Moment.values()).map(moment -> Arguments.of(moment, language)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void keepsToWcagAndFitsTheSmallestScreen(Moment moment, String language) {
        try (var visitor = chromium.visitor(Device.PHONE, ColorScheme.LIGHT, language)) {
            var page = visitor.newPage();
            look(page, moment);
            assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
            Accessibility.assertKept(page);
            Accessibility.lookWith(page, Device.DESKTOP, ColorScheme.DARK);
            Accessibility.assertKept(page);
            Accessibility.lookWith(page, Device.SMALLEST, ColorScheme.LIGHT);
            Accessibility.assertFits(page);
        }
    }

    private void look(Page page, Moment moment) {
        switch (moment) {
            case PAUSED_WITH_OPEN_FORMS -> {
                page.navigate(stage.linkOf(paused, "m-misaki"));
                page.locator("#acts-medicine a[data-sheet=write]").click();
                assertThat(page.locator("#form-write textarea")).isVisible();
            }
            case DRAFT_TO_APPROVE -> {
                page.navigate(stage.linkOf(paused, "m-ana"));
                assertThat(page.locator("#drafts article")).containsText(ANSWER);
                open(page.locator("details"));
            }
            case EMERGENCY -> {
                page.navigate(stage.linkOf(emergency, "m-misaki"));
                assertThat(page.locator("#stop")).isVisible();
            }
            case OVER_WITH_MARKS -> {
                page.navigate(stage.linkOf(over, "m-misaki") + "#mine");
                assertThat(page.locator("#mine .marks")).isVisible();
            }
            case JOINING -> {
                var link = stage.trainer().post("/drills/" + paused + "/join-links", "k", MusterApi.object());
                page.navigate(link.path("url").asText());
                open(page.locator("details"));
            }
            case LINKS -> asTrainer(page, "/drills/" + paused + "/links");
            case DRILLS -> asTrainer(page, "/drills");
            case SCENARIO -> asTrainer(page, "/scenarios/micro-first-answer");
            case CONSOLE_PAUSED -> asTrainer(page, "/drills/" + paused);
            case CONSOLE_IN_EMERGENCY -> {
                asTrainer(page, "/drills/" + emergency);
                assertThat(page.locator("#clock")).containsText("Smoke in the server room");
            }
            case CONSOLE_AFTER_THE_END -> asTrainer(page, "/drills/" + over);
        }
    }

    /** With everything open that can be opened. */
    private void asTrainer(Page page, String path) {
        page.navigate(stage.signer().trainer("t"));
        page.navigate(stage.address(path));
        open(page.locator("main details"));
    }

    private static void open(Locator closed) {
        closed.evaluateAll("all => all.forEach(one => { one.open = true; })");
    }
}
