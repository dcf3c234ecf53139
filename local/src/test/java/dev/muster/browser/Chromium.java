package dev.muster.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. One thread at a time. */
public final class Chromium implements AutoCloseable {

    private static final double PATIENCE = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** How somebody looks at a page. */
    public enum Device {
        PHONE(390, 844),
        SMALLEST(320, 640),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    static Optional<Path> executable() {
        var named = Optional.ofNullable(System.getenv("MUSTER_CHROMIUM"));
        return named.map(Stream::of)
                .orElseGet(() -> Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws IllegalStateException if there is none */
    public static Chromium launch() {
        var executable = executable()
                .orElseThrow(() -> new IllegalStateException(
                        "Chromium is required and was not found; install it, or name it in MUSTER_CHROMIUM"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Chromium(playwright, browser);
    }

    /** A visitor of their own, with cookies of their own, who speaks English. */
    public BrowserContext visitor(Device device) {
        return visitor(device, ColorScheme.LIGHT, "en-GB");
    }

    public BrowserContext visitor(Device device, ColorScheme scheme, String language) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device != Device.DESKTOP)
                .setColorScheme(scheme)
                .setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Opens an address as somebody new. */
    public Page open(Device device, String address) {
        var page = visitor(device).newPage();
        page.navigate(address);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
