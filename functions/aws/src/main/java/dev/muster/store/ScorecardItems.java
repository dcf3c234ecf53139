package dev.muster.store;

import java.nio.charset.StandardCharsets;

/** A drill's scorecard as an item: JSON, compressed. */
final class ScorecardItems {

    static final String REVISION = "revision";

    private ScorecardItems() {}

    static Item of(String drill, String scorecard, long revision) {
        return Item.at(Keys.scorecard(drill))
                .with(REVISION, revision)
                .with("body", Gzip.pack(scorecard.getBytes(StandardCharsets.UTF_8)));
    }

    static String read(Item item) {
        return new String(Gzip.unpack(item.bytes("body")), StandardCharsets.UTF_8);
    }
}
