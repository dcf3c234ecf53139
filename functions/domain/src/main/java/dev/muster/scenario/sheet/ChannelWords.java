package dev.muster.scenario.sheet;

import dev.muster.scenario.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the channel behind the words of a sheet. */
public final class ChannelWords {

    /** In this order: what is more special comes first, so that 'text message' is no message of a chat. */
    private static final List<Map.Entry<Channel, List<String>>> CALLED = List.of(
            Map.entry(
                    Channel.SMS,
                    List.of(
                            "sms",
                            "text message",
                            "text messages",
                            "texting",
                            "whatsapp",
                            "text",
                            "pager",
                            "kurznachricht")),
            Map.entry(
                    Channel.SOCIAL,
                    List.of(
                            "social",
                            "social media",
                            "twitter",
                            "tweet",
                            "facebook",
                            "instagram",
                            "linkedin",
                            "tiktok",
                            "youtube",
                            "reddit",
                            "mastodon",
                            "post",
                            "x",
                            "soziale medien",
                            "blog")),
            Map.entry(
                    Channel.EMAIL,
                    List.of(
                            "email",
                            "e mail",
                            "mail",
                            "emails",
                            "e mails",
                            "fax",
                            "letter",
                            "memo",
                            "written message",
                            "brief")),
            Map.entry(
                    Channel.CHAT,
                    List.of(
                            "chat",
                            "teams",
                            "ms teams",
                            "slack",
                            "im",
                            "instant message",
                            "instant messaging",
                            "messenger",
                            "signal",
                            "webeoc",
                            "web eoc")),
            Map.entry(
                    Channel.PHONE,
                    List.of(
                            "phone",
                            "telephone",
                            "call",
                            "phone call",
                            "telephone call",
                            "tel",
                            "voice",
                            "radio",
                            "mobile",
                            "cell phone",
                            "hotline",
                            "conference call",
                            "telefon",
                            "anruf",
                            "funk",
                            "handy")),
            Map.entry(
                    Channel.NEWS,
                    List.of(
                            "news",
                            "tv",
                            "television",
                            "broadcast",
                            "newspaper",
                            "press",
                            "media",
                            "news report",
                            "news article",
                            "news clip",
                            "vnn",
                            "radio news",
                            "radio report",
                            "radio broadcast",
                            "radio station",
                            "radio interview",
                            "mock news",
                            "fernsehen",
                            "zeitung",
                            "presse",
                            "nachrichten",
                            "rundfunk")),
            Map.entry(
                    Channel.WEB,
                    List.of(
                            "web",
                            "website",
                            "web site",
                            "web page",
                            "webpage",
                            "webseite",
                            "internetseite",
                            "homepage",
                            "portal",
                            "intranet",
                            "online",
                            "web form",
                            "internet")),
            Map.entry(
                    Channel.IN_PERSON,
                    List.of(
                            "in person",
                            "person",
                            "face to face",
                            "f2f",
                            "verbal",
                            "verbally",
                            "oral",
                            "briefing",
                            "handout",
                            "hand delivered",
                            "paper",
                            "runner",
                            "walk in",
                            "actor",
                            "role player",
                            "simulated",
                            "visual",
                            "observation",
                            "on scene",
                            "video",
                            "slide",
                            "presentation",
                            "persönlich",
                            "mündlich",
                            "vor ort",
                            "meldezettel")));

    /** Ways for which Muster has no channel of their own; what they are read as is only the nearest. */
    private static final List<String> NEAREST = List.of(
            "fax",
            "letter",
            "memo",
            "written message",
            "brief",
            "whatsapp",
            "pager",
            "blog",
            "post",
            "web eoc",
            "webeoc",
            "radio",
            "funk",
            "conference call",
            "paper",
            "handout",
            "video",
            "slide",
            "presentation",
            "simulated",
            "visual",
            "observation");

    private ChannelWords() {}

    /** The channel whose name or a word for it is the whole text, or else stands in it. */
    public static Optional<Channel> find(String text) {
        var plain = Words.plain(text);
        return labelled(plain)
                .or(() -> CALLED.stream()
                        .filter(channel -> channel.getValue().contains(plain))
                        .findFirst()
                        .map(Map.Entry::getKey))
                .or(() -> CALLED.stream()
                        .filter(channel -> Words.mentions(plain, channel.getValue()))
                        .findFirst()
                        .map(Map.Entry::getKey));
    }

    /** Whether the text says no more and nothing else than the channel. */
    public static boolean isSure(String text, Channel channel) {
        var plain = Words.plain(text);
        var isName = CALLED.stream()
                .anyMatch(called ->
                        called.getKey() == channel && called.getValue().contains(plain));
        return isLiteral(text, channel) || isName && !NEAREST.contains(plain);
    }

    static boolean isLiteral(String text, Channel channel) {
        return Words.plain(text)
                .replace(" ", "")
                .equals(Words.plain(channel.label()).replace(" ", ""));
    }

    private static Optional<Channel> labelled(String plain) {
        return List.of(Channel.values()).stream()
                .filter(channel -> Words.plain(channel.label()).equals(plain))
                .findFirst();
    }
}
