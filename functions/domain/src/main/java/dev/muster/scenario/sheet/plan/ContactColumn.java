package dev.muster.scenario.sheet.plan;

import dev.muster.scenario.sheet.Headings;
import java.util.List;

/** What the columns of a table of contacts mean, and how crisis plans call them. */
enum ContactColumn {
    NAME(
            "organisation",
            "organization",
            "contact",
            "name",
            "authority",
            "agency",
            "company",
            "institution",
            "who",
            "stakeholder",
            "service",
            "partner",
            "kontakt",
            "stelle",
            "institution name",
            "behörde",
            "firma",
            "dienststelle",
            "ansprechpartner"),
    PERSON("contact person", "person", "contact name", "name", "kontaktperson", "ansprechpartner"),
    PURPOSE(
            "purpose",
            "for",
            "function",
            "role",
            "position",
            "type",
            "category",
            "reason",
            "when to call",
            "zweck",
            "wofür",
            "funktion",
            "rolle",
            "art",
            "anlass"),
    PHONE(
            "phone",
            "telephone",
            "mobile",
            "phone number",
            "tel",
            "number",
            "hotline",
            "emergency number",
            "24 7 phone",
            "telefon",
            "rufnummer",
            "telefonnummer",
            "mobil",
            "notrufnummer",
            "durchwahl"),
    EMAIL("email", "e mail", "mail", "email address", "e mail address", "e mail adresse"),
    HOW(
            "how",
            "contact details",
            "details",
            "how to reach",
            "reach",
            "address",
            "web",
            "website",
            "kontaktdaten",
            "erreichbar",
            "erreichbarkeit",
            "adresse"),
    HOURS("hours", "availability", "available", "opening hours", "zeiten", "verfügbarkeit", "öffnungszeiten");

    static final Headings<ContactColumn> HEADINGS = Headings.of(ContactColumn.class, column -> column.names);

    private final List<String> names;

    ContactColumn(String... names) {
        this.names = List.of(names);
    }
}
