package dev.muster.scenario.sheet.team;

import static java.util.stream.Collectors.joining;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Charter;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Role;
import dev.muster.scenario.Team;
import dev.muster.scenario.sheet.Cell;
import dev.muster.scenario.sheet.CellPlace;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.Row;
import dev.muster.scenario.sheet.Sheet;
import dev.muster.scenario.sheet.Table;
import dev.muster.scenario.sheet.UnusableWorkbook;
import dev.muster.scenario.sheet.Words;
import dev.muster.scenario.sheet.Workbook;
import dev.muster.scenario.sheet.plan.RoleNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a team of a list of people. Whoever cannot be reached or has no role is left out and named; nobody else is lost by
 * that. What {@link ExportTeam} wrote comes back as it was.
 */
public final class ImportTeam {

    private static final int MOST = 500;
    private static final int NAME = 400;

    private static final Pattern BETWEEN = Pattern.compile("[,;/|\\n]|\\s(?:and|und)\\s|&");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,24}");
    private static final Pattern CHAT = Pattern.compile("\\S{1,100}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern ZONE = Pattern.compile("UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+");

    private static final Charter USUAL = new Charter(
            1,
            "We rehearse so that customers are well served on a bad day. Results belong to the team, are shown for roles, and are"
                    + " never used to appraise anybody. Whoever steps out of a drill does so unmarked.",
            false,
            Duration.ofDays(365));

    /**
     * What the user says besides the file.
     *
     * @param id the team's id
     * @param name what the file is called, for a team without a name
     * @param zone where the team is, if the user says it
     * @param usualZone where it is probably
     * @param plan whose roles the people hold
     * @param before the team in whose place it comes, if there is one
     */
    public record Wishes(
            String id, String name, Optional<ZoneId> zone, ZoneId usualZone, Plan plan, Optional<Team> before) {}

    private final Workbook workbook;
    private final Wishes wishes;
    private final RoleNames roleNames;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<TeamField, String> fields = new EnumMap<>(TeamField.class);
    private final Set<String> ids = new HashSet<>();

    private ImportTeam(Workbook workbook, Wishes wishes) {
        this.workbook = workbook;
        this.wishes = wishes;
        this.roleNames = new RoleNames(wishes.plan());
        this.remarks.addAll(workbook.remarks());
    }

    /** @throws UnusableWorkbook if there is no list of people in it, or nobody in the list can take part */
    public static ImportedTeam of(Workbook workbook, Wishes wishes) {
        return new ImportTeam(workbook, wishes).imported();
    }

    private ImportedTeam imported() {
        var table = table();
        readFields(table);
        var rows = table.rows().stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .filter(row -> !isOfTheTeam(row))
                .toList();
        var people = people(table, rows);
        var members = new ArrayList<Member>();
        for (var person : people) {
            if (members.size() < MOST) {
                person.member(people).ifPresent(members::add);
            } else {
                person.unused("more than %d people; this one is left out".formatted(MOST));
            }
        }
        if (members.isEmpty()) {
            throw new UnusableWorkbook(
                    table.place(workbook.file(), table.header()),
                    "nobody in this list can take part; each needs a name, a role, and an e-mail address, a phone or a chat name");
        }
        var team = new Team(wishes.id(), name(table), zone(), charter(), members);
        sayWhoIsMissing(team);
        return new ImportedTeam(team, remarks);
    }

    /** Whoever holds two roles stands in two rows of many a list. */
    private List<Person> people(Table<TeamColumn> table, List<Row> rows) {
        var people = new ArrayList<Person>();
        for (var row : rows) {
            var person = new Person(table, row);
            people.stream().filter(person::isSameAs).findFirst().ifPresentOrElse(first -> first.join(person), () -> {
                people.forEach(person::sayWhatIsShared);
                people.add(person);
            });
        }
        return people;
    }

    private Table<TeamColumn> table() {
        return workbook.sheets().stream()
                .flatMap(sheet -> TeamColumn.HEADINGS.find(sheet, 2).stream())
                .filter(table -> !TeamColumn.ofName(table).isEmpty())
                .max((one, other) -> one.columns().size() - other.columns().size())
                .orElseThrow(() -> new UnusableWorkbook(
                        workbook.place(),
                        "no list of people: no row has headings such as Name, Role, E-mail; name the columns so"));
    }

    // ---- the team as a whole

    /** Lines such as {@code Time zone | Europe/Berlin}, above the list, below it or on another sheet. */
    private void readFields(Table<TeamColumn> table) {
        for (var sheet : workbook.sheets()) {
            for (var row : sheet.rows()) {
                var inTheList = sheet.name().equals(table.sheet().name())
                        && row.number() >= table.header().number()
                        && !isOfTheTeam(row);
                if (!inTheList) {
                    readField(sheet, row);
                }
            }
        }
    }

    private static boolean isOfTheTeam(Row row) {
        var words = filled(row);
        return words.size() == 2
                        && (TeamField.of(words.getFirst()).isPresent() || words.equals(List.of("Field", "Value")))
                || words.equals(List.of(ExportTeam.TEAM));
    }

    private static List<String> filled(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .map(Cell::shown)
                .toList();
    }

    private void readField(Sheet sheet, Row row) {
        var words = filled(row);
        if (words.size() == 2) {
            TeamField.of(words.getFirst()).ifPresent(field -> {
                fields.put(field, words.getLast());
                remarks.add(Remark.understood(
                        workbook.place(sheet).row(row.number()),
                        "%s: %s".formatted(field.heading(), Words.quoted(words.getLast()))));
            });
        }
    }

    private String name(Table<TeamColumn> table) {
        return Optional.ofNullable(fields.get(TeamField.NAME))
                .or(() -> wishes.before().map(Team::name))
                .or(() -> title(table)
                        .map(it -> assumed(it, "the team's name is the line above the list: " + Words.quoted(it))))
                .map(name -> Words.cut(name, NAME))
                .orElseGet(() -> assumed(wishes.name(), "the team's name is not said: " + Words.quoted(wishes.name())));
    }

    private static Optional<String> title(Table<TeamColumn> table) {
        return table.above().stream()
                .map(ImportTeam::filled)
                .filter(words -> words.size() == 1)
                .map(words -> words.getFirst().strip())
                .findFirst();
    }

    private ZoneId zone() {
        return wishes.zone()
                .or(() -> Optional.ofNullable(fields.get(TeamField.ZONE)).flatMap(this::zone))
                .or(() -> wishes.before().map(Team::zone))
                .orElseGet(() -> {
                    var zone =
                            ZONE.matcher(wishes.usualZone().getId()).matches() ? wishes.usualZone() : ZoneId.of("UTC");
                    return assumed(
                            zone,
                            "the time zone is not said: %s, as on this machine; --zone says another".formatted(zone));
                });
    }

    private Optional<ZoneId> zone(String words) {
        try {
            return Optional.of(words.strip())
                    .filter(zone -> ZONE.matcher(zone).matches())
                    .map(ZoneId::of);
        } catch (DateTimeException e) {
            remarks.add(Remark.unused(
                    workbook.place(),
                    "not a time zone: %s; write for example Europe/Berlin".formatted(Words.quoted(words))));
            return Optional.empty();
        }
    }

    private Charter charter() {
        if (fields.containsKey(TeamField.PURPOSE)) {
            return new Charter(
                    number(TeamField.CHARTER_VERSION).orElse(USUAL.version()),
                    fields.get(TeamField.PURPOSE),
                    fields.getOrDefault(TeamField.NAMES_PEOPLE, "no").equalsIgnoreCase("yes"),
                    retention());
        }
        return wishes.before()
                .map(Team::charter)
                .orElseGet(() -> assumed(
                        USUAL,
                        "no charter is said: the usual one (reports name roles, never people; logs are kept a year; never for appraisal)."
                                + " Read it with the team before the first drill"));
    }

    private Duration retention() {
        try {
            var retention = Duration.parse(
                    fields.getOrDefault(TeamField.RETENTION, USUAL.retention().toString()));
            return retention.isPositive() ? retention : USUAL.retention();
        } catch (DateTimeException e) {
            return assumed(USUAL.retention(), "the retention cannot be read; a year");
        }
    }

    private Optional<Integer> number(TeamField field) {
        return Optional.ofNullable(fields.get(field))
                .filter(words -> words.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt);
    }

    private void sayWhoIsMissing(Team team) {
        var unheld = wishes.plan().roles().stream()
                .map(Role::id)
                .filter(role -> team.members().stream().noneMatch(member -> member.mayAct(role)))
                .toList();
        if (!unheld.isEmpty()) {
            remarks.add(Remark.assumed(
                    workbook.place(),
                    "nobody holds or deputises for %s of the plan \"%s\"; a drill that needs them cannot be scheduled"
                            .formatted(String.join(", ", unheld), wishes.plan().id())));
        }
    }

    private <T> T assumed(T value, String words) {
        remarks.add(Remark.assumed(workbook.place(), words));
        return value;
    }

    // ---- one person

    /** One row of the list, or several that are about the same person. */
    private final class Person {

        private static final List<TeamColumn> OWN =
                List.of(TeamColumn.ID, TeamColumn.EMAIL, TeamColumn.PHONE, TeamColumn.CHAT);

        private final Table<TeamColumn> table;
        private final List<Row> rows = new ArrayList<>();
        private final CellPlace place;

        Person(Table<TeamColumn> table, Row row) {
            this.table = table;
            this.rows.add(row);
            this.place = table.place(workbook.file(), row);
        }

        private boolean hasNameOf(Person other) {
            return !name().isEmpty() && Words.plain(name()).equals(Words.plain(other.name()));
        }

        /** By the name, unless something that only one person has differs. */
        boolean isSameAs(Person other) {
            return hasNameOf(other)
                    && OWN.stream()
                            .allMatch(column -> shown(column).isEmpty()
                                    || other.shown(column).isEmpty()
                                    || shares(column, other));
        }

        private boolean shares(TeamColumn column, Person other) {
            return !shown(column).isEmpty() && shown(column).equalsIgnoreCase(other.shown(column));
        }

        void join(Person other) {
            other.assume("%s stands in row %d already: one person, with the roles of both rows"
                    .formatted(Words.quoted(name()), place.row()));
            rows.addAll(other.rows);
        }

        void sayWhatIsShared(Person other) {
            if (hasNameOf(other)) {
                assume("another %s stands in row %d: two people, since they are not reached in the same way"
                        .formatted(Words.quoted(name()), other.place.row()));
            } else if (shares(TeamColumn.EMAIL, other)) {
                assume(
                        "the e-mail address is that of %s in row %d, too: two people, and what is for one of them comes there"
                                .formatted(Words.quoted(other.name()), other.place.row()));
            }
        }

        private String name() {
            var parts = TeamColumn.ofName(table).stream().map(this::shown).filter(part -> !part.isEmpty());
            return Words.cut(parts.collect(joining(" ")), NAME);
        }

        Optional<Member> member(List<Person> people) {
            if (name().isEmpty()) {
                unused("nobody is named in this row");
                return Optional.empty();
            }
            var email = valid(TeamColumn.EMAIL, EMAIL, "an e-mail address", it -> it.replaceFirst("(?i)^mailto:", ""));
            var phone = valid(TeamColumn.PHONE, PHONE, "a telephone number", it -> it.replaceAll("[./\u00A0]", " "));
            var chat = valid(TeamColumn.CHAT, CHAT, "a chat name", it -> it);
            var reach = reach(email, phone, chat);
            var roles = roles();
            var deputyFor = deputyFor(people, roles);
            if (reach.isEmpty()) {
                unused("%s is left out: nothing says how to reach them by e-mail, SMS or chat"
                        .formatted(Words.quoted(name())));
                return Optional.empty();
            }
            if (roles.isEmpty() && deputyFor.isEmpty()) {
                unused("%s is left out: no role, and nobody to deputise for".formatted(Words.quoted(name())));
                return Optional.empty();
            }
            sayUnknownColumns();
            var member = new Member(
                    id(), name(), email, phone, chat, language(), List.copyOf(roles), List.copyOf(deputyFor), reach);
            remarks.add(Remark.understood(
                    place,
                    "%s: %s%s"
                            .formatted(
                                    Words.quoted(name()),
                                    roles.isEmpty() ? "no role of their own" : String.join(", ", roles),
                                    deputyFor.isEmpty() ? "" : "; deputy for " + String.join(", ", deputyFor))));
            return Optional.of(member);
        }

        private String id() {
            var said = shown(TeamColumn.ID);
            var id = Words.isId(said)
                    ? said
                    : Words.id(name()).map(it -> "m-" + it).orElse("m-" + place.row());
            return Words.unique(id, ids);
        }

        private Optional<String> valid(TeamColumn column, Pattern pattern, String what, UnaryOperator<String> mending) {
            var written = shown(column);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            var mended = mending.apply(written).strip().replaceAll(" +", " ");
            if (!pattern.matcher(mended).matches()) {
                unused("not %s: %s".formatted(what, Words.quoted(written)));
                return Optional.empty();
            }
            return Optional.of(mended);
        }

        private List<Channel> reach(Optional<String> email, Optional<String> phone, Optional<String> chat) {
            var possible = new LinkedHashSet<Channel>();
            email.ifPresent(it -> possible.add(Channel.EMAIL));
            phone.ifPresent(it -> possible.add(Channel.SMS));
            chat.ifPresent(it -> possible.add(Channel.CHAT));
            var wanted = new LinkedHashSet<Channel>();
            for (var piece : pieces(TeamColumn.REACH)) {
                channel(piece)
                        .filter(possible::contains)
                        .ifPresentOrElse(wanted::add, () -> unused("cannot be reached so: " + Words.quoted(piece)));
            }
            return List.copyOf(wanted.isEmpty() ? possible : wanted);
        }

        private static Optional<Channel> channel(String words) {
            return switch (Words.plain(words)) {
                case "email", "e mail", "mail" -> Optional.of(Channel.EMAIL);
                case "sms", "text", "text message", "phone", "mobile", "telefon", "handy" -> Optional.of(Channel.SMS);
                case "chat", "slack", "teams", "messenger" -> Optional.of(Channel.CHAT);
                default -> Optional.empty();
            };
        }

        private Set<String> roles() {
            var roles = new LinkedHashSet<String>();
            all(TeamColumn.ROLES).forEach(words -> roles.addAll(roleNames.in(words, this::assume)));
            return roles;
        }

        /** Either the roles that the person stands in for, or the person who stands in for this one. */
        private Set<String> deputyFor(List<Person> people, Set<String> own) {
            var roles = new LinkedHashSet<String>();
            if (people.stream().noneMatch(this::isDeputisedBy)) {
                all(TeamColumn.DEPUTY).forEach(words -> roles.addAll(roleNames.in(words, this::assume)));
            }
            people.stream()
                    .filter(other -> other != this && other.isDeputisedBy(this))
                    .forEach(other -> roles.addAll(other.roles()));
            roles.removeAll(own);
            return roles;
        }

        private boolean isDeputisedBy(Person person) {
            return !person.name().isEmpty()
                    && pieces(TeamColumn.DEPUTY).stream()
                            .map(Words::plain)
                            .anyMatch(Words.plain(person.name())::equals);
        }

        private String language() {
            var written = shown(TeamColumn.LANGUAGE);
            if (written.isEmpty()) {
                return "en";
            }
            if (LANGUAGE.matcher(written).matches()) {
                return written;
            }
            var first = Words.split(written, BETWEEN).stream().findFirst().orElse(written);
            var known = Stream.of(Locale.getISOLanguages())
                    .map(Locale::of)
                    .filter(locale -> Stream.of(Locale.ENGLISH, Locale.GERMAN, locale)
                                    .map(locale::getDisplayLanguage)
                                    .anyMatch(name -> name.equalsIgnoreCase(first))
                            || locale.getLanguage().equalsIgnoreCase(first))
                    .findFirst();
            if (known.isEmpty()) {
                assume("no language that Muster knows: %s; en".formatted(Words.quoted(written)));
            }
            return known.map(Locale::getLanguage).orElse("en");
        }

        private void sayUnknownColumns() {
            var unknown = rows.stream()
                    .flatMap(row -> table.unknown().entrySet().stream()
                            .filter(column -> !row.cell(column.getKey()).isEmpty())
                            .map(column -> "%s: %s"
                                    .formatted(
                                            column.getValue(),
                                            Words.quoted(
                                                    row.cell(column.getKey()).shown()))))
                    .collect(joining(", "));
            if (!unknown.isEmpty()) {
                unused("a team file has no place for " + unknown);
            }
        }

        /** What the first of the rows says that says anything. */
        private String shown(TeamColumn column) {
            return all(column).stream().findFirst().orElse("");
        }

        private List<String> all(TeamColumn column) {
            return rows.stream()
                    .map(row -> table.shown(row, column).strip())
                    .filter(words -> !words.isEmpty())
                    .toList();
        }

        private List<String> pieces(TeamColumn column) {
            return all(column).stream()
                    .flatMap(words -> Words.split(words, BETWEEN).stream())
                    .toList();
        }

        private void assume(String words) {
            remarks.add(Remark.assumed(place, words));
        }

        void unused(String words) {
            remarks.add(Remark.unused(place, words));
        }
    }
}
