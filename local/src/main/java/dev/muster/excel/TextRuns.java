package dev.muster.excel;

/** Puts a text together from its runs ({@code t}), of which each may look different; leaves out how it is pronounced. */
final class TextRuns {

    private final StringBuilder text = new StringBuilder();
    private boolean inRun;
    private boolean inPronunciation;

    void start(String element) {
        inRun = inRun || element.equals("t");
        inPronunciation = inPronunciation || element.equals("rPh");
    }

    void characters(char[] buffer, int start, int length) {
        if (inRun && !inPronunciation) {
            text.append(buffer, start, length);
        }
    }

    void end(String element) {
        inRun = inRun && !element.equals("t");
        inPronunciation = inPronunciation && !element.equals("rPh");
    }

    String take() {
        var whole = Xml.unescaped(text.toString());
        text.setLength(0);
        return whole;
    }
}
