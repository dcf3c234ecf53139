package dev.muster.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What a workbook's first part says: which sheets there are, and from which year dates count. */
final class Outline extends DefaultHandler {

    /** @param relation leads to the part that holds the sheet */
    record Entry(String name, String relation, boolean hidden) {}

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Entry> sheets = new ArrayList<>();
    private boolean from1904;

    List<Entry> sheets() {
        return sheets;
    }

    /** Whether dates count from 1904, as old Macs did, rather than from 1900. */
    boolean from1904() {
        return from1904;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "workbookPr" -> from1904 = List.of("1", "true").contains(value(attributes, "date1904"));
            case "sheet" ->
                sheets.add(new Entry(
                        Xml.unescaped(value(attributes, "name")),
                        String.valueOf(attributes.getValue(RELATIONS, "id")),
                        value(attributes, "state").toLowerCase(Locale.ROOT).contains("hidden")));
            default -> {
                // Views, names and the like say nothing about what stands in the sheets.
            }
        }
    }

    private static String value(Attributes attributes, String name) {
        var value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}
