package dev.muster.web;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as a path of unit squares, to be drawn dark on light.
 *
 * @param size with the light modules around it that the standard wants
 * @param path what is dark, as SVG writes paths
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
