package dev.muster.excel;

import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.SheetLimits;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that cells point to by number; no more of them than a workbook may have cells and characters. */
final class SharedTexts extends DefaultHandler {

    private final CellPlace file;
    private final List<String> texts = new ArrayList<>();
    private final TextRuns runs = new TextRuns();

    private long characters;

    SharedTexts(CellPlace file) {
        this.file = file;
    }

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
            add(runs.take());
        }
    }

    private void add(String text) {
        texts.add(text);
        characters += text.length();
        if (texts.size() > SheetLimits.CELLS || characters > SheetLimits.CHARACTERS) {
            throw SheetLimits.tooMuch(file);
        }
    }
}
