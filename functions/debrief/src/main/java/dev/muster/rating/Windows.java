package dev.muster.rating;

import dev.muster.rating.WordPieces.Piece;
import java.util.ArrayList;
import java.util.List;

/** Parts of a long text that the network takes in one after the other, each ended by a sentence's end where there is one. */
final class Windows {

    private Windows() {}

    static List<List<Piece>> of(String text, List<Piece> pieces, int most) {
        var windows = new ArrayList<List<Piece>>();
        for (var from = 0; from < pieces.size(); ) {
            var to = pieces.size() - from <= most ? pieces.size() : sentenceEnd(text, pieces, from, from + most);
            windows.add(pieces.subList(from, to));
            from = to;
        }
        return windows;
    }

    /** In the second half, so that no window is small; else simply the last place. */
    private static int sentenceEnd(String text, List<Piece> pieces, int from, int last) {
        for (var to = last; to > (from + last) / 2; to--) {
            var end = pieces.get(to - 1).end();
            if (".!?".indexOf(text.charAt(end - 1)) >= 0
                    || text.substring(end, pieces.get(to).start()).contains("\n")) {
                return to;
            }
        }
        return last;
    }
}
