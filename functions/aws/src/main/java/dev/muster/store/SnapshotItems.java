package dev.muster.store;

import dev.muster.store.Keys.Key;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A snapshot of a scenario or a plan as items: compressed, and cut into chunks because an item may have 400 KB only.
 *
 * <p>Its name is made from its content. Writing the same snapshot twice is writing it once, another one never overwrites
 * it, and what is left of an attempt that broke off is no part of any drill: the drill's item says which name counts.
 */
final class SnapshotItems {

    static final int CHUNK_BYTES = 340_000;
    private static final String OF = "of";
    private static final String BODY = "body";

    /** Where a snapshot stands: in the script, or where responders may read. */
    record Place(String partition, String kind) {

        static Place scenario(String drill) {
            return new Place(Keys.scriptPartition(drill), "SCENARIO");
        }

        static Place plan(String drill) {
            return new Place(Keys.drillPartition(drill), "PLAN");
        }

        /** What the sort keys of all its chunks begin with. */
        String chunks(String name) {
            return kind + '#' + name + '#';
        }
    }

    private SnapshotItems() {}

    static String name(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Item> of(Place place, byte[] content) {
        var packed = Gzip.pack(content);
        var count = Math.ceilDiv(packed.length, CHUNK_BYTES);
        var prefix = place.chunks(name(content));
        return IntStream.range(0, count)
                .mapToObj(at -> Item.at(new Key(place.partition(), "%s%03d".formatted(prefix, at)))
                        .with(OF, count)
                        .with(BODY, chunk(packed, at)))
                .toList();
    }

    /** @param chunks those that there are, in the order of their keys */
    static byte[] read(Place place, String name, List<Item> chunks) {
        var expected = chunks.isEmpty() ? 1 : Integer.parseInt(chunks.getFirst().number(OF));
        if (chunks.size() != expected) {
            throw new IllegalStateException("the snapshot %s%s is incomplete: found %d of %d chunks"
                    .formatted(place.partition() + '/', place.chunks(name), chunks.size(), expected));
        }
        var packed = new ByteArrayOutputStream();
        chunks.forEach(chunk -> packed.writeBytes(chunk.bytes(BODY)));
        return Gzip.unpack(packed.toByteArray());
    }

    private static byte[] chunk(byte[] packed, int at) {
        return Arrays.copyOfRange(packed, at * CHUNK_BYTES, Math.min(packed.length, (at + 1) * CHUNK_BYTES));
    }
}
