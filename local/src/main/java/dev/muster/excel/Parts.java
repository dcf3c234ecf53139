package dev.muster.excel;

import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The parts of an XLSX file and how large each really is, whatever the file says of itself. Counted before anything is
 * parsed, so that a zip bomb costs a moment and no memory.
 *
 * @param sizes bytes by the name of the part
 */
record Parts(Map<String, Long> sizes) {

    /** Bytes of all parts together. The XML of the largest sheet that is read has about thirty megabytes. */
    static final long UNPACKED = 64L * 1024 * 1024;

    /** Bytes of a part that is read as a whole tree, which takes ten times as much memory: styles, relations, the like. */
    static final long TREE = 4L * 1024 * 1024;

    /** Parts of a package: more sheets, drawings and pictures than anybody has. */
    static final int COUNT = 2_000;

    private static final int BUFFER = 64 * 1024;

    Parts {
        sizes = Map.copyOf(sizes);
    }

    static Parts of(Path path) throws IOException {
        var sizes = new HashMap<String, Long>();
        var file = path.toString();
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > COUNT) {
                throw new UnusableWorkbook(file, "%,d parts inside, at most %,d".formatted(zip.size(), COUNT));
            }
            var left = UNPACKED;
            for (var entry : zip.stream().toList()) {
                var size = unpacked(zip, entry, left);
                left -= size;
                if (left < 0) {
                    throw new UnusableWorkbook(
                            file,
                            "unpacked, it is larger than %d MB, a zip bomb perhaps; keep the script's sheet and drop the rest"
                                    .formatted(UNPACKED / 1024 / 1024));
                }
                sizes.merge('/' + entry.getName(), size, Long::sum);
            }
        }
        return new Parts(sizes);
    }

    /** Stops one byte behind the limit. */
    private static long unpacked(ZipFile zip, ZipEntry entry, long limit) throws IOException {
        var buffer = new byte[BUFFER];
        var size = 0L;
        try (var bytes = zip.getInputStream(entry)) {
            for (var read = bytes.read(buffer); read >= 0 && size <= limit; read = bytes.read(buffer)) {
                size += read;
            }
        }
        return size;
    }

    boolean has(String part) {
        return sizes.containsKey(part);
    }

    /** A part that is read as a whole tree and is too large for that, if there is one. */
    boolean hasLargeTree() {
        return sizes.entrySet().stream().anyMatch(part -> part.getValue() > TREE && isTree(part.getKey()));
    }

    /** Names can lie about parts; these are the ones that the library opens by itself. */
    private static boolean isTree(String part) {
        return part.endsWith(".rels") || part.equals("/[Content_Types].xml") || part.startsWith("/docProps/");
    }

    boolean isSmallEnough(String part) {
        return sizes.getOrDefault(part, 0L) <= TREE;
    }
}
