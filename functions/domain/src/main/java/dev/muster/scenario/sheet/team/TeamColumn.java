package dev.muster.scenario.sheet.team;

import dev.muster.scenario.sheet.Headings;
import dev.muster.scenario.sheet.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the columns of a list of people mean, and how organisations call them. The first name is Muster's own. */
enum TeamColumn {
    ID("id", "member id"),
    NAME(
            "name",
            "full name",
            "person",
            "member",
            "team member",
            "employee",
            "participant",
            "vor und nachname",
            "mitglied",
            "mitarbeiter",
            "teilnehmer"),
    /** Lists of staff have names in two columns; the other one is {@link #FAMILY_NAME}, or {@link #NAME}: {@code Name | Vorname}. */
    GIVEN_NAME("given name", "first name", "forename", "vorname"),
    FAMILY_NAME("family name", "last name", "surname", "nachname", "familienname"),
    ROLES("roles", "role", "function", "position", "crisis role", "team role", "rolle", "rollen", "funktion"),
    DEPUTY(
            "deputy for",
            "deputises for",
            "deputizes for",
            "stands in for",
            "deputy",
            "backup for",
            "backup",
            "alternate for",
            "alternate",
            "substitute for",
            "vertritt",
            "vertretung für",
            "vertretung",
            "stellvertretung für",
            "stellvertretung"),
    EMAIL("e mail", "email", "mail", "email address", "e mail address", "e mail adresse"),
    PHONE(
            "phone",
            "telephone",
            "mobile",
            "mobile phone",
            "phone number",
            "mobile number",
            "tel",
            "cell",
            "cell phone",
            "telefon",
            "mobil",
            "handy",
            "telefonnummer",
            "rufnummer"),
    CHAT("chat", "chat name", "chat handle", "slack", "teams", "messenger"),
    LANGUAGE("language", "languages", "lang", "sprache", "sprachen"),
    REACH(
            "reach",
            "reach by",
            "reached by",
            "preferred channel",
            "contact by",
            "preferred contact",
            "how to reach",
            "erreichbar",
            "erreichbar über",
            "bevorzugter kanal");

    /** In which Muster writes a list; it keeps a name in one column. */
    static final List<TeamColumn> WRITTEN = Arrays.stream(values())
            .filter(column -> column != GIVEN_NAME && column != FAMILY_NAME)
            .toList();

    static final Headings<TeamColumn> HEADINGS = Headings.of(TeamColumn.class, column -> column.names);

    private final List<String> names;

    TeamColumn(String... names) {
        this.names = List.of(names);
    }

    /** The columns that make up a name, in the order in which it is written: {@code Name | Vorname} has two. */
    static List<TeamColumn> ofName(Table<TeamColumn> table) {
        return table.has(NAME) && (table.has(FAMILY_NAME) || !table.has(GIVEN_NAME))
                ? List.of(NAME)
                : Stream.of(GIVEN_NAME, NAME, FAMILY_NAME).filter(table::has).toList();
    }

    /** As Muster writes it. */
    String heading() {
        return switch (this) {
            case ID -> "ID";
            case EMAIL -> "E-mail";
            default ->
                Character.toUpperCase(names.getFirst().charAt(0))
                        + names.getFirst().substring(1);
        };
    }
}
