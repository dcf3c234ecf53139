package dev.muster.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a terminal. What East Asian scripts and emoji write takes two columns. */
final class Wrapped {

    private Wrapped() {}

    /** Broken at spaces; a word that is too long is cut. */
    static List<String> to(int columns, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && columns(line.toString()) + 1 + columns(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (columns(line.toString()) > columns) {
                var cut = cut(line.toString(), columns);
                lines.add(cut);
                line.delete(0, cut.length());
            }
        }
        lines.add(line.toString());
        return lines;
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    static int columns(String text) {
        return text.codePoints().map(Wrapped::columns).sum();
    }

    private static String cut(String text, int columns) {
        var end = 0;
        var taken = 0;
        while (end < text.length() && taken + columns(text.codePointAt(end)) <= columns) {
            taken += columns(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, Math.max(end, Character.charCount(text.codePointAt(0))));
    }

    private static int columns(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }
}
