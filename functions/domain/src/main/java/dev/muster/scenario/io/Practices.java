package dev.muster.scenario.io;

import java.util.List;

/** The practices of the field that a plan covers. Their ids stand in the plan's schema. */
public final class Practices {

    private Practices() {}

    /** In the order of the schema. */
    public static List<String> all() {
        return List.copyOf(SchemaCheck.practices());
    }
}
