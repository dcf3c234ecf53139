package dev.muster.store;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts what is too long for one request of a service. */
final class Chunks {

    private Chunks() {}

    /** The list in pieces of at most {@code size}; none if it is empty. */
    static <T> List<List<T>> of(List<T> list, int size) {
        return IntStream.range(0, Math.ceilDiv(list.size(), size))
                .mapToObj(at -> list.subList(at * size, Math.min(list.size(), (at + 1) * size)))
                .toList();
    }
}
