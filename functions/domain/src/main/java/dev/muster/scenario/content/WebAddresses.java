package dev.muster.scenario.content;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * E-mail and web addresses. Names that lead nowhere: RFC 2606 and RFC 6761 reserve .example, .test, .invalid, .localhost
 * and example.com, .net and .org.
 */
final class WebAddresses {

    private static final Set<String> RESERVED_ENDINGS = Set.of("example", "test", "invalid", "localhost");
    private static final List<String> RESERVED_NAMES = List.of("example.com", "example.net", "example.org");

    /** Endings by which a name without http:// or www. is taken for an address. */
    private static final Set<String> ENDINGS = Set.of(
            ("com org net info biz io app dev gov edu mil eu uk de fr es nl ch pl se dk fi ie pt cz gr hu ro bg hr sk si ee"
                            + " lv lt lu ru ua by us ca au nz jp cn hk kr tw sg br mx ar cl za ng ke tr il ae online shop"
                            + " store site tech cloud news blog onion tv")
                    .split(" "));

    /** Endings that are words, too: 'done.so what' is no address, 'www.done.so' and 'done.so/what' are. */
    private static final Set<String> ENDINGS_THAT_ARE_WORDS =
            Set.of("it in no so me is to at be am as do my la co ai pro one live now".split(" "));

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final String HOST = LABEL + "(?:\\." + LABEL + "){1,10}";

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._%+&=-]{0,63}@(?<host>" + HOST + ")");
    private static final Pattern URL =
            Pattern.compile("\\b[A-Za-z][A-Za-z0-9+.-]{1,15}://(?:[^\\s/?#@\"<>]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|" + HOST
                    + "|" + LABEL + ")(?::\\d+)?[^\\s\"<>]*");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}@._-])(?<host>" + HOST + ")(?<path>/[^\\s\"<>]*)?(?![\\p{L}\\p{N}-])");
    private static final Pattern DIGITS = Pattern.compile("[\\d.]+");

    private WebAddresses() {}

    static void take(Draft draft, Collection<WayOut> found) {
        draft.take(MAIL, match -> {
            if (leadsOut(match.group("host"))) {
                found.add(new WayOut(match.start(), match.end(), mailMessage(draft, match.start(), match.end())));
            }
        });
        takeUrls(draft, found);
        takeNames(draft, found);
    }

    private static void takeUrls(Draft draft, Collection<WayOut> found) {
        URL.matcher(draft.left()).results().forEach(match -> {
            var host = match.group("host");
            if (IpAddresses.isAddress(host)) {
                return;
            }
            if (host.contains(".") && leadsOut(host)) {
                found.add(
                        new WayOut(match.start(), match.end("host"), message(draft, match.start(), match.end("host"))));
            }
            draft.blank(match.start(), match.end());
        });
    }

    private static void takeNames(Draft draft, Collection<WayOut> found) {
        NAME.matcher(draft.left()).results().forEach(match -> {
            var host = match.group("host");
            var ending = ending(host);
            if (RESERVED_ENDINGS.contains(ending)) {
                draft.blank(match.start(), match.end());
            } else if (!DIGITS.matcher(host).matches() && isAddress(host, ending, match.group("path") != null)) {
                if (leadsOut(host)) {
                    found.add(new WayOut(
                            match.start(), match.end("host"), message(draft, match.start(), match.end("host"))));
                }
                draft.blank(match.start(), match.end());
            }
        });
    }

    private static boolean isAddress(String host, String ending, boolean path) {
        if (host.regionMatches(true, 0, "www.", 0, 4)) {
            return true;
        }
        return ENDINGS.contains(ending) || (path && ENDINGS_THAT_ARE_WORDS.contains(ending));
    }

    private static boolean leadsOut(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return !RESERVED_ENDINGS.contains(ending(name))
                && RESERVED_NAMES.stream()
                        .noneMatch(reserved -> name.equals(reserved) || name.endsWith("." + reserved));
    }

    private static String ending(String host) {
        return host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String mailMessage(Draft draft, int start, int end) {
        return "e-mail address \"%s\" may be somebody's; write one that ends in .example"
                .formatted(draft.written(start, end));
    }

    private static String message(Draft draft, int start, int end) {
        return "web address \"%s\" may lead to somebody's page; write one that ends in .example"
                .formatted(draft.written(start, end));
    }
}
