package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

/** What the columns of a table of updates mean: how often whom. */
enum CadenceColumn {
    AUDIENCE(
            "audience",
            "audiences",
            "target audience",
            "to whom",
            "who",
            "stakeholder",
            "stakeholders",
            "zielgruppe",
            "an wen",
            "wen"),
    EVERY(
            "every",
            "frequency",
            "update frequency",
            "update every",
            "interval",
            "update interval",
            "cadence",
            "at first",
            "first",
            "initially",
            "häufigkeit",
            "intervall",
            "rhythmus",
            "takt",
            "alle",
            "anfangs"),
    FIRST(
            "during",
            "first phase",
            "for the first",
            "duration",
            "initial period",
            "in den ersten",
            "anfangsphase",
            "phase length"),
    THEN("then", "afterwards", "later", "after that", "danach", "später", "anschließend");

    static final Headings<CadenceColumn> HEADINGS = Headings.of(CadenceColumn.class, column -> column.names);

    private final List<String> names;

    CadenceColumn(String... names) {
        this.names = List.of(names);
    }
}
