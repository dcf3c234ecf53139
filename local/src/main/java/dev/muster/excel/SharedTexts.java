package dev.muster.excel;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells point to by number. */
final class SharedTexts extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final TextRuns runs = new TextRuns();

    List<String> texts() {
        return texts;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        runs.start(name);
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        runs.characters(buffer, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        runs.end(name);
        if (name.equals("si")) {
            texts.add(runs.take());
        }
    }
}
