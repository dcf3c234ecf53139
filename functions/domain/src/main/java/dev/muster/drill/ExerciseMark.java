package dev.muster.drill;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Marks whatever leaves Muster as an exercise, so that nobody takes it for real. Source: the EXERCISE marking of exercise
 * practice, by which the text opens and closes with the mark.
 */
public final class ExerciseMark {

    /** The first and the last line of every text. */
    public static final String LINE = "EXERCISE EXERCISE EXERCISE";

    /** How every subject begins. */
    public static final String SUBJECT = "EXERCISE: ";

    /** Amazon SNS takes subjects of less than 100 characters, in ASCII and without line breaks. */
    private static final int SUBJECT_LENGTH = 99;

    /** A text message of three parts, when the link is as long as links are. */
    private static final int SMS_WORDS = 120;

    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('Æ', "AE"),
            Map.entry('æ', "ae"),
            Map.entry('Ø', "O"),
            Map.entry('ø', "o"),
            Map.entry('Œ', "OE"),
            Map.entry('œ', "oe"),
            Map.entry('Ł', "L"),
            Map.entry('ł', "l"),
            Map.entry('Đ', "D"),
            Map.entry('đ', "d"),
            Map.entry('ı', "i"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('…', "..."));

    private ExerciseMark() {}

    /** One marked line of printable ASCII, cut where it gets too long; accents are left out, other scripts too. */
    public static String subject(String words) {
        var line = SUBJECT + ascii(words);
        return (line.length() > SUBJECT_LENGTH ? line.substring(0, SUBJECT_LENGTH) : line).strip();
    }

    /** A text between two marked lines, with the link if there is one. */
    public static String text(String words, Optional<String> link) {
        var call = link.map(url -> "\n\nAnswer here: " + url).orElse("");
        return LINE + "\n\n" + words.strip() + call + "\n\n" + LINE;
    }

    /** A text for a small screen: marked at both ends, its words cut, its link whole. */
    public static String sms(String words, Optional<String> link) {
        var one = words.strip().replaceAll("\\s+", " ");
        var cut = one.codePointCount(0, one.length()) > SMS_WORDS
                ? one.substring(0, one.offsetByCodePoints(0, SMS_WORDS)).strip() + "..."
                : one;
        return SUBJECT + cut + link.map(url -> " " + url).orElse("") + " EXERCISE";
    }

    private static String ascii(String words) {
        var spelled = words.chars()
                .mapToObj(letter -> SPELLED.getOrDefault((char) letter, Character.toString(letter)))
                .collect(Collectors.joining());
        return Normalizer.normalize(spelled, Normalizer.Form.NFKD)
                .replaceAll("\\s+", " ")
                .replaceAll("[^ -~]", "")
                .replaceAll(" +", " ")
                .strip();
    }
}
