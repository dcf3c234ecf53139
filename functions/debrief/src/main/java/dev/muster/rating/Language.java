package dev.muster.rating;

import dev.muster.rating.WordPieces.Piece;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text is in a language that the rater learned. It learned English; whoever types English in a hurry, in dialect or
 * as a second language still uses its small words. Told apart by small words, and by letters.
 */
enum Language {
    ENGLISH(
            "the and you your we our us i my me to of for is are was were be been it its it's that this there have has had will"
                    + " can not no don't dont with from they their what who how if so but just please sorry thanks thank at by all any"
                    + " as do did get got here now out up she her his him when about until still ur u r yes ok hi hello today tonight"
                    + " after before would could should than then them these those yet again only been being"),
    GERMAN(
            "der die das und ist sind wir ihr sie ihre ihren unser unsere nicht ein eine einen einem mit für auf von zu im den"
                    + " dem des es haben hat wird werden auch bei nach um uns ich bitte wurde wurden kann können über als aus noch"
                    + " tut leid gleich wieder heute jetzt seit uhr"),
    FRENCH(
            "le la les des et est sont nous vous votre vos notre nos ne pas un une avec pour sur de du dans que qui au aux ce"
                    + " cette ces avons avez été je il elle plus par en mais tout"),
    SPANISH(
            "el la los las y es son nosotros su sus nuestro nuestra no un una con para por de del en que se lo al ha han hemos"
                    + " este esta muy más como pero estamos usted ustedes perdón disculpe disculpen molestias gracias"),
    ITALIAN(
            "il lo la i gli le e è sono noi vostro vostra nostro nostra non un una con per di del della dei che si al alla"
                    + " abbiamo questo questa più ma siamo stato stati nel"),
    PORTUGUESE("o a os as e é são nós seu sua nosso nossa não um uma com para por de do da dos das em que se no na ao"
            + " estamos temos este esta mais mas foi"),
    DUTCH(
            "de het een en is zijn wij we u uw ons onze niet met voor op van te in dat die er aan ook bij naar om hebben heeft"
                    + " wordt worden kan maar nog geen"),
    POLISH("i w z na do nie się jest są to że od za o po dla ale przez jak nas państwa bardzo przepraszamy mamy"),
    SWEDISH("och att det som en ett på är av för med till den har inte om vi ni er vår våra från kan men så oss"),
    TURKISH("ve bir bu için ile de da çok ne olarak olan var yok biz siz size bize özür ama gibi"),
    VIETNAMESE("chúng tôi và của là có không được cho này đã đang sẽ các một những rất vì với xin lỗi quý khách");

    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");

    /** Of fewer words no language can be told. */
    private static final int TELLING = 4;

    /** Another language must have so many more of its small words in the text than English. */
    private static final double CLEARLY = 1.5;

    private static final double MOSTLY = 0.5;

    /** Words of a language that the network never met fall into so many pieces; those of no labelled message do. */
    private static final double SHATTERED = 2;

    /** English text that has so few of English's small words is rare. */
    private static final double FEW = 1.0 / 6;

    private final Set<String> small;

    Language(String small) {
        this.small = new HashSet<>(Arrays.asList(small.split(" ")));
    }

    /**
     * Whether the text is clearly in another language, or in letters that English does not have.
     *
     * @param pieces of the text, as the network reads it
     */
    static boolean foreign(String text, List<Piece> pieces) {
        if (mostlyStrangeLetters(text)) {
            return true;
        }
        var counts = counts(text);
        return unknown(text, pieces, counts.get(ENGLISH)) || anotherThanEnglish(counts);
    }

    private static boolean unknown(String text, List<Piece> pieces, int english) {
        var words = WORD.matcher(text).results().count();
        var parts = pieces.stream()
                .filter(piece -> Character.isLetter(text.codePointAt(piece.start())))
                .count();
        return words >= TELLING && english <= FEW * words && parts >= SHATTERED * words;
    }

    private static boolean anotherThanEnglish(Map<Language, Integer> counts) {
        var english = counts.remove(ENGLISH);
        var most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most >= TELLING - 1 && most > CLEARLY * english;
    }

    private static boolean mostlyStrangeLetters(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return letters >= TELLING && letters - latin > MOSTLY * letters;
    }

    private static Map<Language, Integer> counts(String text) {
        var counts = new EnumMap<Language, Integer>(Language.class);
        for (var language : values()) {
            counts.put(language, 0);
        }
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            for (var language : values()) {
                if (language.small.contains(words.group())) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
