package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan says of itself as a whole, in lines such as {@code Plan owner: Quality manager}. */
enum PlanField {
    TITLE(
            "title",
            "plan",
            "plan title",
            "name of the plan",
            "plan name",
            "document",
            "document title",
            "titel",
            "name des plans"),
    OWNER(
            "owner",
            "plan owner",
            "document owner",
            "responsible for the plan",
            "plan responsible",
            "maintained by",
            "author",
            "verantwortlich",
            "planverantwortlich",
            "planverantwortung",
            "verantwortlich für den plan",
            "eigentümer",
            "erstellt von"),
    VERSION("version", "revision", "rev", "version no", "version number", "ausgabe", "fassung"),
    REVIEWED(
            "reviewed",
            "last reviewed",
            "last review",
            "review date",
            "reviewed on",
            "date of review",
            "date",
            "as of",
            "last updated",
            "updated",
            "valid from",
            "effective date",
            "stand",
            "datum",
            "geprüft",
            "geprüft am",
            "zuletzt geprüft",
            "zuletzt geprüft am",
            "zuletzt überprüft",
            "zuletzt überprüft am",
            "last revised",
            "revised on",
            "überprüft am",
            "letzte prüfung",
            "letzte überprüfung",
            "gültig ab",
            "aktualisiert am"),
    REAL_CONTACT(
            "emergency contact",
            "real contact",
            "real emergency",
            "in a real emergency",
            "24 7 contact",
            "24 7",
            "duty manager",
            "duty phone",
            "on call",
            "on call number",
            "notfallkontakt",
            "im ernstfall",
            "bereitschaft",
            "rufbereitschaft"),
    SPEAKERS(
            "speakers",
            "speaker",
            "spokesperson",
            "spokespersons",
            "who speaks",
            "spokespeople",
            "sprecher",
            "pressesprecher",
            "wer spricht"),
    APPROVERS(
            "approval",
            "approval by",
            "approved by",
            "messages approved by",
            "who approves",
            "approvers",
            "sign off",
            "freigabe",
            "freigabe durch",
            "wer gibt frei"),
    APPROVED_AUDIENCES(
            "approval needed for", "approval for", "approve messages to", "freigabe für", "freigabepflichtig"),
    CADENCE(
            "update cadence",
            "cadence",
            "update frequency",
            "updates",
            "updates every",
            "update every",
            "update interval",
            "update rhythm",
            "aktualisierung",
            "aktualisierungsrhythmus",
            "updates alle",
            "informationsrhythmus"),
    COMPANY("company", "organisation", "organization", "company name", "unternehmen", "firma", "organisation name"),
    WEBSITE("website", "web site", "web page", "homepage", "webseite", "internetseite"),
    HELP_PHONE(
            "hotline",
            "customer hotline",
            "help phone",
            "help line",
            "customer phone",
            "support phone",
            "servicenummer",
            "kundenhotline"),
    HELP_EMAIL(
            "help email",
            "help e mail",
            "support email",
            "support e mail",
            "customer email",
            "service e mail",
            "kunden e mail"),
    HANDLE(
            "handle",
            "social handle",
            "social media handle",
            "social media account",
            "social account",
            "social media konto");

    private final List<String> names;

    PlanField(String... names) {
        this.names = List.of(names);
    }

    static Optional<PlanField> of(String words) {
        var plain = Words.plain(words);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(plain))
                .findFirst();
    }

    /** The variable of scenarios whose value it is, if it is one. */
    Optional<String> variable() {
        return switch (this) {
            case COMPANY, WEBSITE, HELP_PHONE, HELP_EMAIL, HANDLE -> Optional.of(name().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }
}
