package dev.muster.local;

import java.util.List;
import java.util.Map;

/** A value as the template spells it, before references are resolved. */
sealed interface Value {

    Place at();

    /** A string, number or boolean, as written. */
    record Text(String text, Place at) implements Value {}

    /** A list. */
    record Items(List<Value> values, Place at) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A mapping, in the order of the file. */
    record Fields(Map<String, Value> values, Place at) implements Value {}

    /** An intrinsic function; {@code name} without {@code Fn::} or exclamation mark. */
    record Call(String name, Value argument, Place at) implements Value {}
}
