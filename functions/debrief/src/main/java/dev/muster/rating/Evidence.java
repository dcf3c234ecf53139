package dev.muster.rating;

import dev.muster.rating.WordPieces.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Turns what the network says of single pieces into the words that a reader is shown. */
final class Evidence {

    private static final int MOST_QUOTES = 3;

    /** A piece belongs to the words if it is half as likely as the surest one, or likely in itself. */
    private static final double OF_SUREST = 0.5;

    private static final double LIKELY = 0.4;

    /** So many unlikely pieces within a run do not break it. */
    private static final int GAP = 2;

    /** Runs of which no piece is nearly as sure as the surest are left out. */
    private static final double NEARLY = 0.7;

    private static final int MOST_WORDS = 40;

    private static final Pattern STRAY = Pattern.compile("^[\\s,;:.–—•*-]+|[\\s,;:–—•*-]+$");

    private Evidence() {}

    /** A piece and how likely it belongs to the words that show the criterion, 0 to 1. */
    record Weighed(Piece piece, double likely) {}

    private record Run(int start, int end, double surest) {}

    /** Parts of the text as it stands, in its order; at least one if there is any piece. */
    static List<String> quotes(String text, List<Weighed> pieces) {
        var surest = pieces.stream().mapToDouble(Weighed::likely).max().orElse(0);
        return runs(pieces, Math.min(LIKELY, OF_SUREST * surest)).stream()
                .filter(run -> run.surest() >= NEARLY * surest)
                .sorted(Comparator.comparingDouble(Run::surest).reversed())
                .limit(MOST_QUOTES)
                .sorted(Comparator.comparingInt(Run::start))
                .map(run -> words(text, run))
                .distinct()
                .toList();
    }

    private static List<Run> runs(List<Weighed> pieces, double least) {
        var runs = new ArrayList<Run>();
        Run run = null;
        var gap = 0;
        for (var weighed : pieces) {
            if (weighed.likely() < least) {
                gap++;
                continue;
            }
            var piece = weighed.piece();
            if (run != null && gap <= GAP) {
                run = new Run(run.start(), piece.end(), Math.max(run.surest(), weighed.likely()));
                runs.set(runs.size() - 1, run);
            } else {
                run = new Run(piece.start(), piece.end(), weighed.likely());
                runs.add(run);
            }
            gap = 0;
        }
        return runs;
    }

    private static String words(String text, Run run) {
        var start = run.start();
        var end = run.end();
        while (start > 0 && inWord(text, start - 1) && inWord(text, start)) {
            start--;
        }
        while (end < text.length() && inWord(text, end - 1) && inWord(text, end)) {
            end++;
        }
        var quote = shortened(text.substring(start, end));
        var bare = STRAY.matcher(quote).replaceAll("");
        return bare.isEmpty() ? quote : bare;
    }

    private static boolean inWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '\'' || text.charAt(at) == '’';
    }

    private static String shortened(String quote) {
        var words = 0;
        for (var at = 0; at < quote.length(); at++) {
            if (Character.isWhitespace(quote.charAt(at)) && ++words == MOST_WORDS) {
                return quote.substring(0, at);
            }
        }
        return quote;
    }
}
