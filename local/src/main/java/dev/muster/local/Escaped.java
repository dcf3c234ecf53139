package dev.muster.local;

/** Text made safe for markup. */
final class Escaped {

    private Escaped() {}

    /** Safe in XML and HTML, in text and in attributes with either kind of quotes. */
    static String xml(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
