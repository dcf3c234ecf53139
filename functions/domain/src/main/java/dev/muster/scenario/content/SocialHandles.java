package dev.muster.scenario.content;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Handles on social channels. No plain handle is reserved for examples, so ours are domain-like: @harbourwatch.example. */
final class SocialHandles {

    private static final Pattern HANDLE = Pattern.compile(
            "(?<![\\p{L}\\p{N}@._/-])@(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:[.-][\\p{L}\\p{N}_]+){0,10})");

    /** With these, chats call everybody in the room. */
    private static final Set<String> EVERYBODY =
            Set.of("all", "channel", "everyone", "everybody", "here", "room", "team");

    private SocialHandles() {}

    static void take(Draft draft, Collection<WayOut> found) {
        draft.take(HANDLE, match -> {
            var name = match.group("name").toLowerCase(Locale.ROOT);
            if (!name.endsWith(".example") && !EVERYBODY.contains(name)) {
                found.add(new WayOut(match.start(), match.end(), message(match.group())));
            }
        });
    }

    private static String message(String handle) {
        return "handle \"%1$s\" may be somebody's; let it end in .example: %2$s.example"
                .formatted(handle, handle.replace('_', '-'));
    }
}
