package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode.Ecc;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "http://192.168.178.23:8080/join/pQ3x9aLkT0ZmVb7c";

    @Test
    void eachCharacterHoldsTwoModulesOneAboveTheOther() {
        var expected = io.nayuki.qrcodegen.QrCode.encodeText(ADDRESS, Ecc.MEDIUM);
        var lines = QrCode.of(ADDRESS).lines();

        assertThat(lines).hasSize((expected.size + 8 + 1) / 2).allMatch(line -> line.length() == expected.size + 8);
        for (var y = -4; y < expected.size + 4; y++) {
            for (var x = -4; x < expected.size + 4; x++) {
                var character = lines.get((y + 4) / 2).charAt(x + 4);
                var dark = character == '█' || character == ((y + 4) % 2 == 0 ? '▀' : '▄');
                assertThat(dark).as("%d,%d", x, y).isEqualTo(expected.getModule(x, y));
            }
        }
    }

    @Test
    void itIsBlackOnWhiteOnEveryTerminal() {
        assertThat(QrCode.of(ADDRESS).coloured())
                .allMatch(line -> line.startsWith("\u001b[38;5;16;48;5;231m") && line.endsWith("\u001b[0m"));
    }
}
