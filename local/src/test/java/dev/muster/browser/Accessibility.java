package dev.muster.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;

/** What WCAG 2.2 asks of a page, as far as a machine can tell. */
public final class Accessibility {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** No rule of WCAG 2.2 up to AA that axe knows is broken. */
    public static void assertKept(Page page) {
        var broken = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(broken.stream().map(Accessibility::words)).as(page.url()).isEmpty();
    }

    private static String words(Rule rule) {
        var where = rule.getNodes().stream()
                .limit(5)
                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("\n  "));
        return "%s: %s\n  %s".formatted(rule.getId(), rule.getHelp(), where);
    }

    /** Nobody has to scroll sideways, and nothing is cut off there. */
    public static void assertFits(Page page) {
        var beyond = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond)
                .as(() -> page.url() + " is too wide:\n" + widest(page))
                .isEqualTo(0);
    }

    private static Object widest(Page page) {
        return page.evaluate("""
                () => [...document.querySelectorAll('body *')]
                  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .slice(0, 8).map(one => one.outerHTML.slice(0, 160)).join('\\n')""");
    }

    /** The same page as another screen shows it. */
    static void lookWith(Page page, Chromium.Device device, ColorScheme scheme) {
        page.setViewportSize(device.width(), device.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** As when somebody sets the browser's text to twice its size. */
    public static void doubleText(Page page) {
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
    }
}
