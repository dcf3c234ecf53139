package dev.muster.rating;

import dev.muster.drill.DrillEvent.CriterionMark;
import dev.muster.drill.Message;
import dev.muster.rating.Calibration.Scale;
import dev.muster.rating.Encoder.Sight;
import dev.muster.rating.Evidence.Weighed;
import dev.muster.rating.WordPieces.Piece;
import dev.muster.scenario.Criterion;
import dev.muster.scoring.MessageRater;
import dev.muster.scoring.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a message with a small network that was trained on labelled messages, and with rules of wording beside it
 * (docs/rater.md). It knows English, gives no marks to what it cannot read, and does not fall for texts that were written for it.
 */
public final class TrainedRater implements MessageRater {

    /** Chance of a criterion in a text without a word. */
    private static final double NOTHING = 0.01;

    /** What a text that was written for the rater shows is for people to say. */
    private static final double UNDECIDED = 0.5;

    private static final LexicalRater RULES = new LexicalRater();

    private static final String NOT_ENGLISH =
            "not rated: it does not seem to be English, and the rater knows no other language";

    /** Reads a word at once, so that the network is loaded before the first message comes, and before a snapshot is taken. */
    public TrainedRater() {
        rate("ready", "");
    }

    @Override
    public String version() {
        return Network.CALIBRATION.version();
    }

    @Override
    public Reading rate(Message message, String context) {
        return rate(message.text(), context);
    }

    /** What a text shows; quotes are words of the text as it stands. */
    public Reading rate(String text, String context) {
        var own = OwnWords.of(text);
        var pieces = Network.PIECES.of(own);
        if (Language.foreign(own, pieces)) {
            return Reading.unrated(NOT_ENGLISH);
        }
        if (pieces.isEmpty()) {
            return new Reading(nothing(), Optional.of("there are no words in it"));
        }
        var marks = marks(text, own, pieces, Network.PIECES.of(OwnWords.of(context)));
        return Stuffing.found(own)
                .map(what -> new Reading(doubted(marks), Optional.of("unsure, please confirm: the text " + what)))
                .orElseGet(() -> new Reading(marks, cut(text)));
    }

    private static Optional<String> cut(String text) {
        return text.length() > OwnWords.MOST
                ? Optional.of("only the first %,d characters were read".formatted(OwnWords.MOST))
                : Optional.empty();
    }

    private static Map<Criterion, CriterionMark> marks(
            String text, String own, List<Piece> pieces, List<Piece> context) {
        var windows = Windows.of(own, pieces, Encoder.MOST_TEXT);
        var sights = windows.stream()
                .map(window -> Network.ENCODER.read(context, window))
                .toList();
        var hits = RULES.rate(own);
        var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
        Network.SCALES.forEach((criterion, scale) -> {
            var surest = surest(sights, criterion.ordinal());
            var probability = scale.probability(surest, hits.get(criterion).present());
            var quotes = probability < scale.threshold()
                    ? List.<String>of()
                    : Evidence.quotes(text, weighed(windows, sights, criterion.ordinal()));
            marks.put(criterion, new CriterionMark(!quotes.isEmpty(), probability, quotes));
        });
        return marks;
    }

    private static double surest(List<Sight> sights, int criterion) {
        return sights.stream()
                .mapToDouble(sight -> sight.message()[criterion])
                .max()
                .orElseThrow();
    }

    private static List<Weighed> weighed(List<List<Piece>> windows, List<Sight> sights, int criterion) {
        var weighed = new ArrayList<Weighed>();
        for (var i = 0; i < windows.size(); i++) {
            for (var j = 0; j < windows.get(i).size(); j++) {
                var odds = sights.get(i).pieces()[j][criterion];
                weighed.add(new Weighed(windows.get(i).get(j), 1 / (1 + Math.exp(-odds))));
            }
        }
        return weighed;
    }

    private static Map<Criterion, CriterionMark> nothing() {
        var marks = new EnumMap<Criterion, CriterionMark>(Criterion.class);
        for (var criterion : Criterion.values()) {
            marks.put(criterion, new CriterionMark(false, NOTHING, List.of()));
        }
        return marks;
    }

    /** What speaks for the message is no longer believed; what speaks against it stays. */
    private static Map<Criterion, CriterionMark> doubted(Map<Criterion, CriterionMark> marks) {
        var doubted = new EnumMap<>(marks);
        doubted.replaceAll((criterion, mark) ->
                criterion.positive() && mark.present() ? new CriterionMark(false, UNDECIDED, List.of()) : mark);
        return doubted;
    }

    /** Loaded once. */
    private static final class Network {
        static final WordPieces PIECES = WordPieces.load("pieces.txt");
        static final Encoder ENCODER = Encoder.load(PIECES);
        static final Calibration CALIBRATION = Calibration.load();
        static final Map<Criterion, Scale> SCALES = CALIBRATION.scales();
    }
}
