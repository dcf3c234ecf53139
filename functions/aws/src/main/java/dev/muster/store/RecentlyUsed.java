package dev.muster.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers what was used last. Two who miss the same thing at once both fetch it; nobody waits for another. */
final class RecentlyUsed<K, V> {

    private final Map<K, V> values;

    RecentlyUsed(int capacity) {
        values = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        });
    }

    V get(K key, Function<K, V> fetch) {
        var known = values.get(key);
        if (known != null) {
            return known;
        }
        var fetched = fetch.apply(key);
        values.put(key, fetched);
        return fetched;
    }
}
