package dev.muster.scenario.sheet.plan;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.RoleVocabulary;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The roles of a plan: those of its tables of roles, and those that its steps name as owners. */
final class RoleBook {

    private static final int MOST = 50;
    private static final int NAME = 80;
    private static final int DUTIES = 400;

    private static final Pattern BETWEEN_OWNERS = Pattern.compile("[,;/&+\\n]|\\s(?:and|und|or|oder|with|mit)\\s");
    private static final Pattern NO = Pattern.compile("(?i)no|n|nein|none|keine|false|falsch|0|-|–|—|☐|n/a");

    /** A role in the making. */
    private static final class Entry {
        private final String id;
        private final String name;
        private final Optional<String> standsFor;
        private final List<String> duties = new ArrayList<>();
        private final Set<String> holders = new LinkedHashSet<>();
        private final Set<String> deputies = new LinkedHashSet<>();
        private String phone = "";
        private boolean speaks;
        private boolean approves;

        Entry(String id, String name, Optional<String> standsFor) {
            this.id = id;
            this.name = name;
            this.standsFor = standsFor;
        }

        boolean isFor(String ofDefault) {
            return id.equals(ofDefault) || standsFor.filter(ofDefault::equals).isPresent();
        }

        boolean isCalled(String plain) {
            return Stream.of(Stream.of(id, name), holders.stream(), deputies.stream())
                    .flatMap(names -> names)
                    .map(Words::plain)
                    .anyMatch(plain::equals);
        }

        Role role() {
            var people = Stream.of(people("held by ", holders), people("deputy: ", deputies));
            var all = Stream.concat(duties.stream(), people.filter(words -> !words.isEmpty()))
                    .collect(joining("; "));
            return new Role(
                    id,
                    name,
                    Words.cut(all, DUTIES),
                    standsFor.filter(it -> !it.equals(id)).stream().toList());
        }

        private static String people(String how, Set<String> names) {
            return names.isEmpty() ? "" : how + String.join(", ", names);
        }
    }

    private final Plan standard;
    private final Likeness likeness;
    private final List<Remark> remarks;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> owners = new HashMap<>();

    RoleBook(Plan standard, List<Remark> remarks) {
        this.standard = standard;
        this.remarks = remarks;
        this.likeness = new Likeness(
                standard.roles().stream()
                        .map(role -> new Likeness.Known(role.id(), role.name()))
                        .toList(),
                RoleVocabulary.phrases());
    }

    /** Whether a cell says yes: by a cross, a tick, or by what it allows ("press releases"). */
    private static boolean isYes(String text) {
        return !Words.isBlank(text) && !NO.matcher(text.strip()).matches();
    }

    // ---- reading

    void read(String file, Table<RoleColumn> table) {
        for (var row : table.rows()) {
            var place = table.place(file, row);
            var name = table.shown(row, RoleColumn.NAME).strip();
            if (name.isEmpty()) {
                remarks.add(Remark.unused(place, "no role is named in this row"));
            } else if (entries.size() >= MOST && find(Words.plain(name)).isEmpty()) {
                remarks.add(Remark.unused(place, "more than %d roles; this one is left out".formatted(MOST)));
            } else {
                fill(entryOf(name, place), table, row, place);
            }
        }
    }

    private Entry entryOf(String name, CellPlace place) {
        var known = find(Words.plain(name));
        if (known.isPresent()) {
            return known.get();
        }
        var guess = likeness.best(name);
        var free = likeness.candidates(name).stream()
                .filter(it -> entries.stream().noneMatch(entry -> entry.isFor(it.id())))
                .findFirst();
        var entry = add(name, free.map(Likeness.Guess::id));
        remarks.add(Remark.understood(
                place,
                "role \"%s\"%s"
                        .formatted(
                                entry.id,
                                free.map(it -> ": stands for \"%s\", %s".formatted(it.id(), it.why()))
                                        .or(() -> guess.map(it ->
                                                ": like \"%s\", for which another role stands".formatted(it.id())))
                                        .orElse(": stands for none of the default plan's roles"))));
        return entry;
    }

    private Entry add(String name, Optional<String> standsFor) {
        var id = Words.unique(Words.id(name).orElse("role-" + (entries.size() + 1)), ids);
        var entry = new Entry(id, Words.cut(name.replaceAll("\\s+", " "), NAME), standsFor);
        entries.add(entry);
        return entry;
    }

    private void fill(Entry entry, Table<RoleColumn> table, Row row, CellPlace place) {
        note(entry, table.shown(row, RoleColumn.DUTIES));
        people(table.shown(row, RoleColumn.HOLDER)).forEach(entry.holders::add);
        people(table.shown(row, RoleColumn.DEPUTY)).forEach(entry.deputies::add);
        entry.phone = entry.phone.isEmpty() ? table.shown(row, RoleColumn.PHONE).strip() : entry.phone;
        entry.speaks |= isYes(table.shown(row, RoleColumn.SPEAKS));
        entry.approves |= isYes(table.shown(row, RoleColumn.APPROVES));
        table.unknown().forEach((column, heading) -> {
            if (!row.cell(column).isEmpty()) {
                note(entry, heading.strip() + ": " + row.cell(column).shown());
            }
        });
        if (!table.shown(row, RoleColumn.PHONE).isBlank()
                || !table.shown(row, RoleColumn.EMAIL).isBlank()) {
            remarks.add(Remark.unused(
                    place, "how to reach people belongs into a team file, not into the plan: ./muster import --team"));
        }
    }

    private static void note(Entry entry, String words) {
        if (!Words.isBlank(words)) {
            entry.duties.add(words.strip().replaceAll("\\s+", " "));
        }
    }

    private static List<String> people(String names) {
        return Words.split(names, Pattern.compile("[,;/\\n]"));
    }

    // ---- owners

    /**
     * Takes the owners that steps name, so that all roles are known before any step is read. First those that are called
     * as in the default plan: nobody who is only like them takes their place.
     */
    void expect(List<String> owners) {
        owners.stream()
                .filter(words -> !Words.isBlank(words))
                .sorted(Comparator.comparing((String words) -> !isCalledAsInDefault(words)))
                .forEach(words -> owner(words, assumption -> {}));
    }

    private boolean isCalledAsInDefault(String words) {
        var plain = Words.plain(words);
        return standard.roles().stream()
                .anyMatch(role -> Words.plain(role.id()).equals(plain)
                        || Words.plain(role.name()).equals(plain));
    }

    /** Whether the words are like a role of the default plan. */
    boolean isLikeOfDefault(String words) {
        return likeness.best(words).isPresent();
    }

    /**
     * Who that is.
     *
     * @param words as a step names its owner; not blank
     * @param assume takes what was assumed
     * @return the id of a role
     */
    String owner(String words, Consumer<String> assume) {
        var pieces = pieces(words);
        return entry(words)
                .or(() ->
                        pieces.stream().flatMap(piece -> entry(piece).stream()).findFirst())
                .map(entry -> {
                    if (isOneOf(words, entry)) {
                        assume.accept(
                                "of %s, \"%s\" owns it; the others are noted".formatted(Words.quoted(words), entry.id));
                    }
                    return entry.id;
                })
                .orElseGet(() -> likely(words, pieces.isEmpty() ? words : pieces.getFirst(), assume));
    }

    private static List<String> pieces(String words) {
        return Words.split(RoleVocabulary.withoutGender(words), BETWEEN_OWNERS);
    }

    private static boolean isOneOf(String words, Entry entry) {
        return pieces(words).size() > 1 && !entry.isCalled(Words.plain(words));
    }

    /** Whether the words are the role's own name, or that of whoever holds it. */
    boolean isCalled(String words, String role) {
        return find(Words.plain(words)).filter(entry -> entry.id.equals(role)).isPresent();
    }

    /** The id of the role that is called so, by its name or by who holds it. */
    Optional<String> known(String words) {
        return entry(words).map(entry -> entry.id);
    }

    private Optional<Entry> entry(String words) {
        return find(Words.plain(words)).or(() -> Optional.ofNullable(owners.get(Words.plain(words)))
                .flatMap(id ->
                        entries.stream().filter(entry -> entry.id.equals(id)).findFirst()));
    }

    private Optional<Entry> find(String plain) {
        return entries.stream().filter(entry -> entry.isCalled(plain)).findFirst();
    }

    private String likely(String words, String first, Consumer<String> assume) {
        var own = new Likeness(
                        entries.stream()
                                .map(entry -> new Likeness.Known(entry.id, entry.name))
                                .toList(),
                        Map.of())
                .best(first);
        if (own.isPresent()) {
            assume.accept("%s is taken for \"%s\": %s"
                    .formatted(Words.quoted(words), own.get().id(), own.get().why()));
            return own.get().id();
        }
        var guess = likeness.best(first);
        var standing = guess.flatMap(it -> standingFor(it.id()));
        if (standing.isPresent()) {
            assume.accept(
                    "%s is taken for \"%s\", since both are like the default plan's \"%s\" (%s); list both in a table of roles if they are two"
                            .formatted(
                                    Words.quoted(words),
                                    standing.get().id,
                                    guess.get().id(),
                                    guess.get().why()));
            return standing.get().id;
        }
        if (entries.size() >= MOST) {
            return standIn();
        }
        var added = add(first, guess.map(Likeness.Guess::id));
        owners.put(Words.plain(words), added.id);
        return added.id;
    }

    /** Who acts for a role of the default plan; where nobody does, whoever leads. */
    String actingFor(String ofDefault) {
        return standingFor(ofDefault).map(entry -> entry.id).orElseGet(this::standIn);
    }

    private Optional<Entry> standingFor(String ofDefault) {
        return entries.stream().filter(entry -> entry.isFor(ofDefault)).findFirst();
    }

    private String standIn() {
        return standingFor("crisis-lead").orElseGet(entries::getFirst).id;
    }

    // ---- what the plan says of them

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Those of the default plan, for a plan that names nobody. */
    void takeDefaults() {
        standard.roles().forEach(role -> {
            ids.add(role.id());
            entries.add(new Entry(role.id(), role.name(), Optional.empty()));
        });
    }

    List<Role> roles() {
        return entries.stream().map(Entry::role).toList();
    }

    Set<String> speakers() {
        return ids(entry -> entry.speaks);
    }

    Set<String> approvers() {
        return ids(entry -> entry.approves);
    }

    /** Those of the default plan's roles that somebody of this plan plays, in this plan's words. */
    Set<String> inPlaceOf(Set<String> ofDefault) {
        return ids(entry -> ofDefault.stream().anyMatch(entry::isFor));
    }

    private Set<String> ids(Predicate<Entry> which) {
        var found = new LinkedHashSet<String>();
        entries.stream().filter(which).forEach(entry -> found.add(entry.id));
        return found;
    }

    /** Roles of the default plan for which nobody stands. */
    List<String> unfilled() {
        return standard.roles().stream()
                .map(Role::id)
                .filter(id -> standingFor(id).isEmpty())
                .toList();
    }

    /** How whoever leads is reached, if the plan says so. */
    Optional<String> leadContact() {
        return standingFor("crisis-lead")
                .filter(entry -> !entry.phone.isEmpty())
                .map(entry -> "%s%s, %s"
                        .formatted(
                                entry.name,
                                entry.holders.stream()
                                        .findFirst()
                                        .map(name -> " (" + name + ")")
                                        .orElse(""),
                                entry.phone));
    }

    String leadName() {
        return entries.stream()
                .filter(entry -> entry.id.equals(standIn()))
                .map(entry -> entry.name)
                .findFirst()
                .orElseThrow();
    }
}
