package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

/** What the columns of a table of roles mean, and how crisis plans call them. */
enum RoleColumn {
    NAME(
            "role",
            "roles",
            "function",
            "position",
            "team role",
            "crisis role",
            "role in the crisis team",
            "rolle",
            "funktion",
            "rolle im krisenstab",
            "aufgabe im krisenstab"),
    HOLDER(
            "name",
            "person",
            "holder",
            "held by",
            "primary",
            "primary contact",
            "lead",
            "assigned to",
            "team member",
            "member",
            "owner",
            "contact",
            "inhaber",
            "besetzung",
            "besetzt mit",
            "ansprechpartner",
            "hauptperson"),
    DEPUTY(
            "deputy",
            "deputies",
            "backup",
            "back up",
            "alternate",
            "substitute",
            "stand in",
            "secondary",
            "vertretung",
            "vertreter",
            "stellvertretung",
            "stellvertreter",
            "stellv"),
    DUTIES(
            "duties",
            "duty",
            "responsibilities",
            "responsibility",
            "responsible for",
            "tasks",
            "description",
            "what they do",
            "aufgaben",
            "aufgabe",
            "verantwortung",
            "zuständig für",
            "zuständigkeit",
            "beschreibung"),
    PHONE(
            "phone",
            "telephone",
            "mobile",
            "phone number",
            "mobile number",
            "tel",
            "cell",
            "telefon",
            "mobil",
            "handy",
            "rufnummer",
            "telefonnummer"),
    EMAIL("email", "e mail", "mail", "email address", "e mail address", "e mail adresse"),
    SPEAKS(
            "speaks",
            "speaker",
            "spokesperson",
            "may speak",
            "speaks publicly",
            "authorised to speak",
            "external communication",
            "sprecher",
            "spricht",
            "darf sprechen",
            "außenkommunikation"),
    APPROVES(
            "approves",
            "approval",
            "approver",
            "may approve",
            "signs off",
            "sign off",
            "freigabe",
            "gibt frei",
            "freigabeberechtigt");

    static final Headings<RoleColumn> HEADINGS = Headings.of(RoleColumn.class, column -> column.names);

    private final List<String> names;

    RoleColumn(String... names) {
        this.names = List.of(names);
    }
}
