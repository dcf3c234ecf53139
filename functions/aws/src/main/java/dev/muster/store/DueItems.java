package dev.muster.store;

import dev.muster.drill.Due;
import dev.muster.drill.DueItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Something that falls due as an item. What it is stands in its key alone. */
final class DueItems {

    static final String DRILL_TIME = "drillTime";
    static final String EPOCH = "epoch";
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    private DueItems() {}

    static Item of(DueItem due) {
        var item = Item.at(Keys.due(due.drill(), due.key()))
                .with(DRILL_TIME, due.drillTime())
                .with(EPOCH, due.epoch());
        due.wakeAt().ifPresent(at -> item.with(Keys.DUE_SHARD, Keys.dueShard(due.drill(), due.key()))
                .with(Keys.DUE_AT, millis(at)));
        return item;
    }

    static DueItem read(Item item) {
        var key = item.key().sk().substring(Keys.DUES.length());
        return new DueItem(
                Keys.drillOf(item.key().pk()),
                Due.parse(key).orElseThrow(() -> new IllegalStateException("nothing falls due as " + item.key())),
                item.optional(DRILL_TIME).map(Duration::parse),
                item.optionalNumber(Keys.DUE_AT).map(DueItems::instant),
                Long.parseLong(item.number(EPOCH)));
    }

    /** Milliseconds since 1970 with all digits that the instant has, so that nothing is found before its time. */
    static BigDecimal millis(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond()).movePointRight(3).add(BigDecimal.valueOf(at.getNano(), 6));
    }

    private static Instant instant(String millis) {
        var nanos = new BigDecimal(millis).movePointRight(6).toBigIntegerExact();
        var parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }
}
