package dev.muster.marking;

import dev.muster.drill.ExerciseMark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The mark of texts and tables: the first and the last line say that it is an exercise. */
final class TextMark {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextMark() {}

    /** UTF-8 in any case; Windows-1252 is turned into it. */
    static byte[] put(byte[] content) {
        var written = decoded(content);
        var bom = written.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        var text = written.substring(bom.length());
        if (isMarked(text)) {
            throw new Unmarkable("it is marked already: its first and its last line say so");
        }
        var end = text.contains("\r\n") ? "\r\n" : "\n";
        var line = ExerciseMark.LINE + end;
        var body = text.isEmpty() || text.endsWith("\n") ? text : text + end;
        return (bom + line + body + line).getBytes(StandardCharsets.UTF_8);
    }

    static boolean isMarked(byte[] content) {
        return isMarked(decoded(content).replace(BYTE_ORDER_MARK, ""));
    }

    private static boolean isMarked(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.size() > 1
                && lines.getFirst().contains(Marking.WORD)
                && lines.getLast().contains(Marking.WORD);
    }

    private static String decoded(byte[] content) {
        var text = inSomeEncoding(content);
        if (text.chars().anyMatch(one -> one < ' ' && "\t\n\r\f".indexOf(one) < 0)) {
            throw new Unmarkable("this is no text: it holds control characters; save it as UTF-8 text");
        }
        return text;
    }

    private static String inSomeEncoding(byte[] content) {
        try {
            return decoded(content, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decoded(content, Charset.forName("windows-1252"));
            } catch (CharacterCodingException e) {
                throw new Unmarkable("this is no text in UTF-8 or Windows-1252; save it as UTF-8 text");
            }
        }
    }

    private static String decoded(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }
}
