package dev.muster.rating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts text into the word pieces that the encoder knows, as its makers do: lower case, no accents, each punctuation mark
 * by itself, words into the longest known parts. A piece remembers where it stands in the text.
 *
 * <p>Source: the uncased WordPiece of BERT (Devlin et al., 2019), byte for byte what the training program's tokenizer does.
 */
final class WordPieces {

    static final String START = "[CLS]";
    static final String SEPARATOR = "[SEP]";

    private static final String UNKNOWN = "[UNK]";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;

    private WordPieces(Map<String, Integer> ids) {
        this.ids = ids;
    }

    /** @param start first character of the piece in the text; {@code end} the one after its last */
    record Piece(int id, int start, int end) {}

    /** From a list of pieces, one a line; a piece's number is its line's, counted from 0. */
    static WordPieces load(String resource) {
        try (var in = WordPieces.class.getResourceAsStream(resource)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var ids = HashMap.<String, Integer>newHashMap(lines.size());
            for (var line : lines) {
                ids.put(line, ids.size());
            }
            return new WordPieces(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a piece that is sure to be there. */
    int id(String piece) {
        return ids.get(piece);
    }

    List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var word = new Word();
        for (var at = 0; at < text.length(); ) {
            var c = text.codePointAt(at);
            var next = at + Character.charCount(c);
            if (blank(c)) {
                word.cut(pieces);
            } else if (standsAlone(c)) {
                word.cut(pieces);
                word.add(c, at, next);
                word.cut(pieces);
            } else if (!invisible(c)) {
                word.add(c, at, next);
            }
            at = next;
        }
        word.cut(pieces);
        return pieces;
    }

    private static boolean blank(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean invisible(int c) {
        return c == 0
                || c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static boolean standsAlone(int c) {
        return punctuation(c) || Character.isIdeographic(c);
    }

    private static boolean punctuation(int c) {
        if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** A word in the making: its plain letters, and of each the place in the text. */
    private final class Word {
        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        void add(int c, int start, int end) {
            var bare = Normalizer.normalize(Character.toString(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            bare.codePoints()
                    .filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
                    .forEach(one -> put(Character.toString(one), start, end));
        }

        private void put(String letter, int start, int end) {
            letters.append(letter);
            for (var i = 0; i < letter.length(); i++) {
                starts.add(start);
                ends.add(end);
            }
        }

        void cut(List<Piece> pieces) {
            if (!letters.isEmpty()) {
                pieces.addAll(parts());
                letters.setLength(0);
                starts.clear();
                ends.clear();
            }
        }

        private List<Piece> parts() {
            var parts = new ArrayList<Piece>();
            for (var from = 0; from < letters.length(); ) {
                var to = longestKnown(from);
                if (to < 0) {
                    return List.of(new Piece(id(UNKNOWN), starts.getFirst(), ends.getLast()));
                }
                parts.add(new Piece(ids.get(name(from, to)), starts.get(from), ends.get(to - 1)));
                from = to;
            }
            return parts;
        }

        /** Where the longest known part ends that begins here; -1 if no part is known. */
        private int longestKnown(int from) {
            if (letters.length() > LONGEST_WORD) {
                return -1;
            }
            for (var to = letters.length(); to > from; to--) {
                if (ids.containsKey(name(from, to))) {
                    return to;
                }
            }
            return -1;
        }

        private String name(int from, int to) {
            return (from == 0 ? "" : "##") + letters.substring(from, to);
        }
    }
}
