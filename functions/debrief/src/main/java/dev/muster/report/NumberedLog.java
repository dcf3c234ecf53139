package dev.muster.report;

import dev.muster.drill.LogEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The log as the page numbers it, so that marks can point at its lines. */
final class NumberedLog {

    private final Map<String, LogEntry> entries = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    NumberedLog(List<LogEntry> log) {
        for (var entry : log) {
            entries.put(entry.id(), entry);
            numbers.put(entry.id(), numbers.size() + 1);
        }
    }

    boolean has(String id) {
        return entries.containsKey(id);
    }

    LogEntry entry(String id) {
        return entries.get(id);
    }

    int number(String id) {
        return numbers.get(id);
    }

    String anchor(String id) {
        return "entry-" + number(id);
    }

    Page.Link link(String id) {
        return new Page.Link(anchor(id), Words.clock(entry(id).drillTime()));
    }
}
