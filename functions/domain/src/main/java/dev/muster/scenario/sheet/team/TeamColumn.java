package dev.muster.scenario.sheet.team;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

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

    static final Headings<TeamColumn> HEADINGS = Headings.of(TeamColumn.class, column -> column.names);

    private final List<String> names;

    TeamColumn(String... names) {
        this.names = List.of(names);
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
