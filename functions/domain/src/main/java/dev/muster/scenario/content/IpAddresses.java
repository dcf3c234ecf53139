package dev.muster.scenario.content;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** IP addresses. For examples: RFC 5737 reserves three networks of version 4, RFC 3849 and RFC 9637 two of version 6. */
final class IpAddresses {

    private static final String FOUR = "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";

    /** Not inside a longer chain of numbers, and not the version of a program. */
    private static final Pattern V4 =
            Pattern.compile("(?<![\\p{L}\\p{N}_-])(?<!\\d\\.)" + FOUR + "(?![\\p{L}\\p{N}_-]|\\.\\d)");

    private static final Pattern V6 = Pattern.compile(
            "(?<![\\p{L}\\p{N}:.])(?=[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:)[0-9A-Fa-f:]{3,39}(?![\\p{L}\\p{N}:])");

    private static final Pattern VERSION =
            Pattern.compile("(?i)\\b(?:v|version|release|firmware|build|patch)\\.?\\s*$");

    private IpAddresses() {}

    static void take(Draft draft, Collection<WayOut> found) {
        var text = draft.left();
        draft.take(V4, match -> {
            if (isV4(match.group()) && !isReservedV4(match.group()) && !isVersion(text, match.start())) {
                found.add(wayOut(draft, match.start(), match.end()));
            }
        });
        V6.matcher(draft.left()).results().filter(match -> isV6(match.group())).forEach(match -> {
            if (!isReservedV6(match.group())) {
                found.add(wayOut(draft, match.start(), match.end()));
            }
            draft.blank(match.start(), match.end());
        });
    }

    /** Whether this is the host of a URL that is no name. */
    static boolean isAddress(String host) {
        return host.startsWith("[") || (host.matches(FOUR) && isV4(host));
    }

    private static WayOut wayOut(Draft draft, int start, int end) {
        return new WayOut(
                start,
                end,
                "IP address \"%s\" may be somebody's; write one from 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32"
                        .formatted(draft.written(start, end)));
    }

    private static boolean isVersion(String text, int start) {
        return VERSION.matcher(text.substring(Math.max(0, start - 12), start)).find();
    }

    private static boolean isV4(String address) {
        return Arrays.stream(address.split("\\.")).mapToInt(Integer::parseInt).allMatch(part -> part <= 255);
    }

    private static boolean isReservedV4(String address) {
        return Stream.of("192.0.2.", "198.51.100.", "203.0.113.").anyMatch(address::startsWith);
    }

    /** Eight groups, or fewer around one double colon; with a digit, since 'a::b' is more likely something else. */
    private static boolean isV6(String text) {
        var gap = text.indexOf("::");
        if (text.chars().noneMatch(Character::isDigit) || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
            return false;
        }
        var groups =
                Arrays.stream(text.split(":")).filter(group -> !group.isEmpty()).toList();
        return groups.stream().allMatch(group -> group.length() <= 4)
                && (gap >= 0 ? groups.size() < 8 && groups.size() > 1 : groups.size() == 8 && !text.endsWith(":"));
    }

    private static boolean isReservedV6(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        return lower.matches("2001:0?db8:.*") || lower.matches("3fff:0?[0-9a-f]{0,3}:.*");
    }
}
