package dev.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.muster.browser.Chromium.Device;
import dev.muster.scenario.io.Library;
import dev.muster.start.StartHere;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page as people with all kinds of eyes and screens get it. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInChromiumTest {

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private Stage stage;
    private StartHere start;
    private Chromium chromium;

    @BeforeAll
    void aDrillRuns(@TempDir Path data) throws Exception {
        chromium = Chromium.launch();
        stage = Stage.open();
        start = StartHere.open(stage.cloud(), Library.at(Stage.root().resolve("scenarios")), data);
        var drill = stage.drill("micro-first-answer", 20);
        Stage.until("the first injects are out", () -> stage.released(drill) >= 3);
        stage.pause(drill, "so that pages stay as they are");
        addresses.put("start page", start.url());
        addresses.put("where phones join", start.joinUrl());
        addresses.put("mailbox", stage.cloud().mailboxUrl());
        addresses.put("trainer's link", stage.signer().trainer("t"));
        addresses.put("leader's link", stage.signer().leader("l"));
        addresses.put("scenarios", stage.address("/scenarios"));
        addresses.put("scenario", stage.address("/scenarios/data-breach"));
        addresses.put("console's list of drills", stage.address("/drills"));
        addresses.put("console of a drill", stage.address("/drills/" + drill));
        addresses.put("responder", stage.linkOf(drill, "m-ana"));
        addresses.put("a link that is no more", stage.address("/r/nobody"));
        addresses.put("nothing there", stage.address("/scenarios/none"));
    }

    @AfterAll
    void close() {
        chromium.close();
        start.close();
        stage.close();
    }

    private Stream<String> pages() {
        return addresses.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsToWcagInLightAndDarkOnPhoneAndDesktop(String name) {
        visit(name, page -> {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var device : List.of(Device.PHONE, Device.DESKTOP)) {
                    Accessibility.lookWith(page, device, scheme);
                    Accessibility.assertKept(page);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsTheSmallestScreenAndTextOfTwiceTheSize(String name) {
        visit(name, page -> {
            Accessibility.lookWith(page, Device.SMALLEST, ColorScheme.LIGHT);
            Accessibility.assertFits(page);
            Accessibility.lookWith(page, Device.DESKTOP, ColorScheme.LIGHT);
            Accessibility.doubleText(page);
            Accessibility.assertFits(page);
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksNoOtherHostForAnythingAndBreaksNoPolicy(String name) {
        var asked = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        visit(name, page -> page.reload(), page -> {
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
        });

        assertThat(asked).isNotEmpty().allSatisfy(url -> assertThat(url)
                .startsWith(stage.cloud().baseUrl()));
        // The browser itself notes that an answer was an error.
        complaints.removeIf(words -> words.startsWith("Failed to load resource") && words.contains("status of 40"));
        assertThat(complaints).isEmpty();
    }

    private void visit(String name, Consumer<Page> looking) {
        visit(name, looking, page -> {});
    }

    /** As somebody who is signed in as a trainer wherever that matters. */
    private void visit(String name, Consumer<Page> looking, Consumer<Page> before) {
        try (var visitor = chromium.visitor(Device.PHONE)) {
            var page = visitor.newPage();
            before.accept(page);
            if (name.startsWith("scenario") || name.startsWith("console")) {
                page.navigate(addresses.get("trainer's link"));
            }
            page.navigate(addresses.get(name));
            looking.accept(page);
        }
    }
}
