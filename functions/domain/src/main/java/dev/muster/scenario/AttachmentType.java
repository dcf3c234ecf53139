package dev.muster.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attachment may be, told by its content and not by its name. */
public enum AttachmentType {
    TEXT(".txt", "text/plain; charset=utf-8"),
    TABLE(".csv", "text/csv; charset=utf-8"),
    PNG(".png", "image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
    JPEG(".jpg", "image/jpeg", 0xFF, 0xD8, 0xFF),
    PDF(".pdf", "application/pdf", '%', 'P', 'D', 'F', '-');

    private final String ending;
    private final String mediaType;
    private final byte[] start;

    AttachmentType(String ending, String mediaType, int... start) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.start = new byte[start.length];
        for (var at = 0; at < start.length; at++) {
            this.start[at] = (byte) start[at];
        }
    }

    /** How the name of such a file ends. */
    public String ending() {
        return ending;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    public boolean isText() {
        return this == TEXT || this == TABLE;
    }

    public boolean isPicture() {
        return this == PNG || this == JPEG;
    }

    public static Optional<AttachmentType> byName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpeg")
                ? Optional.of(JPEG)
                : all().filter(type -> lower.endsWith(type.ending)).findFirst();
    }

    /** A text may be one of two types, which only the name tells apart; anything else is one or none. */
    public static List<AttachmentType> byContent(byte[] content) {
        var known =
                all().filter(type -> !type.isText() && type.startsLike(content)).toList();
        if (!known.isEmpty()) {
            return known;
        }
        return isText(content) ? List.of(TEXT, TABLE) : List.of();
    }

    private static Stream<AttachmentType> all() {
        return Arrays.stream(values());
    }

    private boolean startsLike(byte[] content) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** UTF-8 without control characters but tabs and line ends. */
    private static boolean isText(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return text.chars().allMatch(one -> one >= ' ' || one == '\t' || one == '\n' || one == '\r' || one == '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
