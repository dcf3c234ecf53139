package dev.muster.scenario.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zip in memory and trusts nothing in it: no name, no size, no number of entries. */
final class Unpacking {

    /** Besides the files: folders, the note, and what operating systems add. */
    private static final int ENTRIES = 2 * ScenarioBundle.FILES;

    private static final Pattern LEADS_OUT = Pattern.compile("/.*|.*(?:^|/)\\.\\.(?:/.*|$)|.*[\\\\:\\x00-\\x1F].*");
    private static final int DIRECTORY_END = 0x06054B50;
    private static final int DIRECTORY_END_BYTES = 22;
    private static final int COUNT_AT = 10;

    private final String source;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int entries;
    private long bytes;

    Unpacking(String source) {
        this.source = source;
    }

    /** @param leftOut names of entries that are no part of a scenario */
    record Unpacked(Map<String, byte[]> files, List<String> leftOut) {}

    /** @throws InvalidDocument if it is no zip, is damaged, or is not safe to unpack */
    Unpacked unpack(Path path) {
        try {
            return unpack(limited(path));
        } catch (IOException e) {
            throw refusal("cannot be read: " + e.getMessage());
        }
    }

    Unpacked unpack(byte[] packed) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed), UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                take(entry, zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refusal("is no zip that can be read, or is damaged: " + e.getMessage());
        }
        if (entries == 0) {
            throw refusal("is no zip, or an empty one; expected a scenario that ./muster export has written");
        }
        refuseAnotherDirectory(ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN));
        return new Unpacked(withoutFolder(files), leftOut);
    }

    private byte[] limited(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var packed = in.readNBytes(ScenarioBundle.BYTES + 1);
            if (packed.length > ScenarioBundle.BYTES) {
                throw refusal("larger than 16 MB; no scenario is");
            }
            return packed;
        }
    }

    private void take(ZipEntry entry, ZipInputStream zip) throws IOException {
        var name = entry.getName();
        if (++entries > ENTRIES) {
            throw refusal("more than %d entries; no scenario has so many".formatted(ENTRIES));
        }
        if (LEADS_OUT.matcher(name).matches()) {
            throw refusal("entry %s would be written outside of the scenario's folder; nothing was unpacked"
                    .formatted(Wording.quoted(name)));
        }
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw refusal("entry %s comes twice".formatted(Wording.quoted(name)));
        }
        var content = content(name, zip);
        if (!entry.isDirectory()) {
            files.put(name, content);
        }
    }

    /** What is not needed is unpacked as well: a bomb is a bomb under any name. */
    private byte[] content(String name, ZipInputStream zip) throws IOException {
        var content = zip.readNBytes(SourceText.LIMIT + 1);
        bytes += content.length;
        if (content.length > SourceText.LIMIT) {
            throw refusal("entry %s has more than 1 MB".formatted(Wording.quoted(name)));
        }
        if (bytes > ScenarioBundle.BYTES) {
            throw refusal("unpacks to more than 16 MB; no scenario does");
        }
        return content;
    }

    /** A zip ends with its directory. Another number there means that it was cut off, or hides something. */
    private void refuseAnotherDirectory(ByteBuffer packed) {
        for (var at = packed.limit() - DIRECTORY_END_BYTES; at >= 0; at--) {
            if (packed.getInt(at) == DIRECTORY_END) {
                if (Short.toUnsignedInt(packed.getShort(at + COUNT_AT)) == entries) {
                    return;
                }
                break;
            }
        }
        throw refusal("its directory does not list what it holds; it was cut off or tampered with");
    }

    /** Names relative to the scenario's folder, which is where the script lies; whoever packs again packs otherwise. */
    private Map<String, byte[]> withoutFolder(Map<String, byte[]> packed) {
        var folder = packed.keySet().stream()
                .filter(name -> name.equals(ScenarioBundle.SCRIPT) || name.endsWith("/" + ScenarioBundle.SCRIPT))
                .map(name -> name.substring(0, name.length() - ScenarioBundle.SCRIPT.length()))
                .toList();
        if (folder.size() > 1) {
            throw refusal("%d scenarios in it; expected one".formatted(folder.size()));
        }
        var within = new TreeMap<String, byte[]>();
        packed.forEach((name, content) -> {
            var relative = folder.isEmpty() || !name.startsWith(folder.getFirst())
                    ? name
                    : name.substring(folder.getFirst().length());
            if (ScenarioBundle.known(relative)) {
                within.put(relative, content);
            } else if (!relative.equals(ScenarioBundle.NOTE)) {
                leftOut.add(name);
            }
        });
        return within;
    }

    private InvalidDocument refusal(String message) {
        return new InvalidDocument(source, Place.START, message);
    }
}
