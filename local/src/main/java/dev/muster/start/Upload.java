package dev.muster.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that a browser's form sent, as RFC 7578 writes it.
 *
 * @param name as its owner calls it, without a path
 */
record Upload(String name, byte[] content) {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data;.*boundary=\"?([^\";]{1,70})\"?.*");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"\r\n]*)\"");
    private static final int LONGEST_NAME = 120;
    private static final String END_OF_HEADERS = "\r\n\r\n";

    /**
     * The first file in the form; empty if there is none, or the body is no such form.
     *
     * @param contentType with the boundary between the form's fields
     */
    static Optional<Upload> in(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        return boundary.matches() ? in(new String(body, ISO_8859_1), "\r\n--" + boundary.group(1)) : Optional.empty();
    }

    /** @param body each character one byte */
    private static Optional<Upload> in(String body, String delimiter) {
        var text = "\r\n" + body;
        var start = text.indexOf(delimiter);
        while (start >= 0) {
            var headersEnd = text.indexOf(END_OF_HEADERS, start);
            var end = headersEnd < 0 ? -1 : text.indexOf(delimiter, headersEnd);
            if (end < 0) {
                return Optional.empty();
            }
            var name = FILE_NAME.matcher(text.substring(start, headersEnd));
            if (name.find() && !name.group(1).isBlank()) {
                var content = text.substring(headersEnd + END_OF_HEADERS.length(), end);
                return Optional.of(new Upload(plain(name.group(1)), content.getBytes(ISO_8859_1)));
            }
            start = end;
        }
        return Optional.empty();
    }

    private static String plain(String written) {
        var name = new String(written.getBytes(ISO_8859_1), UTF_8);
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }
}
