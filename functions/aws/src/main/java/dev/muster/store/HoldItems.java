package dev.muster.store;

import dev.muster.drill.Hold;

/** The hold as an item; it is set while the item is there. */
final class HoldItems {

    private HoldItems() {}

    static Item of(Hold hold) {
        return Item.at(Keys.hold())
                .with("by", hold.by())
                .with("reason", hold.reason())
                .with("since", hold.since());
    }

    static Hold read(Item item) {
        return new Hold(item.string("by"), item.string("reason"), item.instant("since"));
    }
}
