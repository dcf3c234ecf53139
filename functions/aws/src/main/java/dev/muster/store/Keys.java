package dev.muster.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where each item stands in the table, and how its indexes are named.
 *
 * <p>What responders may read stands in the partition {@code DRILL#id}; the script stands in {@code SCRIPT#id}, so that a
 * permission on leading keys keeps it from them.
 */
public final class Keys {

    public static final String PK = "pk";
    public static final String SK = "sk";

    /** What falls due, by shard and time; a parked item has neither attribute and is not in it. */
    public static final String DUE_INDEX = "due-index";

    public static final String DUE_SHARD = "dueShard";

    /** Milliseconds since 1970; what is finer stands behind the point. */
    public static final String DUE_AT = "dueAt";

    /** All drills, by shard and start. */
    public static final String DRILLS_INDEX = "drills-index";

    public static final String LIST_SHARD = "listShard";
    public static final String LIST_SORT = "listSort";

    /** On a member of a roster, on an account and on the join links of a drill: links issued before this moment are void. */
    static final String REVOKED_BEFORE = "revokedBefore";

    static final int DUE_SHARDS = 16;
    static final int LIST_SHARDS = 4;

    static final String EVENTS = "EVENT#";
    static final String DUES = "DUE#";
    static final String MEMBERS = "MEMBER#";

    private Keys() {}

    /** The primary key of an item. */
    record Key(String pk, String sk) {

        static Key of(Map<String, AttributeValue> item) {
            return new Key(item.get(PK).s(), item.get(SK).s());
        }

        Map<String, AttributeValue> attributes() {
            return Map.of(PK, fromS(pk), SK, fromS(sk));
        }
    }

    static Key drill(String drill) {
        return new Key(drillPartition(drill), "DRILL");
    }

    static Key event(String drill, String entry) {
        return new Key(drillPartition(drill), EVENTS + entry);
    }

    static Key due(String drill, String key) {
        return new Key(drillPartition(drill), DUES + key);
    }

    static Key member(String drill, String member) {
        return new Key(drillPartition(drill), MEMBERS + member);
    }

    static Key scorecard(String drill) {
        return new Key(drillPartition(drill), "SCORECARD");
    }

    static Key joinLinks(String drill) {
        return new Key(drillPartition(drill), "JOIN");
    }

    static Key hold() {
        return new Key("HOLD", "HOLD");
    }

    static Key account(String account) {
        return new Key("ACCOUNT#" + account, "ACCOUNT");
    }

    static String drillPartition(String drill) {
        return "DRILL#" + drill;
    }

    static String scriptPartition(String drill) {
        return "SCRIPT#" + drill;
    }

    /** The id of the drill in whose partition the item stands. */
    static String drillOf(String partition) {
        return partition.substring("DRILL#".length());
    }

    /** The shard of a due item: the same on every machine and for ever, and a drill's items spread over all. */
    static String dueShard(String drill, String key) {
        return Long.toString(checksum(drill + '/' + key) % DUE_SHARDS);
    }

    static String listShard(String drill) {
        return Long.toString(checksum(drill) % LIST_SHARDS);
    }

    private static long checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
