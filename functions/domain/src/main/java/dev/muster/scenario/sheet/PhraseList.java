package dev.muster.scenario.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Phrases by which the field names things: {@code id: phrase; phrase}, one line each, in a file on the class path. */
public final class PhraseList {

    private PhraseList() {}

    /**
     * The phrases by id, in the order of the file.
     *
     * @param beside the class beside which the file lies
     */
    public static Map<String, List<String>> read(Class<?> beside, String file) {
        var phrases = new LinkedHashMap<String, List<String>>();
        try (var in = beside.getResourceAsStream(file)) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .forEach(line -> phrases.put(
                            line[0].strip(),
                            Arrays.stream(line[1].split(";")).map(String::strip).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }
}
