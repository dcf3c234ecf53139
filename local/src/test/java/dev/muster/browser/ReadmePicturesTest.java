package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.muster.browser.Chromium.Device;
import dev.muster.scenario.io.Library;
import dev.muster.start.MusterApi;
import dev.muster.start.StartHere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of pages that the README shows. To take them anew, name the folder:
 * {@code mvn -pl local -am test -Dtest=ReadmePicturesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dmuster.pictures=docs/images}.
 */
@InChromium
class ReadmePicturesTest {

    /** So that whoever reads the README on a phone need not wait. */
    private static final int LARGEST = 150 * 1024;

    private Chromium chromium;
    private Stage stage;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path unwanted) {
        chromium = Chromium.launch();
        stage = Stage.open();
        folder = Optional.ofNullable(System.getProperty("muster.pictures"))
                .map(Stage.root()::resolve)
                .orElse(unwanted);
    }

    @AfterEach
    void close() {
        chromium.close();
        stage.close();
    }

    @Test
    void theStartPage(@TempDir Path data) throws Exception {
        try (var start = StartHere.open(stage.cloud(), Library.at(Stage.root().resolve("scenarios")), data)) {
            take("start", chromium.open(Device.DESKTOP, start.url()));
        }
    }

    @Test
    void aResponderOnAPhoneAndTheTrainersConsole() throws Exception {
        var drill = stage.drill("data-breach", 60);
        Stage.until("the first injects are out", () -> stage.released(drill) >= 4);
        stage.speed(drill, 1);
        theTeamActs(drill);
        take("responder", chromium.open(Device.PHONE, stage.linkOf(drill, "m-tunde")));

        var console = chromium.open(Device.DESKTOP, stage.signer().trainer("t"));
        console.navigate(stage.address("/drills/" + drill));
        assertThat(console.locator("#came")).isVisible();
        take("console", console);
    }

    private void theTeamActs(String drill) {
        for (var member : new String[] {"m-ana", "m-olena"}) {
            var api = stage.member(drill, member);
            for (var prompt : api.get("/my/drill").path("prompts")) {
                var inject = prompt.path("inject").asText();
                api.post(
                        "/my/acknowledgements",
                        "k-" + inject,
                        MusterApi.object().put("inject", inject));
            }
        }
    }

    private void take(String name, Page page) throws Exception {
        assertThat(page.locator(".exercise").first()).isInViewport();
        var picture = page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(picture.length).as(name).isLessThan(LARGEST);
        Files.write(folder.resolve(name + ".png"), picture);
    }
}
