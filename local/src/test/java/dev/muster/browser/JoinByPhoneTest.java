package dev.muster.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.muster.browser.Chromium.Device;
import dev.muster.scenario.io.Library;
import dev.muster.start.StartHere;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a phone shows that scanned the QR code. */
@InChromium
class JoinByPhoneTest {

    @Test
    void itWaitsForADrillAndTakesPeopleIntoIt(@TempDir Path data) throws Exception {
        try (var chromium = Chromium.launch();
                var stage = Stage.open();
                var start =
                        StartHere.open(stage.cloud(), Library.at(Stage.root().resolve("scenarios")), data)) {
            var phone = chromium.open(Device.PHONE, start.joinUrl());
            assertThat(phone.locator("h1")).hasText("No drill to join yet");
            Accessibility.assertKept(phone);

            stage.drill("micro-rumour", 1);
            phone.waitForURL("**/j/**");
            Accessibility.assertKept(phone);
            Accessibility.assertFits(phone);
            phone.locator("button[value=m-misaki]").click();

            assertThat(phone.locator("#top")).containsText("佐藤 美咲");
        }
    }
}
