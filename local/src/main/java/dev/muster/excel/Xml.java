package dev.muster.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of files that anybody may have made: no document types, no entities, nothing fetched. */
final class Xml {

    private static final String NO_DOCUMENT_TYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** By this OOXML keeps characters that XML has no room for: {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What must be written so: controls, halves of characters, and what would be read as such an escape. */
    private static final Pattern TO_ESCAPE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)"
                    + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private Xml() {}

    /** @throws SAXException if it is no XML, or declares a document type */
    static void parse(InputStream xml, DefaultHandler handler) throws IOException, SAXException {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCUMENT_TYPE, true);
            factory.newSAXParser().parse(xml, handler);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK's parser can refuse document types", e);
        }
    }

    /** Whether this complaint, or one beneath it, is about a document type. */
    static boolean refusedDocumentType(Throwable complaint) {
        for (var cause = complaint; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("DOCTYPE")) {
                return true;
            }
        }
        return false;
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    static String escaped(String text) {
        return TO_ESCAPE.matcher(text).replaceAll(found -> "_x%04X_"
                .formatted((int) found.group().charAt(0)));
    }
}
