package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Contact;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads whom the plan tells the team to reach. */
final class ContactRows {

    private static final int MOST = 200;
    private static final int WORDS = 400;

    /** By such words a plan names whoever is there day and night. */
    private static final Set<String> DAY_AND_NIGHT = Set.of(
            "duty manager",
            "on call",
            "24 7",
            "24h",
            "emergency contact",
            "bereitschaft",
            "rufbereitschaft",
            "notfallkontakt");

    private final List<Remark> remarks;
    private final List<Contact> contacts = new ArrayList<>();

    ContactRows(List<Remark> remarks) {
        this.remarks = remarks;
    }

    List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    /** Whoever is there day and night, if the plan names somebody so. */
    Optional<String> dayAndNight() {
        return contacts.stream()
                .filter(contact ->
                        DAY_AND_NIGHT.stream().anyMatch(Words.plain(contact.name() + " " + contact.how())::contains))
                .findFirst()
                .map(contact -> Words.cut(contact.name() + ", " + contact.how(), WORDS));
    }

    void read(String file, Table<ContactColumn> table) {
        for (var row : table.rows()) {
            var place = table.place(file, row);
            var name = joined(" / ", table.shown(row, ContactColumn.NAME), table.shown(row, ContactColumn.PERSON));
            var how = how(table, row);
            if (name.isEmpty() || how.isEmpty()) {
                remarks.add(Remark.unused(
                        place,
                        name.isEmpty()
                                ? "nobody is named in this row"
                                : "nothing says how to reach " + Words.quoted(name)));
            } else if (contacts.size() >= MOST) {
                remarks.add(Remark.unused(place, "more than %d contacts; this one is left out".formatted(MOST)));
            } else {
                contacts.add(new Contact(Words.cut(name, WORDS), Words.cut(how, WORDS)));
                remarks.add(Remark.understood(place, "contact " + Words.quoted(name)));
            }
        }
    }

    private static String how(Table<ContactColumn> table, Row row) {
        var known = Stream.of(
                        ContactColumn.PHONE,
                        ContactColumn.EMAIL,
                        ContactColumn.HOW,
                        ContactColumn.HOURS,
                        ContactColumn.PURPOSE)
                .map(column -> table.shown(row, column));
        var others = table.unknown().entrySet().stream()
                .filter(column -> !row.cell(column.getKey()).isEmpty())
                .map(column -> column.getValue().strip() + ": "
                        + row.cell(column.getKey()).shown());
        return joined(", ", Stream.concat(known, others).toArray(String[]::new));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty())
                .collect(joining(between));
    }
}
