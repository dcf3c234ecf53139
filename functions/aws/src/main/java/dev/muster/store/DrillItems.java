package dev.muster.store;

import dev.muster.drill.Drill;
import dev.muster.drill.DrillClock;
import dev.muster.drill.DrillState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A drill as an item. */
final class DrillItems {

    static final String STATE = "state";
    static final String EPOCH = "epoch";
    static final String STOPPED_AT = "stoppedAt";

    /** The names under which the drill's snapshots are kept. */
    static final String SCENARIO_SNAPSHOT = "scenarioSnapshot";

    static final String PLAN_SNAPSHOT = "planSnapshot";

    /** Sorts as text in the order of time: always as many digits. */
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DrillItems() {}

    static Item of(Drill drill) {
        return inMotion(drill)
                .with("title", drill.title())
                .with("scenario", drill.scenario())
                .with("plan", drill.plan())
                .with("team", drill.team())
                .with("zone", drill.zone().getId())
                .with(Keys.LIST_SHARD, Keys.listShard(drill.id()));
    }

    /** Those attributes that a clock command changes. */
    static Item inMotion(Drill drill) {
        return Item.at(Keys.drill(drill.id()))
                .with(STATE, drill.state().label())
                .with(EPOCH, drill.epoch())
                .with("startsAt", drill.startsAt())
                .with("length", drill.length())
                .with("clockWall", drill.clock().anchorWall())
                .with("clockDrill", drill.clock().anchorDrill())
                .with("clockSpeed", drill.clock().speed())
                .with(STOPPED_AT, drill.clock().stoppedAt())
                .with(Keys.LIST_SORT, SORTABLE.format(drill.startsAt()) + '#' + drill.id());
    }

    static Drill read(Item item) {
        return new Drill(
                Keys.drillOf(item.key().pk()),
                item.string("title"),
                item.string("scenario"),
                item.string("plan"),
                item.string("team"),
                ZoneId.of(item.string("zone")),
                item.instant("startsAt"),
                item.duration("length"),
                state(item.string(STATE)),
                clock(item),
                Long.parseLong(item.number(EPOCH)));
    }

    private static DrillClock clock(Item item) {
        return new DrillClock(
                item.instant("clockWall"),
                item.duration("clockDrill"),
                Double.parseDouble(item.number("clockSpeed")),
                item.optional(STOPPED_AT).map(Instant::parse));
    }

    private static DrillState state(String label) {
        return DrillState.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
