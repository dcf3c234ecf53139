package dev.muster.scenario.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How words of a sheet are compared and cut. */
public final class Words {

    /** As long as an id may be and still be read at a glance. */
    private static final int ID_LENGTH = 40;

    private static final int SHOWN = 60;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}#+]+");
    private static final Pattern NOT_OF_IDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。？！])\\s|\\R");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF]"
                    + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]*");

    private Words() {}

    /** Whether nobody sees anything here: the spaces of web pages count as spaces. */
    public static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }

    /** Without controls other than tabs and line breaks, and without halves of characters. */
    static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll("");
    }

    /** Lower-case words with one space between them, without punctuation: {@code Recipient Player(s)} and the like. */
    public static String plain(String text) {
        var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(compatible).replaceAll(" ").strip();
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An id made of a title; nothing if no letter of it can stand in an id. */
    public static Optional<String> id(String title) {
        var folded = title.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae");
        var latin = MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
        var id = NOT_OF_IDS.matcher(latin).replaceAll("-").replaceAll("^-|-$", "");
        return Optional.of(shortened(id)).filter(it -> !it.isEmpty());
    }

    private static String shortened(String id) {
        if (id.length() <= ID_LENGTH) {
            return id;
        }
        var end = id.lastIndexOf('-', ID_LENGTH);
        return id.substring(0, end > 0 ? end : ID_LENGTH);
    }

    /** The id itself, or with the next free number behind it; it is taken from now on. */
    public static String unique(String id, Set<String> taken) {
        var free = Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? id : id + "-" + number)
                .filter(taken::add)
                .findFirst();
        return free.orElseThrow();
    }

    /** The first sentence or line, cut at a word where it is longer. */
    static String opening(String text, int most) {
        return cut(SENTENCE_END.split(text.strip(), 2)[0].strip(), most);
    }

    /** At most so many characters; cut at a word where that is possible, and marked as cut. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = text.lastIndexOf(' ', most - 1);
        var cut = end > most / 2 ? end : most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    /** For messages: on one line, cut short, in quotes. */
    public static String quoted(String text) {
        return '"' + cut(text.strip().replaceAll("\\s+", " "), SHOWN) + '"';
    }

    /** Each non-blank piece between separators, stripped. */
    public static List<String> split(String text, Pattern separators) {
        return Arrays.stream(separators.split(text))
                .map(String::strip)
                .filter(piece -> !isBlank(piece))
                .toList();
    }

    /** Whether one of the words or phrases stands in the plain text as a whole. */
    static boolean mentions(String plain, Iterable<String> phrases) {
        var padded = ' ' + plain + ' ';
        for (var phrase : phrases) {
            if (padded.contains(' ' + phrase + ' ')) {
                return true;
            }
        }
        return false;
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
