package dev.muster.cli;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.ArrayList;
import java.util.List;

/** A QR code for a terminal: two modules to a character, one above the other. */
final class QrCode {

    /** Light modules around the code, as the standard wants them. */
    private static final int QUIET = 4;

    /** Black on white whatever the terminal's own colours are. */
    private static final String COLOURS = "\u001b[38;5;16;48;5;231m";

    private static final String PLAIN = "\u001b[0m";

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    static QrCode of(String text) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM));
    }

    /** Dark modules are drawn; each line brings its own colours. */
    List<String> coloured() {
        return lines().stream().map(line -> COLOURS + line + PLAIN).toList();
    }

    /** Without colours: right where dark letters stand on a light ground. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var y = -QUIET; y < code.size + QUIET; y += 2) {
            var line = new StringBuilder();
            for (var x = -QUIET; x < code.size + QUIET; x++) {
                line.append(character(code.getModule(x, y), code.getModule(x, y + 1)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static char character(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '\u2588' : '\u2580';
        }
        return lower ? '\u2584' : ' ';
    }
}
